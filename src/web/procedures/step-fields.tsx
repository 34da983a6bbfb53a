/** The fields of one step: what, who of which unit, until when, after which steps, and what closes it. */
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Input, InputNumber, Select } from 'antd';
import { unitsOfTime } from '#clock/due.ts';
import type { Said } from '#platform/problem.ts';
import { procedureProblems } from '#platform/problems-procedure.ts';
import type { Found } from '#procedure/faults.ts';
import { needsUnit } from '#procedure/faults.ts';
import { type Place, places, type Supervision, supervisions, type Who, whos } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';
import { unitNames } from '#rules/time/say-budget.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { Labelled } from '#web/procedures/draft-editor.tsx';
import { FeedbackFields } from '#web/procedures/feedback-fields.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { RoleSelect } from '#web/procedures/role-select.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type StepFieldsProps = {
  step: Step;
  nth: number;
  steps: readonly Step[];
  names: Record<string, string>;
  faults: readonly Found[];
  onChange: (step: Step) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

export function StepFields(props: StepFieldsProps) {
  const { step, nth, steps, names, faults, onChange, onMove, onRemove } = props;
  const t = useWords(procedureWords);
  const say = useSaid();
  const set = (change: Partial<Step>) => onChange({ ...step, ...change });
  const picked = (id: string | null) => (id ? { id, name: names[id] ?? '…' } : null);
  const others = steps.filter(({ key }) => key !== step.key);
  return (
    <fieldset className="procedure-step">
      <legend>{t('nthStep', { n: nth + 1 })}</legend>
      <span className="procedure-step-tools">
        <Button
          size="small"
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={t('up')}
          disabled={nth === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          size="small"
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={t('down')}
          disabled={nth === steps.length - 1}
          onClick={() => onMove(1)}
        />
        <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={t('remove')} onClick={onRemove} />
      </span>
      <div className="procedure-form">
        <Labelled label={t('stepTitle')}>
          <Input
            value={step.title}
            maxLength={100}
            aria-label={t('stepTitle')}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Labelled>
        <Labelled label={t('limit')}>
          <span className="procedure-limit">
            <InputNumber
              min={1}
              max={1_000}
              precision={0}
              value={step.budget}
              aria-label={t('limit')}
              onChange={(budget) => set({ budget })}
            />
            <Select
              value={step.unitOfTime}
              aria-label={t('limit')}
              onChange={(unitOfTime) => set({ unitOfTime })}
              options={unitsOfTime.map((value) => ({ value, label: say(unitNames[value]) }))}
            />
          </span>
        </Labelled>
        <Labelled label={t('after')}>
          <Select
            mode="multiple"
            value={step.after}
            aria-label={t('after')}
            placeholder={t('first')}
            onChange={(after: string[]) => set({ after })}
            options={others.map(({ key, title }) => ({ value: key, label: title || key }))}
          />
        </Labelled>
        <Labelled label={t('who')}>
          <Select<Who>
            value={step.who}
            aria-label={t('who')}
            onChange={(who) => set({ who })}
            options={Object.entries(whos).map(([value, words]) => ({ value: value as Who, label: say(words) }))}
          />
        </Labelled>
        {step.who === 'role' && (
          <Labelled label={t('role')}>
            <RoleSelect value={step.roleCode} onChange={(roleCode) => set({ roleCode })} />
          </Labelled>
        )}
        {step.who === 'person' && (
          <Labelled label={t('person')}>
            <AnybodyPick
              value={picked(step.personId)}
              label={t('person')}
              onChange={(one) => set({ personId: one?.id ?? null })}
            />
          </Labelled>
        )}
        {needsUnit(step) && (
          <Labelled label={t('place')}>
            <Select<Place>
              value={step.place}
              aria-label={t('place')}
              onChange={(place) => set({ place })}
              options={Object.entries(places).map(([value, words]) => ({ value: value as Place, label: say(words) }))}
            />
          </Labelled>
        )}
        {needsUnit(step) && step.place === 'named' && (
          <Labelled label={t('place_unit')}>
            <UnitPick
              tree="any"
              value={picked(step.unitId)}
              label={t('place_unit')}
              onChange={(one) => set({ unitId: one?.id ?? null })}
            />
          </Labelled>
        )}
        <Labelled label={t('supervision')}>
          <Select<Supervision | 'none'>
            value={step.supervision ?? 'none'}
            aria-label={t('supervision')}
            onChange={(supervision) => set({ supervision: supervision === 'none' ? null : supervision })}
            options={[
              { value: 'none', label: t('noSupervision') },
              ...Object.entries(supervisions).map(([value, words]) => ({
                value: value as Supervision,
                label: say(words),
              })),
            ]}
          />
        </Labelled>
        <Labelled label={t('evidence')}>
          <Input
            value={step.evidenceAsked}
            maxLength={500}
            aria-label={t('evidence')}
            onChange={(event) => set({ evidenceAsked: event.target.value })}
          />
        </Labelled>
        <FeedbackFields step={step} others={others} names={names} onChange={(feedback) => set({ feedback })} />
      </div>
      <Labelled label={t('stepWords')}>
        <Input.TextArea
          value={step.words}
          maxLength={2_000}
          autoSize={{ minRows: 1, maxRows: 6 }}
          aria-label={t('stepWords')}
          onChange={(event) => set({ words: event.target.value })}
        />
      </Labelled>
      {faults.map(({ field, fault }) => (
        <p key={`${field} ${fault}`} className="tone-danger" role="alert">
          {say(sentence(fault, step.title || t('nthStep', { n: nth + 1 })))}
        </p>
      ))}
    </fieldset>
  );
}

/** As the server would say it. */
function sentence(fault: Found['fault'], step: string): Said {
  const [, zh, en] = procedureProblems[`procedure_${fault}`];
  return { zh: zh.replace('{step}', step), en: en.replace('{step}', step) };
}
