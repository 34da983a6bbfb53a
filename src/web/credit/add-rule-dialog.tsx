/** Adding a rule of credit levels, with what it would change today. */
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { creditApi, type Metric } from '#credit/credit.api.ts';
import { compares, countings, levels } from '#credit/credit.ts';
import type { RuleDraft } from '#credit/rule.ts';
import type { Said } from '#platform/problem.ts';
import type { Reply } from '#web/call/call.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { ruleWords } from '#web/credit/rule.words.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = Omit<RuleDraft, 'validTo'> & { validTo?: string | null; reason: string };

export function AddRuleDialog({ metrics, onClose }: { metrics: readonly Metric[]; onClose: () => void }) {
  const t = useWords(ruleWords);
  const say = useSaid();
  const times = useTimes();
  const today = dayOf(now());
  const needed = [{ required: true, message: t('needed') }];
  const options = (words: Record<string, Said>) =>
    Object.entries(words).map(([value, said]) => ({ value, label: say(said) }));
  const whole = (most: number) => <InputNumber min={1} max={most} precision={0} style={{ width: '100%' }} />;
  return (
    <ActionDialog
      title={t('add')}
      width={680}
      initial={{ counted: 'sum', compare: 'at_least', windowDays: 30, keepDays: 90, level: 'yellow', validFrom: today }}
      route={creditApi.addRule}
      args={({ validTo, ...values }: Values, id) => ({ body: { ...values, validTo: validTo ?? null, id } })}
      done={(_, { validFrom }) => t('added', { day: times.date(validFrom) })}
      changes={['/credit-rules', '/organisations']}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="credit-two">
        <Form.Item name="metricId" label={t('metric')} rules={needed}>
          <Select options={metrics.map((one) => ({ value: one.id, label: `${one.name}（${one.unitWords}）` }))} />
        </Form.Item>
        <Form.Item name="level" label={t('level')} rules={needed}>
          <Select options={options(levels)} />
        </Form.Item>
        <Form.Item name="counted" label={t('counted')} rules={needed}>
          <Select options={options(countings)} />
        </Form.Item>
        <Form.Item name="windowDays" label={t('window')} rules={needed}>
          {whole(1_826)}
        </Form.Item>
        <Form.Item name="compare" label={t('compare')} rules={needed}>
          <Select options={options(compares)} />
        </Form.Item>
        <Form.Item name="threshold" label={t('threshold')} rules={needed}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Preview />
      <div className="credit-two">
        <Form.Item name="action" label={t('action')} rules={needed}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="repair" label={t('repair')} rules={needed}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="keepDays" label={t('keep')} rules={needed}>
          {whole(1_826)}
        </Form.Item>
        <Form.Item name="validFrom" label={t('from')} rules={needed}>
          <DayPick from={today} />
        </Form.Item>
        <Form.Item name="validTo" label={t('to')}>
          <DayPick from={today} />
        </Form.Item>
      </div>
      <ReasonItem />
    </ActionDialog>
  );
}

type Counted = Reply<typeof creditApi.preview>;

function Preview() {
  const t = useWords(ruleWords);
  const numbers = useNumbers();
  const preview = useVerb(creditApi.preview, { changes: [] });
  const [shown, setShown] = useState<{ of: string; counted: Counted }>();
  const { metricId, counted, windowDays, compare, threshold, level } = (Form.useWatch([]) ?? {}) as Partial<RuleDraft>;
  const body =
    metricId && counted && windowDays && compare && typeof threshold === 'number' && level
      ? { metricId, counted, windowDays, compare, threshold, level }
      : undefined;
  const of = JSON.stringify(body);
  const look = async () => {
    const outcome = body && (await preview.run({ body }));
    if (outcome && 'reply' in outcome) setShown({ of, counted: outcome.reply });
  };
  const now = shown?.of === of ? shown.counted : undefined;
  const whole = numbers.whole;
  return (
    <section className="limit-preview" aria-live="polite" aria-label={t('change')}>
      <Button size="small" disabled={!body} loading={preview.running} onClick={() => void look()}>
        {t('change')}
      </Button>
      {now && (
        <p>
          {t('counted2', {
            ...{ known: whole(now.known), met: whole(now.met), higher: whole(now.higher) },
            fresh: whole(now.met - now.higher),
          })}{' '}
          {now.some.length > 0 && (
            <span className="faint">{t('some', { names: now.some.map(({ name }) => name).join('、') })}</span>
          )}
        </p>
      )}
    </section>
  );
}
