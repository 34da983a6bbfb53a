/** What has happened on the way that whoever opens a problem has to know: returns, a binding assignment, urgings. */
import type { ProblemPage } from '#views/desk.api.ts';
import { flowWords } from '#web/problems/flow.words.ts';
import { Urged } from '#web/show/urged.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function FlowNotes({ problem }: { problem: ProblemPage }) {
  const t = useWords(flowWords);
  const times = useTimes();
  const returns = returnsOf(problem);
  const basis = problem.assignments.find((one) => one.closedAt === null && one.bindingBasis !== null)?.bindingBasis;
  if (returns.length === 0 && problem.urged.count === 0) return null;
  return (
    <ul className="flow-notes">
      {returns.length > 0 && (
        <li>
          <strong>{t('returned', { count: returns.length })}</strong>{' '}
          {returns
            .map(({ unit, closedBy, closedAt }) =>
              t('returnedBy', { unit: unit.shortName, name: closedBy ?? '', when: times.near(closedAt!) }),
            )
            .join(' · ')}
        </li>
      )}
      {basis && (
        <li>
          <strong>{t('binds')}</strong> <span className="verbatim">{t('bindsOn', { basis })}</span>
        </li>
      )}
      <Urged urged={problem.urged} />
    </ul>
  );
}

export const returnsOf = ({ assignments }: Pick<ProblemPage, 'assignments'>) =>
  assignments.filter(({ role, closeReason }) => role === 'lead' && closeReason === 'returned');
