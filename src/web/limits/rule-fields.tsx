/** The fields of a limit rule beside its conditions, and under them what they would have done to last month. */
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { unitsOfTime } from '#clock/due.ts';
import { type LimitName, mayBeAsked, mostOf, type RuleDraft } from '#rules/limit-rule.ts';
import { limitNames } from '#rules/limits.ts';
import { milestone } from '#rules/milestone.ts';
import { unitNames } from '#rules/time/say-budget.ts';
import { limitsApi } from '#views/limits.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { limitWords } from '#web/limits/limit.words.ts';
import { stageWords } from '#web/limits/stage.words.ts';
import { StageFields } from '#web/limits/stage-fields.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** As the form holds them: what was not chosen is absent. */
export type RuleValues = Partial<RuleDraft> &
  Pick<RuleDraft, 'limitName' | 'unitOfTime' | 'budget' | 'validFrom'> & { reason: string };

export const useNeeded = () => {
  const t = useWords(limitWords);
  return [{ required: true, message: t('needed') }];
};

export function RuleFields({
  today,
  fixed,
  replaces,
}: {
  today: string;
  fixed?: Partial<RuleDraft>;
  replaces?: string;
}) {
  const t = useWords(limitWords);
  const say = useSaid();
  const needed = useNeeded();
  const watched = Form.useWatch('limitName') as LimitName | undefined;
  const limit = fixed?.limitName ?? watched ?? 'handle';
  const unit = (Form.useWatch('unitOfTime') as RuleDraft['unitOfTime'] | undefined) ?? 'working_day';
  return (
    <>
      <div className="limit-two">
        <Form.Item name="budget" label={t('budget')} rules={needed}>
          <InputNumber min={1} max={mostOf(unit)} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="unitOfTime" label={t('unit')} rules={needed}>
          <Select
            options={(limit === 'deferral' ? (['day'] as const) : unitsOfTime).map((value) => ({
              value,
              label: say(unitNames[value]),
            }))}
          />
        </Form.Item>
      </div>
      {(unit === 'day' || unit === 'month_day') && (
        <Form.Item name="roll" valuePropName="checked">
          <Checkbox>{t('roll')}</Checkbox>
        </Form.Item>
      )}
      {limit === 'handle' && <StageFields />}
      <Preview fixed={fixed} replaces={replaces} />
      <div className="limit-two">
        {mayBeAsked(limit) && (
          <>
            <Form.Item name="extensions" label={t('extensions')} rules={needed}>
              <InputNumber min={0} max={10} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="extensionBudget" label={t('extensionBudget')}>
              <InputNumber min={1} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="suspensionDays" label={t('suspensionDays')} rules={needed}>
              <InputNumber min={0} max={3653} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </>
        )}
        <Form.Item name="validFrom" label={t('from')} rules={needed}>
          <DayPick from={today} />
        </Form.Item>
        <Form.Item name="validTo" label={t('to')}>
          <DayPick from={today} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t('source')}>
        <Input maxLength={300} />
      </Form.Item>
      <ReasonItem />
    </>
  );
}

/** @param fixed the conditions of a rule that is replaced; else they are watched in the form */
function Preview({ fixed, replaces }: { fixed: Partial<RuleDraft> | undefined; replaces: string | undefined }) {
  const t = useWords(limitWords);
  const s = useWords(stageWords);
  const say = useSaid();
  const numbers = useNumbers();
  const watched = (Form.useWatch([]) ?? {}) as Partial<RuleDraft>;
  const {
    limitName,
    channelId,
    categoryId,
    urgency,
    class: kind,
    unitOfTime,
    budget,
    roll,
    milestones,
  } = { ...watched, ...fixed };
  const stages = (milestones ?? []).filter((one) => milestone.safeParse(one).success);
  const query = limitName &&
    unitOfTime &&
    budget && {
      ...{ limitName, unitOfTime, budget: String(budget), roll: roll ? 'true' : 'false' },
      ...(channelId && { channelId }),
      ...(categoryId && { categoryId }),
      ...(urgency && { urgency }),
      ...(kind && { class: kind }),
      ...(stages.length > 0 && { milestones: JSON.stringify(stages) }),
      ...(replaces && { replaces }),
    };
  const { data } = useRead(limitsApi.preview, query ? { query } : undefined, { keep: true });
  if (!data || !limitName) return null;
  const { month, ended, concerned, lateWas, lateWould, cut } = data;
  const [year, ofYear] = month.split('-').map(Number) as [number, number];
  const about = {
    month: t('month', { year, month: ofYear }),
    ended: numbers.whole(ended),
    limit: say(limitNames[limitName]),
    concerned: numbers.whole(concerned),
  };
  return (
    <section className="limit-preview" aria-live="polite" aria-label={t('preview')}>
      <strong>{t('preview')}</strong>
      <p>
        {concerned === 0
          ? t('previewNone', about)
          : t('previewSome', { ...about, was: numbers.whole(lateWas), would: numbers.whole(lateWould) })}
        {cut && <span className="faint"> {t('previewCut')}</span>}
      </p>
      {data.stages.length > 0 && (
        <ul>
          {data.stages.map(({ name, ended: of, late }) => (
            <li key={name}>{s('previewStage', { name, ended: numbers.whole(of), late: numbers.whole(late) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
