/** Adding a limit rule, putting another in the place of one, ending one. */
import { Form, Select } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import { limitRuleApi } from '#rules/limit-rule.api.ts';
import { conditionsOf, type LimitName, ruledLimits } from '#rules/limit-rule.ts';
import { limitNames } from '#rules/limits.ts';
import { sayLimit } from '#rules/time/say-budget.ts';
import { urgencies } from '#signal/signal.ts';
import { classes } from '#triage/problem.ts';
import type { LimitItem } from '#views/limits.api.ts';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { ChannelPick } from '#web/limits/channel-pick.tsx';
import { limitWords } from '#web/limits/limit.words.ts';
import { Conditions } from '#web/limits/limit-line.tsx';
import { RuleFields, type RuleValues, useNeeded } from '#web/limits/rule-fields.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const changes = ['/limits'];
const WIDE = 820;

/** What the form leaves out is not asked for. */
const bodyOf = ({ roll, extensionBudget, validTo, source, milestones, ...rest }: RuleValues) => ({
  ...{
    ...rest,
    roll: roll ?? false,
    extensionBudget: extensionBudget ?? null,
    validTo: validTo ?? null,
    source: source ?? '',
    milestones: rest.limitName === 'handle' || rest.limitName === undefined ? [...(milestones ?? [])] : [],
  },
});

export function AddRuleDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(limitWords);
  const times = useTimes();
  const today = dayOf(now());
  const initial: Partial<RuleValues> = {
    ...{
      limitName: 'handle',
      unitOfTime: 'working_day',
      extensions: 1,
      suspensionDays: 60,
      validFrom: addDays(today, 1),
    },
  };
  return (
    <ActionDialog
      title={t('add')}
      width={WIDE}
      initial={initial}
      route={limitRuleApi.add}
      args={(values: RuleValues, id) => ({ body: { ...bodyOf(values), id } })}
      done={(_, { validFrom }) => t('added', { day: times.date(validFrom) })}
      changes={changes}
      onClose={onClose}
    >
      <ConditionFields />
      <RuleFields today={today} />
    </ActionDialog>
  );
}

function ConditionFields() {
  const t = useWords(limitWords);
  const say = useSaid();
  const needed = useNeeded();
  const meant = conditionsOf[(Form.useWatch('limitName') as LimitName | undefined) ?? 'handle'];
  return (
    <div className="limit-two">
      <Form.Item name="limitName" label={t('limit')} rules={needed}>
        <Select options={ruledLimits.map((value) => ({ value, label: say(limitNames[value]) }))} />
      </Form.Item>
      {meant.includes('channel') && (
        <Form.Item name="channelId" label={t('channel')}>
          <ChannelPick label={t('anyOf')} />
        </Form.Item>
      )}
      {meant.includes('category') && (
        <Form.Item name="categoryId" label={t('category')}>
          <CategoryPick label={t('anyOf')} />
        </Form.Item>
      )}
      {meant.includes('urgency') && (
        <Form.Item name="urgency" label={t('urgency')}>
          <Select
            allowClear
            placeholder={t('anyOf')}
            options={Object.entries(urgencies).map(([value, said]) => ({ value, label: say(said) }))}
          />
        </Form.Item>
      )}
      {meant.includes('class') && (
        <Form.Item name="class" label={t('class')}>
          <Select
            allowClear
            placeholder={t('anyOf')}
            options={Object.entries(classes).map(([value, said]) => ({ value, label: say(said) }))}
          />
        </Form.Item>
      )}
    </div>
  );
}

type OnRule = { rule: LimitItem; onClose: () => void };

export function ChangeRuleDialog({ rule, onClose }: OnRule) {
  const t = useWords(limitWords);
  const say = useSaid();
  const times = useTimes();
  const today = dayOf(now());
  const { limitName, channelId, categoryId, urgency, class: kind, validFrom, validTo, source: _, ...same } = rule;
  const tomorrow = addDays(today, 1);
  const initial: Partial<RuleValues> = { ...same, validFrom: validFrom > tomorrow ? validFrom : tomorrow, validTo };
  return (
    <ActionDialog
      title={`${t('change')} · ${say(limitNames[limitName])}`}
      ok={t('change')}
      width={WIDE}
      how={<Conditions rule={rule} />}
      initial={initial}
      route={limitRuleApi.replace}
      args={(values: RuleValues, id) => ({ params: { id: rule.id }, body: { ...bodyOf(values), id } })}
      done={(_reply, { validFrom: day, budget, unitOfTime }) =>
        t('changed', { day: times.date(day), limit: say(sayLimit(budget, unitOfTime)) })
      }
      changes={changes}
      onClose={onClose}
    >
      <RuleFields today={today} fixed={{ limitName, channelId, categoryId, urgency, class: kind }} replaces={rule.id} />
    </ActionDialog>
  );
}

export function EndRuleDialog({ rule, onClose }: OnRule) {
  const t = useWords(limitWords);
  const say = useSaid();
  const times = useTimes();
  const needed = useNeeded();
  const today = dayOf(now());
  return (
    <ActionDialog
      title={`${t('end')} · ${say(limitNames[rule.limitName])}`}
      ok={t('end')}
      danger
      how={
        <>
          <Conditions rule={rule} />
          <br />
          {t('ending')}
        </>
      }
      initial={{ day: addDays(today, 1) }}
      route={limitRuleApi.end}
      args={(values: { day: string; reason: string }, id) => ({ params: { id: rule.id }, body: { ...values, id } })}
      done={(_, { day }) => t('endedDone', { day: times.date(day) })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="day" label={t('endDay')} rules={needed}>
        <DayPick from={today} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
