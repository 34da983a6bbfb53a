/** What a ladder is called, which limits it watches, from when to when, and who stands in where the line has nobody. */
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { limitNames } from '#rules/limits.ts';
import { conditions, conditionsOf, type LadderKind, ladderKinds, limitsOf } from '#supervision/ladder.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { editorWords } from '#web/supervision/editor.words.ts';
import type { Draft } from '#web/supervision/ladder-draft.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type LadderFieldsProps = {
  draft: Draft;
  today: string;
  /** By field, in words. */
  wrong: Readonly<Record<string, string>>;
  onChange: (change: Partial<Draft>) => void;
};

export function LadderFields({ draft, today, wrong, onChange }: LadderFieldsProps) {
  const t = useWords(editorWords);
  const say = useSaid();
  const { kind, limitName, condition, name, from, to, fallback } = draft;
  // A version stays for the limits that it was for: else the history would not be one.
  const fixed = draft.replaces !== null;
  const item = (field: string, label: string, child: ReactNode) => (
    <Form.Item
      label={label}
      required={field !== 'to'}
      {...(wrong[field] && { validateStatus: 'error', help: wrong[field] })}
    >
      {child}
    </Form.Item>
  );
  const limits = [
    { value: '', label: t('every') },
    ...limitsOf[kind].map((value) => ({ value: value as string, label: say(limitNames[value]) })),
  ];
  const circumstances = [
    { value: '', label: t('whatever') },
    ...conditionsOf[kind].map((value) => ({ value: value as string, label: say(conditions[value]) })),
  ];
  return (
    <div className="ladder-fields">
      {item(
        'name',
        t('name'),
        <Input
          aria-label={t('name')}
          maxLength={60}
          value={name}
          onChange={({ target }) => onChange({ name: target.value })}
        />,
      )}
      {item(
        'kind',
        t('kind'),
        <Select
          aria-label={t('kind')}
          disabled={fixed}
          value={kind}
          onChange={(value: LadderKind) => onChange({ kind: value, limitName: null, condition: null })}
          options={Object.entries(ladderKinds).map(([value, words]) => ({ value, label: say(words) }))}
        />,
      )}
      {item(
        'limitName',
        t('limit'),
        <Select
          aria-label={t('limit')}
          disabled={fixed}
          value={limitName ?? ''}
          onChange={(value: string) => onChange({ limitName: value || null })}
          options={limits}
        />,
      )}
      {item(
        'condition',
        t('condition'),
        <Select
          aria-label={t('condition')}
          disabled={fixed}
          value={condition ?? ''}
          onChange={(value: string) => onChange({ condition: (value || null) as Draft['condition'] })}
          options={circumstances}
        />,
      )}
      {item('from', t('from'), <DayPick value={from} from={today} onChange={(day) => onChange({ from: day })} />)}
      {item('to', t('to'), <DayPick value={to} from={from ?? today} onChange={(day) => onChange({ to: day })} />)}
      {item(
        'fallbackId',
        t('fallback'),
        <AnybodyPick label={t('fallback')} value={fallback} onChange={(person) => onChange({ fallback: person })} />,
      )}
    </div>
  );
}
