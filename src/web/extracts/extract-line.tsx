/** One export with identities: who wants what of whom and what for, how it stands, and what its reader may do. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type ExtractItem, extractApi } from '#extract/extract.api.ts';
import { columns, states } from '#extract/extract.ts';
import { matters, states as signalStates, urgencies } from '#signal/signal.ts';
import { saveFile } from '#web/call/save-file.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { extractWords } from '#web/extracts/extract.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Step = 'grant' | 'refuse' | 'withdraw';
const done = { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' } as const;
const destroyed = { zh: '已销毁', en: 'Destroyed', tone: 'off' } as const;
const EVERY = ['/extracts', '/my-work/counts'];

export function ExtractLine({ item }: { item: ExtractItem }) {
  const t = useWords(extractWords);
  const say = useSaid();
  const times = useTimes();
  const [deciding, setDeciding] = useState<Step>();
  const filter = useFilterSaid(item.filter);
  const named = item.columns.map((name) => say(columns[name])).join(t('comma'));
  const { askedBy, decidedBy, decidedAt, words, rows, until, over, fetched, count } = item;
  const fetch = useVerb(extractApi.file, { done: () => t('fetchDone'), changes: ['/extracts'] });
  const take = async () => {
    const outcome = await fetch.run({ params: { id: item.id } });
    if ('reply' in outcome)
      saveFile(outcome.reply as unknown as Blob, `${t('title')}-${item.askedAt.slice(0, 10)}.xlsx`);
  };
  const open = (step: string) => item.steps.some((one) => one.step === step);
  return (
    <li>
      <StateTag state={over ? destroyed : states[item.state]} />
      <div>
        <p>
          <strong>{item.purpose}</strong>
        </p>
        <p className="quiet">{t('line', { who: askedBy.name, at: times.near(item.askedAt), count })}</p>
        <p className="quiet">{t('asks', { columns: named, filter: filter || t('noFilter') })}</p>
        {decidedBy && decidedAt && (
          <p className="quiet">
            {t('decided', {
              ...{
                who: decidedBy.name,
                at: times.near(decidedAt),
                did: t(item.state === 'refused' ? 'didRefuse' : 'didGrant'),
              },
              words: words ? t('inWords', { words }) : '',
            })}
          </p>
        )}
        {until && (
          <p className="quiet">
            {over ? t('over') : t('until', { rows: rows ?? 0, at: times.moment(until) })}
            {fetched > 0 && ` · ${t('fetched', { count: fetched })}`}
          </p>
        )}
      </div>
      <span className="extracts-do">
        {(['grant', 'refuse', 'withdraw'] as const).filter(open).map((step) => (
          <Button key={step} type={step === 'grant' ? 'primary' : 'default'} onClick={() => setDeciding(step)}>
            {t(step)}
          </Button>
        ))}
        {open('fetch') && !over && (
          <Button type="primary" loading={fetch.running} onClick={() => void take()}>
            {t('fetch')}
          </Button>
        )}
      </span>
      {deciding && (
        <ActionDialog<typeof extractApi.decide, { words?: string }>
          title={t(deciding)}
          danger={deciding === 'refuse'}
          {...(deciding === 'grant' && { how: t('grantHow', { who: askedBy.name, count, columns: named }) })}
          route={extractApi.decide}
          args={({ words: said }, id) => ({
            params: { id: item.id },
            body: { id, version: item.version, step: deciding, words: said ?? '' },
          })}
          done={() => t(done[deciding])}
          changes={EVERY}
          onClose={() => setDeciding(undefined)}
        >
          {deciding !== 'withdraw' && (
            <Form.Item
              name="words"
              label={t(deciding === 'refuse' ? 'reason' : 'words')}
              rules={deciding === 'refuse' ? [{ required: true, whitespace: true, message: t('required') }] : []}
            >
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
          )}
        </ActionDialog>
      )}
    </li>
  );
}

type Plain = 'q' | 'from' | 'to' | 'channelId' | 'importId' | 'problemId' | 'toAnswer';
const plain: Record<Plain, true> = {
  q: true,
  from: true,
  to: true,
  channelId: true,
  importId: true,
  problemId: true,
  toAnswer: true,
};

/** The filter in words, as far as it says something by itself. */
function useFilterSaid(filter: Record<string, string>): string {
  const t = useWords(extractWords);
  const say = useSaid();
  const tables = { state: signalStates, matter: matters, urgency: urgencies } as const;
  const parts = Object.entries(filter).map(([key, value]) => {
    if (key in plain) return t(key as Plain, { value });
    const table = tables[key as keyof typeof tables] as Record<string, { zh: string; en: string }> | undefined;
    return table?.[value] ? say(table[value]) : value;
  });
  return parts.join(t('comma'));
}
