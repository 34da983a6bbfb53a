/** The steps of a version to be read: what, who, until when, after which, and what closes it; and the small drawing of their order. */
import { depthsOf } from '#procedure/faults.ts';
import type { VersionShown } from '#procedure/procedure.api.ts';
import { feedbackRules, places, supervisions, whos } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';
import { sayLimit } from '#rules/time/say-budget.ts';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type StepsProps = { steps: readonly Step[]; names: VersionShown['names'] };

export function StepLines({ steps, names }: StepsProps) {
  const t = useWords(procedureWords);
  if (steps.length === 0) return <p className="faint">{t('noSteps')}</p>;
  return (
    <ol className="procedure-steps">
      {steps.map((one) => (
        <li key={one.key}>
          <StepLine step={one} steps={steps} names={names} />
        </li>
      ))}
    </ol>
  );
}

function StepLine({ step, steps, names }: StepsProps & { step: Step }) {
  const t = useWords(procedureWords);
  const say = useSaid();
  const before = steps.filter(({ key }) => step.after.includes(key)).map(({ title }) => title);
  const unit = step.place === 'named' && step.unitId ? names[step.unitId] : say(places.thing);
  const who = {
    ...{ fits: `${unit} · ${say(whos.fits)}`, role: `${unit} · ${names[step.roleCode ?? ''] ?? '—'}` },
    ...{ duty: say(whos.duty), person: names[step.personId ?? ''] ?? '—', listed: say(whos.listed) },
  }[step.who];
  return (
    <>
      <strong>{step.title || '—'}</strong>
      <span className="quiet">
        {who} · {step.budget && step.unitOfTime ? say(sayLimit(step.budget, step.unitOfTime)) : '—'} ·{' '}
        {before.length > 0 ? t('waits', { steps: before.join('、') }) : t('first')}
      </span>
      {step.words && <span className="faint">{step.words}</span>}
      <span className="faint">
        {step.supervision && `${say(supervisions[step.supervision])} · `}
        {step.evidenceAsked && `${t('evidence')}：${step.evidenceAsked} · `}
        {step.feedback ? say(feedbackRules[step.feedback.rule]) : t('reviewed')}
      </span>
    </>
  );
}

/** Columns from left to right: what stands in one is done at once. */
export function StepDrawing({ steps }: { steps: readonly Pick<Step, 'key' | 'title' | 'after'>[] }) {
  const t = useWords(procedureWords);
  if (steps.length < 2) return null;
  const depths = depthsOf(steps);
  const columns = [...new Set(depths.values())].sort((a, b) => a - b);
  return (
    <figure className="procedure-drawing" aria-label={t('drawing')}>
      <div className="procedure-columns">
        {columns.map((depth) => (
          <ul key={depth}>
            {steps
              .filter(({ key }) => depths.get(key) === depth)
              .map((one) => (
                <li key={one.key}>
                  {steps.findIndex(({ key }) => key === one.key) + 1} {one.title || '—'}
                </li>
              ))}
          </ul>
        ))}
      </div>
      <figcaption className="faint">{t('drawing')}</figcaption>
    </figure>
  );
}
