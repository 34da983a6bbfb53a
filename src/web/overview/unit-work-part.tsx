/** The work of a unit, on its page: figures that lead to the lists, for those who may see its problems. */
import { states as projectStates } from '#project/project.ts';
import { states as taskStates } from '#task/task.ts';
import { states as problemStates } from '#triage/problem.ts';
import { overviewApi } from '#views/overview.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import { Go } from '#web/place/go.tsx';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/overview/overview.css';

/** Refused, it is not there: the unit's page is open to more people than its work. */
export function UnitWorkPart({ unitId }: { unitId: string }) {
  const t = useWords(overviewWords);
  const say = useSaid();
  const read = useRead(overviewApi.unitWork, { params: { id: unitId } });
  if (!read.data) return null;
  const { problems, tasks, toAnswer, causes, measures, projects } = read.data;
  const problemsOf = `/problems?leadId=${unitId}`;
  const answersOf = `/signals/to-answer?unitId=${unitId}`;
  const byState = (parts: readonly Counted[], states: Record<string, { zh: string; en: string }>, list: string) =>
    parts.length === 0
      ? t('none')
      : Object.entries(states).flatMap(([state, said]) => {
          const part = parts.find((one) => one.state === state);
          return part ? [<Figure key={state} {...part} words={say(said)} to={`${list}&view=${state}`} />] : [];
        });
  return (
    <Part title={t('work')}>
      <div className="unit-work">
        <Facts
          of={[
            [t('problems'), byState(problems, problemStates, problemsOf)],
            [t('tasks'), byState(tasks, taskStates, `/tasks?unitId=${unitId}`)],
            [t('projects'), byState(projects, projectStates, `/projects?unitId=${unitId}`)],
            [t('toAnswer'), toAnswer.count === 0 ? t('none') : <Figure key="answers" {...toAnswer} to={answersOf} />],
            // There is no list of causes to lead to: these say how far the tracing is.
            [t('causes'), `${t('unverified')} ${causes.unverified} · ${t('confirmedOnes')} ${causes.confirmed}`],
            [t('measures'), `${t('proposed')} ${measures.proposed} · ${t('adoptedOnes')} ${measures.adopted}`],
          ]}
        />
      </div>
    </Part>
  );
}

type Counted = { state: string; count: number; late: number };
type FigureProps = { count: number; late?: number; words?: string; to: string };

function Figure({ count, late = 0, words, to }: FigureProps) {
  const t = useWords(overviewWords);
  const numbers = useNumbers();
  const filters = to.includes('to-answer') ? to : `${to}&late=true`;
  return (
    <span className="unit-figure">
      <Go to={to}>
        {words} <strong className="figures">{numbers.whole(count)}</strong>
      </Go>
      {late > 0 && (
        <Go to={filters} className="tone-danger late-figure">
          {t('lateCount', { count: numbers.whole(late) })}
        </Go>
      )}
    </span>
  );
}
