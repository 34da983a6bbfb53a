/** One limit rule as a line: its conditions, how long, what it allows on top, since when and after whose example. */
import { Button, Tag } from 'antd';
import { mayBeAsked } from '#rules/limit-rule.ts';
import { sayBudget, sayLimit } from '#rules/time/say-budget.ts';
import { urgencies } from '#signal/signal.ts';
import { classes } from '#triage/problem.ts';
import type { LimitItem } from '#views/limits.api.ts';
import { limitWords } from '#web/limits/limit.words.ts';
import { stageWords } from '#web/limits/stage.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** What came with the program holds from the beginning of time. */
const BUILT_IN = '1900-01-01';

export function LimitLine({
  rule,
  today,
  onAsk,
}: {
  rule: LimitItem;
  today: string;
  onAsk: (what: 'change' | 'end') => void;
}) {
  const t = useWords(limitWords);
  const s = useWords(stageWords);
  const say = useSaid();
  const times = useTimes();
  const over = rule.validTo !== null && rule.validTo <= today;
  const { limitName, milestones, extensions, extensionBudget, suspensionDays, unitOfTime, budget } = rule;
  const most = say(sayBudget(extensionBudget ?? budget, unitOfTime));
  const stages = milestones.map((one) => `${one.name} ${say(sayBudget(one.budget, one.unitOfTime))}`);
  const allowed = [
    extensions > 0 ? t('extendable', { count: extensions, most }) : t('notExtendable'),
    suspensionDays > 0 ? t('suspendable', { days: suspensionDays }) : t('notSuspendable'),
  ];
  const notes = [
    ...(mayBeAsked(limitName) ? allowed : []),
    ...(milestones.length > 0 ? [s('inOrder', { stages: stages.join(' → ') })] : []),
    ...(rule.roll ? [t('rolls')] : []),
    ...(rule.validFrom === BUILT_IN ? [] : [t('fromDay', { day: times.date(rule.validFrom) })]),
    ...(rule.validTo ? [t('toDay', { day: times.date(rule.validTo) })] : []),
    ...(rule.madeBy ? [t('by', { name: rule.madeBy })] : []),
    ...(rule.source ? [t('reference', { source: rule.source })] : []),
  ];
  return (
    <div className={over ? 'limit-line is-over' : 'limit-line'}>
      <div className="limit-when">
        <Conditions rule={rule} />
        {rule.validFrom > today && <Tag>{t('coming')}</Tag>}
        {over && <Tag>{t('ended')}</Tag>}
      </div>
      <strong className="figures limit-long">{say(sayLimit(budget, unitOfTime))}</strong>
      <span className="faint limit-notes">{notes.join(' · ')}</span>
      {!over && (
        <span className="limit-acts">
          <Button size="small" onClick={() => onAsk('change')}>
            {t('change')}
          </Button>
          <Button size="small" onClick={() => onAsk('end')}>
            {t('end')}
          </Button>
        </span>
      )}
    </div>
  );
}

export function Conditions({ rule }: { rule: Pick<LimitItem, 'channel' | 'category' | 'urgency' | 'class'> }) {
  const t = useWords(limitWords);
  const say = useSaid();
  const parts = [
    rule.channel && t('byChannel', { name: rule.channel }),
    rule.category,
    rule.urgency && say(urgencies[rule.urgency]),
    rule.class && say(classes[rule.class]),
  ].filter((part) => part !== null);
  return <span>{parts.length > 0 ? parts.join(' · ') : t('any')}</span>;
}
