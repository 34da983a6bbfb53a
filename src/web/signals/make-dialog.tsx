/** One problem out of signals: a title proposed from the first of them, its class and urgency. */
import { Form, Input, Radio } from 'antd';
import type { SignalItem } from '#signal/signal.api.ts';
import { type Urgency, urgencies } from '#signal/signal.ts';
import { classes, type ProblemClass } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { classHints, signalsWords } from '#web/signals/signals.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export type DialogProps = { signals: readonly SignalItem[]; onDone?: () => void; onClose: () => void };

type Values = { title: string; statement: string; class: ProblemClass | ''; urgency: Urgency };

const weight: Record<Urgency, number> = { normal: 0, urgent: 1, critical: 2 };

const mostUrgent = (signals: readonly SignalItem[]): Urgency =>
  signals.reduce<Urgency>((most, { urgency }) => (weight[urgency] > weight[most] ? urgency : most), 'normal');

export function MakeDialog({ signals, onDone, onClose }: DialogProps) {
  const t = useWords(signalsWords);
  const say = useSaid();
  const initial: Values = { title: titleFrom(signals[0]), statement: '', class: '', urgency: mostUrgent(signals) };
  return (
    <ActionDialog<typeof triageApi.make, Values>
      title={t('make')}
      how={t('makeHow', { count: signals.length })}
      width={560}
      initial={initial}
      route={triageApi.make}
      args={(values, id) => ({
        body: { ...values, id, class: values.class || null, signals: signals.map((one) => one.id) },
      })}
      done={({ number }) => t('made', { number, count: signals.length })}
      leads={({ id }) => `/problems/${id}`}
      onDone={() => onDone?.()}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('titleOf')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={200} placeholder={t('titleHint')} autoFocus />
      </Form.Item>
      <Form.Item name="class" label={t('class')} required>
        <Radio.Group className="signal-choices">
          <Radio value="">{t('classLater')}</Radio>
          {Object.entries(classes).map(([value, said]) => (
            <Radio key={value} value={value} title={say(classHints[value as ProblemClass])}>
              {say(said)} <span className="faint">{say(classHints[value as ProblemClass])}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="urgency" label={t('urgency')} required>
        <Radio.Group options={Object.entries(urgencies).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item name="statement" label={t('statement')}>
        <Input.TextArea rows={2} maxLength={5_000} />
      </Form.Item>
    </ActionDialog>
  );
}
