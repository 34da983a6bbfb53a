/** Each channel's rule of keeping; before a rule is set it says how many signals it would take. */
import { Alert, Button, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { channelApi } from '#signal/channel.api.ts';
import { erasureApi } from '#signal/erasure.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { erasureWords } from '#web/erasure/erasure.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Rule = Reply<typeof erasureApi.rules>['items'][number];

export function RetentionPart() {
  const t = useWords(erasureWords);
  const times = useTimes();
  const read = useRead(erasureApi.rules, {});
  const [asked, setAsked] = useState<Rule>();
  return (
    <Part title={t('keeping')}>
      <p className="quiet">{t('keepingHow')}</p>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <ul className="erasure-rules">
        {read.data?.items.map((rule) => (
          <li key={rule.id}>
            <span className="figures faint">{rule.code}</span>
            <strong>{rule.name}</strong>
            <span>{rule.months === null ? t('forEver') : t('months', { count: rule.months })}</span>
            <span className="faint">
              {rule.set
                ? t('setBy', { name: rule.set.by.name, when: times.near(rule.set.at), reason: rule.set.reason })
                : t('neverSet')}
            </span>
            <Button size="small" onClick={() => setAsked(rule)} aria-label={`${t('set')} ${rule.name}`}>
              {t('set')}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <RuleDialog rule={asked} onClose={() => setAsked(undefined)} />}
    </Part>
  );
}

type Values = { ends: boolean; months: number; reason: string };

function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useWords(erasureWords);
  const ruleOf = (months: number | null) => (months === null ? t('forEver') : t('months', { count: months }));
  return (
    <ActionDialog<typeof channelApi.retention, Values>
      title={t('setFor', { name: rule.name })}
      ok={t('set')}
      danger
      initial={{ ends: rule.months !== null, months: rule.months ?? 36 }}
      route={channelApi.retention}
      args={({ ends, months, reason }, id) => ({
        params: { id: rule.id },
        body: { id, months: ends ? months : null, reason },
      })}
      done={({ name, keepMonths }) => t('ruleSet', { name, rule: ruleOf(keepMonths) })}
      changes={['/retention', '/channels']}
      onClose={onClose}
    >
      <Form.Item name="ends" label={t('rule')} required>
        <Radio.Group
          options={[
            { value: false, label: t('forEver') },
            { value: true, label: t('keepMonths') },
          ]}
        />
      </Form.Item>
      <Months channelId={rule.id} />
      <Form.Item
        name="reason"
        label={t('ruleReason')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}

function Months({ channelId }: { channelId: string }) {
  const t = useWords(erasureWords);
  const times = useTimes();
  const numbers = useNumbers();
  const form = Form.useFormInstance<Values>();
  const ends = Form.useWatch('ends', form);
  const months = Form.useWatch('months', form);
  const asks = ends && Number.isInteger(months) && months > 0 && months <= 1200;
  const args = asks ? { params: { id: channelId }, query: { months } } : undefined;
  const read = useRead(erasureApi.preview, args, { keep: true });
  const { over, waiting, before } = read.data ?? {};
  return (
    <>
      {ends && (
        <Form.Item name="months" label={t('monthsField')} rules={[{ required: true, message: t('needed') }]}>
          <InputNumber min={1} max={1200} precision={0} />
        </Form.Item>
      )}
      <Alert
        className="erasure-preview"
        type={asks && over && over.count > 0 ? 'warning' : 'info'}
        role="status"
        title={
          !ends
            ? t('nothingGoes')
            : over && before && !read.isFetching
              ? t('preview', { before: times.day(before), over: numbers.count(over) })
              : t('counting')
        }
        {...(ends && waiting && waiting.count > 0 && { description: t('waiting', { count: numbers.count(waiting) }) })}
      />
      <Refused refusal={read.error} />
    </>
  );
}
