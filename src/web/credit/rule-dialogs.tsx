/** Naming a figure, loading a preset, ending a rule, and setting visits a year by level. */
import { Form, Input, InputNumber, Radio } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import { creditApi, type RuleShown } from '#credit/credit.api.ts';
import { standings } from '#credit/credit.ts';
import { type CreditPreset, presets } from '#credit/preset.ts';
import { ruleWords } from '#web/credit/rule.words.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now as thisMoment } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const changes = ['/credit-rules', '/organisations'];
type OnClose = { onClose: () => void };

const useNeeded = () => {
  const t = useWords(ruleWords);
  return [{ required: true, message: t('needed') }];
};

export function MetricDialog({ onClose }: OnClose) {
  const t = useWords(ruleWords);
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('addMetric')}
      route={creditApi.addMetric}
      args={(values: { name: string; unitWords: string }, id) => ({ body: { ...values, id } })}
      done={() => t('metricAdded')}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('metricName')} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="unitWords" label={t('unitWords')} rules={needed}>
        <Input maxLength={20} />
      </Form.Item>
    </ActionDialog>
  );
}

export function PresetDialog({ onClose }: OnClose) {
  const t = useWords(ruleWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={t('load')}
      how={t('loadHow')}
      initial={{ preset: 'prepaid' as CreditPreset }}
      route={creditApi.loadPreset}
      args={(values: { preset: CreditPreset; reason: string }, id) => ({ body: { ...values, id } })}
      done={({ rules }) => t('loaded', { n: rules })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="preset" label={t('preset')} rules={useNeeded()}>
        <Radio.Group options={Object.entries(presets).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

export function EndRuleDialog({ rule, onClose }: OnClose & { rule: RuleShown }) {
  const t = useWords(ruleWords);
  const times = useTimes();
  const today = dayOf(thisMoment());
  return (
    <ActionDialog
      title={`${t('end')} · ${rule.name}`}
      ok={t('end')}
      danger
      initial={{ day: addDays(today, 1) }}
      route={creditApi.endRule}
      args={(values: { day: string; reason: string }, id) => ({ params: { id: rule.id }, body: { ...values, id } })}
      done={(_, { day }) => t('ended', { day: times.date(day) })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="day" label={t('endDay')} rules={useNeeded()}>
        <DayPick from={today} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

type Visits = Record<'green' | 'yellow' | 'orange' | 'red', number>;

export function VisitingDialog({ now, onClose }: OnClose & { now: Visits | null }) {
  const t = useWords(ruleWords);
  const say = useSaid();
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('visiting')}
      ok={t('visitingSet')}
      how={t('visitingHow')}
      initial={now ?? { green: 1, yellow: 2, orange: 4, red: 12 }}
      route={creditApi.setVisiting}
      args={(values: Visits & { reason: string }, id) => ({ body: { ...values, id } })}
      done={() => t('visitingDone')}
      changes={changes}
      onClose={onClose}
    >
      <div className="credit-two">
        {(['green', 'yellow', 'orange', 'red'] as const).map((key) => (
          <Form.Item key={key} name={key} label={say(standings[key])} rules={needed}>
            <InputNumber min={0} max={366} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <ReasonItem />
    </ActionDialog>
  );
}
