/** Editing a draft: its words, who answers for it, and its steps in their order; what is missing is said beside its step. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { faultsOf } from '#procedure/faults.ts';
import { procedureApi, type VersionShown } from '#procedure/procedure.api.ts';
import { MOST_STEPS } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { StepFields } from '#web/procedures/step-fields.tsx';
import { StepDrawing } from '#web/procedures/step-line.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

const blank = (key: string, after: readonly Step[]): Step => ({
  ...{
    key,
    title: '',
    words: '',
    who: 'fits',
    roleCode: null,
    personId: null,
    place: 'thing',
    unitId: null,
    supervision: null,
  },
  ...{ unitOfTime: 'working_day', budget: 2, evidenceAsked: '', feedback: null },
  after: after.length > 0 ? [after[after.length - 1]!.key] : [],
});

/** A key that no step has or had: `s` and the next number. */
const nextKey = (steps: readonly Step[]): string => {
  const used = steps.map(({ key }) => Number(/^s(\d+)$/.exec(key)?.[1] ?? 0));
  return `s${Math.max(0, ...used) + 1}`;
};

export function DraftEditor(props: { name: string; version: VersionShown; onClose: () => void }) {
  const { version, onClose } = props;
  const t = useWords(procedureWords);
  const [name, setName] = useState(props.name);
  const [words, setWords] = useState(version.words);
  const [first, setFirst] = useState<Picked | null>(version.responsible);
  const [second, setSecond] = useState<Picked | null>(version.second);
  const [steps, setSteps] = useState<Step[]>(version.steps);
  const [id] = useState(newId);
  const save = useVerb(procedureApi.save, { shows: true, changes: ['/procedures'], done: () => t('saved') });
  const faults = faultsOf(steps);
  const ready = name.trim() !== '' && first !== null && second !== null;
  const put = (i: number, one: Step) => setSteps(steps.map((old, at) => (at === i ? one : old)));
  const move = (i: number, by: number) => {
    const next = steps.filter((_, at) => at !== i);
    next.splice(i + by, 0, steps[i]!);
    setSteps(next);
  };
  /** Whoever waited for it waits for it no more. */
  const remove = (i: number) => {
    const { key } = steps[i]!;
    setSteps(
      steps.filter((_, at) => at !== i).map((one) => ({ ...one, after: one.after.filter((before) => before !== key) })),
    );
  };
  const submit = async () => {
    const body = { id, version: version.version, name, words, responsibleId: first!.id, secondId: second!.id, steps };
    const outcome = await save.run({ params: { id: version.id }, body });
    if ('reply' in outcome) onClose();
  };
  return (
    <Part title={t('edit')}>
      <div className="procedure-form">
        <Labelled label={t('name')}>
          <Input value={name} maxLength={60} aria-label={t('name')} onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <Labelled label={t('responsible')}>
          <AnybodyPick value={first} onChange={setFirst} label={t('responsible')} />
        </Labelled>
        <Labelled label={t('second')}>
          <AnybodyPick value={second} onChange={setSecond} label={t('second')} />
        </Labelled>
      </div>
      <Labelled label={t('words')}>
        <Input.TextArea
          value={words}
          maxLength={2_000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-label={t('words')}
          onChange={(event) => setWords(event.target.value)}
        />
      </Labelled>
      <StepDrawing steps={steps} />
      {steps.map((one, i) => (
        <StepFields
          key={one.key}
          step={one}
          nth={i}
          steps={steps}
          names={version.names}
          faults={faults.filter(({ nth }) => nth === i)}
          onChange={(changed) => put(i, changed)}
          onMove={(by) => move(i, by)}
          onRemove={() => remove(i)}
        />
      ))}
      <p>
        <Button
          disabled={steps.length >= MOST_STEPS}
          onClick={() => setSteps([...steps, blank(nextKey(steps), steps)])}
        >
          {t('addStep')}
        </Button>
      </p>
      <Refused refusal={save.refusal} loose={(save.refusal?.body.fields ?? []).map(({ message }) => message)} />
      <p className="procedure-save">
        <Button type="primary" loading={save.running} disabled={!ready} onClick={() => void submit()}>
          {t('save')}
        </Button>{' '}
        <Button onClick={onClose}>{t('stop')}</Button>{' '}
        <span className={faults.length > 0 ? 'tone-danger' : 'quiet'}>
          {faults.length > 0 ? t('faults', { n: faults.length }) : t('ready')}
        </span>
      </p>
    </Part>
  );
}

export function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="procedure-field">
      <span className="quiet">{label}</span>
      {children}
    </div>
  );
}
