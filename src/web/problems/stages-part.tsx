/** The stages of a problem in a row: by when each was due, what it took or has left, and which runs now. */
import { lengthOf, saySpan } from '#clock/left.ts';
import { matterEvents } from '#rules/milestone.ts';
import { sayBudget } from '#rules/time/say-budget.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { stageWords } from '#web/limits/stage.words.ts';
import { Due } from '#web/show/due.tsx';
import { Light } from '#web/show/light.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

type Stage = ProblemPage['stages'][number];

export function StagesPart({ stages, whole }: Pick<ProblemPage, 'stages' | 'whole'>) {
  const t = useWords(stageWords);
  if (stages.length === 0) return null;
  // What lies before the last stage that began has been passed, though it never ran.
  const reached = stages.map(({ due }) => due !== null).lastIndexOf(true);
  return (
    <Part title={t('part')}>
      <ol className="stages">
        {stages.map((stage, nth) => (
          <OneStage key={stage.name} stage={stage} passed={nth < reached} />
        ))}
      </ol>
      {whole && (
        <p className="quiet">
          {t('whole')} <Due due={whole} />
        </p>
      )}
    </Part>
  );
}

function OneStage({ stage, passed }: { stage: Stage; passed: boolean }) {
  const t = useWords(stageWords);
  const say = useSaid();
  const times = useTimes();
  const language = useLanguage();
  const { name, starts, ends, unitOfTime, budget, extended, due, endedAt, takenMs } = stage;
  const runs = due !== null && endedAt === null;
  const taken = takenMs === null ? '' : saySpan(lengthOf(takenMs, unitOfTime), language);
  const late = due !== null && endedAt !== null && endedAt > due.dueAt;
  return (
    <li className={runs ? 'is-now' : ''} aria-current={runs ? 'step' : undefined}>
      <p>
        <strong>{name}</strong> <span className="quiet">{say(sayBudget(budget, unitOfTime))}</span>
      </p>
      <p>
        {runs && <Due due={due} />}
        {due && endedAt && <Light colour={late ? 'red' : 'green'} said={t(late ? 'late' : 'inTime')} />}
        {!due && <span className="faint">{t(passed ? 'passed' : 'toCome')}</span>}
      </p>
      <p className="faint">{t('span', { starts: say(matterEvents[starts]), ends: say(matterEvents[ends]) })}</p>
      {due && (
        <>
          <p className="faint">{t('due', { when: times.moment(due.dueAt) })}</p>
          <p className="faint">
            {t(runs ? 'soFar' : 'taken', { taken })}
            {extended > 0 && ` · ${t('extended', { more: say(sayBudget(extended, unitOfTime)) })}`}
          </p>
        </>
      )}
    </li>
  );
}
