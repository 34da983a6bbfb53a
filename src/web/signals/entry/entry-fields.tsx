/** The fields in the order in which a caller tells: who, what kind, where, what; then what follows from it. */
import { Checkbox, Form, Input, type InputRef, Select } from 'antd';
import type { KeyboardEvent, RefObject } from 'react';
import type { Channel } from '#signal/channel.api.ts';
import type { Asked } from '#signal/channel-asks.ts';
import { type Disposition, dispositionCodes, dispositions, type Matter, matters, urgencies } from '#signal/signal.ts';
import { DigitChoice } from '#web/signals/entry/digit-choice.tsx';
import { entryWords } from '#web/signals/entry/entry.words.ts';
import type { EntryValues } from '#web/signals/entry/entry-values.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type EntryFieldsProps = {
  channels: readonly Channel[];
  look: (phone: string) => void;
  phone: RefObject<HTMLElement | null>;
};

export function EntryFields({ channels, look, phone }: EntryFieldsProps) {
  const t = useWords(entryWords);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  const asks = useAsks(channels);
  const rules = (one: Asked) => (asks.includes(one) ? { rules: needed } : {});
  const takePhone = (input: InputRef | null) => {
    phone.current = input?.input ?? null;
  };
  const lookAt = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!event.nativeEvent.isComposing) look(event.currentTarget.value);
  };
  return (
    <>
      <div className="entry-row">
        <Form.Item name="channelId" label={t('channel')} rules={needed}>
          <Select
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
            loading={channels.length === 0}
          />
        </Form.Item>
        <Form.Item name={['reporter', 'phone']} label={t('phone')} {...rules('phone')}>
          <Input
            ref={takePhone}
            autoFocus
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
            placeholder={t('phoneHint')}
            onPressEnter={lookAt}
            onBlur={(event) => look(event.currentTarget.value)}
          />
        </Form.Item>
        <Form.Item name={['reporter', 'name']} label={t('name')} {...rules('name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['reporter', 'address']} label={t('address')} {...rules('address')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="matter" label={t('matter')} rules={needed}>
        <DigitChoice field="matter" of={matters} />
      </Form.Item>
      <HiddenReporter />
      <Form.Item name="urgency" label={t('urgency')}>
        <DigitChoice field="urgency" of={urgencies} />
      </Form.Item>
      <Form.Item name="place" label={t('place')} {...rules('place')}>
        <Input maxLength={200} autoComplete="off" placeholder={t('placeHint')} />
      </Form.Item>
      <Form.Item name="words" label={t('words')} rules={needed}>
        <Input.TextArea
          className="entry-words"
          autoSize={{ minRows: 6, maxRows: 18 }}
          maxLength={50_000}
          placeholder={t('wordsHint')}
        />
      </Form.Item>
      <div className="entry-checks">
        <Form.Item name="secret" valuePropName="checked" noStyle>
          <Checkbox>{t('secret')}</Checkbox>
        </Form.Item>
        <Form.Item name="wantsReply" valuePropName="checked" noStyle>
          <Checkbox>{t('wantsReply')}</Checkbox>
        </Form.Item>
      </div>
      <OnTheSpot />
    </>
  );
}

/** What the chosen channel demands; a report is taken from whoever gives no name. */
function useAsks(channels: readonly Channel[]): readonly Asked[] {
  const chosen = Form.useWatch<string | undefined>('channelId');
  const report = Form.useWatch<Matter | undefined>('matter') === 'report';
  const { asks = [] } = channels.find(({ id }) => id === chosen) ?? {};
  return report ? asks.filter((one) => one === 'place') : asks;
}

function HiddenReporter() {
  const t = useWords(entryWords);
  const matter = Form.useWatch<Matter | undefined>('matter');
  return matter === 'report' ? (
    <p className="light tone-check entry-hidden" role="status">
      {t('hiddenReporter')}
    </p>
  ) : null;
}

/** Settled while the caller is on the line: no problem is made of it. */
function OnTheSpot() {
  const t = useWords(entryWords);
  const say = useSaid();
  const form = Form.useFormInstance<EntryValues>();
  const kind = Form.useWatch<Disposition | ''>(['disposition', 'kind']);
  const kinds = Object.entries(dispositions).map(([value, said]) => ({ value, label: say(said) }));
  const codes = Object.entries(dispositionCodes).filter(([, code]) => code.of === kind);
  return (
    <div className="entry-row">
      <Form.Item name={['disposition', 'kind']} label={t('onTheSpot')}>
        <Select
          options={[{ value: '', label: t('toTriage') }, ...kinds]}
          onChange={() => form.resetFields([['disposition', 'code']])}
        />
      </Form.Item>
      {kind && (
        <>
          <Form.Item
            name={['disposition', 'code']}
            label={t('code')}
            rules={[{ required: true, message: t('needed') }]}
          >
            <Select options={codes.map(([value, said]) => ({ value, label: say(said) }))} />
          </Form.Item>
          <Form.Item name={['disposition', 'words']} label={t('said')} className="entry-wide">
            <Input maxLength={2_000} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </div>
  );
}
