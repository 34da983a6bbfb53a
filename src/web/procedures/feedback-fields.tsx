/** What closes a step: a person's review, or one rule of the closed list with its terms. */
import { Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { indicatorApi } from '#indicator/indicator.api.ts';
import { type FeedbackRule, feedbackRules } from '#procedure/procedure.ts';
import type { Feedback, Step } from '#procedure/step.ts';
import { useRead } from '#web/call/use-read.ts';
import { SearchSelect } from '#web/pick/pick.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { Labelled } from '#web/procedures/draft-editor.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type FeedbackFieldsProps = {
  step: Step;
  others: readonly Step[];
  names: Record<string, string>;
  onChange: (feedback: Feedback | null) => void;
};

export function FeedbackFields({ step, others, names, onChange }: FeedbackFieldsProps) {
  const t = useWords(procedureWords);
  const say = useSaid();
  const { feedback } = step;
  const begin = (rule: FeedbackRule | ''): Feedback | null =>
    rule === 'handed_in'
      ? { rule, files: false }
      : rule === 'step'
        ? { rule, key: others[0]?.key ?? step.key }
        : rule === 'closed'
          ? { rule }
          : null;
  // A range has no place to stand before its indicator is chosen.
  const [reading, setReading] = useState(feedback?.rule === 'reading');
  const choose = (rule: FeedbackRule | '') => {
    setReading(rule === 'reading');
    if (rule !== 'reading') onChange(begin(rule));
  };
  const options = [
    { value: '' as const, label: t('reviewed') },
    ...Object.entries(feedbackRules).map(([value, words]) => ({ value: value as FeedbackRule, label: say(words) })),
  ];
  return (
    <>
      <Labelled label={t('feedback')}>
        <Select<FeedbackRule | ''>
          value={reading ? 'reading' : (feedback?.rule ?? '')}
          aria-label={t('feedback')}
          onChange={choose}
          options={options}
        />
      </Labelled>
      {feedback?.rule === 'handed_in' && !reading && (
        <Labelled label="">
          <Checkbox
            checked={feedback.files}
            onChange={(event) => onChange({ ...feedback, files: event.target.checked })}
          >
            {t('files')}
          </Checkbox>
        </Labelled>
      )}
      {feedback?.rule === 'step' && !reading && (
        <Labelled label={t('byStep')}>
          <Select
            value={feedback.key}
            aria-label={t('byStep')}
            onChange={(key) => onChange({ rule: 'step', key })}
            options={others.map(({ key, title }) => ({ value: key, label: title || key }))}
          />
        </Labelled>
      )}
      {reading && <ReadingFields feedback={feedback} names={names} onChange={onChange} />}
    </>
  );
}

type Reading = Extract<Feedback, { rule: 'reading' }>;
type ReadingProps = Pick<FeedbackFieldsProps, 'names' | 'onChange'> & { feedback: Feedback | null };

function ReadingFields({ feedback, names, onChange }: ReadingProps) {
  const t = useWords(procedureWords);
  const held = feedback?.rule === 'reading' ? feedback : null;
  const set = (change: Partial<Reading>) => held && onChange({ ...held, ...change });
  return (
    <>
      <Labelled label={t('indicator')}>
        <IndicatorSelect
          value={held && { id: held.indicatorId, name: names[held.indicatorId] ?? '…' }}
          onChange={(one) => onChange(one && { rule: 'reading', min: null, max: null, ...held, indicatorId: one.id })}
        />
      </Labelled>
      {held && (
        <Labelled label={`${t('min')} / ${t('max')}`}>
          <span className="procedure-limit">
            <InputNumber value={held.min} aria-label={t('min')} onChange={(min) => set({ min })} />
            <InputNumber value={held.max} aria-label={t('max')} onChange={(max) => set({ max })} />
          </span>
        </Labelled>
      )}
    </>
  );
}

type Picked = { id: string; name: string };

export function IndicatorSelect(props: { value?: Picked | null; onChange?: (one: Picked | null) => void }) {
  const t = useWords(procedureWords);
  const typing = useTyped();
  const { typed } = typing;
  const found = useRead(indicatorApi.list, { query: { limit: 30, ...(typed && { q: typed }) } }, { keep: true });
  return (
    <SearchSelect
      {...props}
      label={t('indicator')}
      options={(found.data?.items ?? []).map(({ id, name, number }) => ({
        ...{ id, name },
        shown: (
          <span className="pick-option">
            <span className="figures faint">{number}</span> {name}
          </span>
        ),
      }))}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('indicator')}
      none={t('noIndicator')}
    />
  );
}
