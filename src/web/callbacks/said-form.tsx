/** What the reporter says: three questions by single keys, a "no" with what follows of it, or nobody reached. */
import { Button, Dropdown, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type CallbackItem, callbackApi } from '#triage/callback/callback.api.ts';
import { type Content, contents, saysNo } from '#triage/callback/callback.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { callbackWords } from '#web/callbacks/callback.words.ts';
import { useKeys } from '#web/place/keys.ts';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { type Solved, solvedWords } from '#web/signals/reply-fields.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = {
  contacted: boolean;
  solved: Solved;
  satisfied: Content;
  words?: string;
  how?: 'again' | 'keep';
  reason?: string;
};

const CHANGES = ['/callbacks/queue', '/signals', '/problems'];
const HOURS = [1, 2, 4, 24];
const solvedKeys = { y: 'yes', p: 'partly', n: 'no' } as const;

export function SaidForm({ item, next }: { item: CallbackItem; next: () => void }) {
  const t = useWords(callbackWords);
  const say = useSaid();
  const needed = useNeeded();
  const [form] = Form.useForm<Values>();
  const [decision] = useState(newId);
  const asked = { changes: CHANGES, shows: true };
  const said = useVerb(callbackApi.say, { ...asked, done: () => t('saidDone') });
  const miss = useVerb(callbackApi.miss, { ...asked, done: () => t('missed') });
  const off = useVerb(callbackApi.putOff, { ...asked, done: (_, { body }) => t('delayed', { hours: body.hours }) });
  const [solved, satisfied, how] = [
    Form.useWatch('solved', form),
    Form.useWatch('satisfied', form),
    Form.useWatch('how', form),
  ];
  const no = saysNo(solved ?? null, satisfied ?? null);
  const follows = no && item.again !== 'none';
  const decide = { id: decision, version: item.version };
  const params = { id: item.id };
  const running = said.running || miss.running || off.running;

  const submit = async ({ contacted, solved: is, satisfied: content, words = '', how: way, reason }: Values) => {
    const follow = follows ? { how: way!, reason: reason! } : null;
    const body = { ...decide, contacted, solved: is, satisfied: content, words, follow };
    const outcome = await said.run({ params, body });
    if ('refusal' in outcome) layOnForm(form, outcome.refusal);
    else next();
  };
  const missed = async () => {
    if (running) return;
    const outcome = await miss.run({ params, body: { ...decide, words: form.getFieldValue('words') ?? '' } });
    if ('reply' in outcome) next();
  };
  const later = async (hours: number) => {
    const outcome = await off.run({ params, body: { ...decide, hours } });
    if ('reply' in outcome) next();
  };
  const put = (values: Partial<Values>) => () => form.setFieldsValue(values);
  useKeys(callbackWords.keys, [
    { key: 'c', said: callbackWords.keyYes, run: put({ contacted: true }) },
    { key: 'x', said: callbackWords.keyNo, run: put({ contacted: false }) },
    ...Object.entries(solvedKeys).map(([key, is]) => ({ key, said: solvedWords[is], run: put({ solved: is }) })),
    ...Object.entries(contents).map(([content, { zh, en }], n) => ({
      key: String(n + 1),
      said: { zh, en },
      run: put({ satisfied: content as Content }),
    })),
    { key: 'm', once: true, said: callbackWords.miss, run: () => void missed() },
    { key: 'enter', mod: true, once: true, said: callbackWords.save, run: () => form.submit() },
  ]);
  return (
    <section className="callback-said">
      <Part title={t('ask')}>
        <Refused refusal={said.refusal ?? miss.refusal ?? off.refusal} />
        <Form form={form} layout="vertical" onFinish={submit}>
          <Form.Item name="contacted" label={`${t('contacted')}`} rules={needed}>
            <Radio.Group
              optionType="button"
              options={[
                { value: true, label: <Labelled words={t('contactedYes')} by="C" /> },
                { value: false, label: <Labelled words={t('contactedNo')} by="X" /> },
              ]}
            />
          </Form.Item>
          <Form.Item name="solved" label={t('solved')} rules={needed}>
            <Radio.Group
              optionType="button"
              options={Object.entries(solvedKeys).map(([key, value]) => ({
                value,
                label: <Labelled words={say(solvedWords[value])} by={key.toUpperCase()} />,
              }))}
            />
          </Form.Item>
          <Form.Item name="satisfied" label={t('satisfied')} rules={needed}>
            <Radio.Group
              optionType="button"
              options={Object.entries(contents).map(([value, { zh, en }], n) => ({
                value,
                label: <Labelled words={say({ zh, en })} by={String(n + 1)} />,
              }))}
            />
          </Form.Item>
          <Form.Item name="words" label={t('words')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
          </Form.Item>
          {no && item.again === 'none' && <p className="quiet">{t('onAgain')}</p>}
          {follows && (
            <>
              <Form.Item name="how" label={t('noHead')} rules={needed}>
                <Radio.Group
                  className="callback-follow"
                  options={[
                    {
                      value: 'again',
                      label: item.again === 'reopen' ? t('reopenNow', { unit: item.unit ?? '' }) : t('handOn'),
                    },
                    { value: 'keep', label: t('keep') },
                  ]}
                />
              </Form.Item>
              <Form.Item
                name="reason"
                label={how === 'keep' ? t('reasonKeep') : t('reasonAgain')}
                rules={[{ ...needed[0], whitespace: true }]}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
              </Form.Item>
            </>
          )}
          <div className="callback-buttons">
            <Button type="primary" htmlType="submit" loading={said.running} disabled={running}>
              {t('save')}
            </Button>
            <Button onClick={() => void missed()} loading={miss.running} disabled={running} title="M">
              {item.tries + 1 >= item.triesMost ? t('missLast') : t('miss')}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: HOURS.map((hours) => ({
                  key: hours,
                  label: hours === 24 ? t('tomorrow') : t('inHours', { hours }),
                  onClick: () => void later(hours),
                })),
              }}
            >
              <Button disabled={running}>{t('putOff')}</Button>
            </Dropdown>
          </div>
        </Form>
      </Part>
    </section>
  );
}

const Labelled = ({ words, by }: { words: string; by: string }) => (
  <>
    {words} <kbd className="callback-key">{by}</kbd>
  </>
);
