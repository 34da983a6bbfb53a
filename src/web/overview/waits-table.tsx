/** For whom the problems wait: units down, states across, each head with whose turn it is; a figure leads to its list. */
import { type ProblemState, roles, states, turns } from '#triage/problem.ts';
import type { MorningList } from '#views/overview.api.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import { Go } from '#web/place/go.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const open = ['open', 'given', 'working', 'handled', 'verified'] as const satisfies ProblemState[];

/** More would not fit the page: what is least late goes together in the last row. */
const UNITS = 20;

type Waits = MorningList['waits'];

/** By unit, in the order in which the most late comes first. */
export function byUnit(waits: Waits): { unit: Waits[number]['unit']; parts: Waits; late: number; count: number }[] {
  const groups = new Map<string, Waits>();
  for (const one of waits) groups.set(one.unit?.id ?? '', [...(groups.get(one.unit?.id ?? '') ?? []), one]);
  const sum = (parts: Waits, of: 'late' | 'count') => parts.reduce((all, part) => all + part[of], 0);
  return [...groups.values()]
    .map((parts) => ({ unit: parts[0]!.unit, parts, late: sum(parts, 'late'), count: sum(parts, 'count') }))
    .sort((a, b) => b.late - a.late || b.count - a.count);
}

export function WaitsTable({ waits }: { waits: Waits }) {
  const t = useWords(overviewWords);
  const say = useSaid();
  const groups = byUnit(waits);
  const rest = groups.slice(UNITS);
  const shownStates = open.filter((state) => waits.some((one) => one.state === state));
  return (
    <table className="waits">
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {shownStates.map((state) => (
            <th key={state} scope="col">
              {say(states[state])}
              <br />
              <span className="faint">{say(roles[turns[state]])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.slice(0, UNITS).map(({ unit, parts }) => (
          <tr key={unit?.id ?? ''}>
            <th scope="row">{unit?.shortName ?? t('notGiven')}</th>
            {shownStates.map((state) => (
              <Cell
                key={state}
                of={parts.filter((part) => part.state === state)}
                to={`/problems?view=${state}${unit ? `&leadId=${unit.id}` : ''}`}
              />
            ))}
          </tr>
        ))}
        {rest.length > 0 && (
          <tr>
            <th scope="row">{t('otherUnits', { count: rest.length })}</th>
            {shownStates.map((state) => (
              <Cell key={state} of={rest.flatMap(({ parts }) => parts.filter((part) => part.state === state))} />
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Cell({ of, to }: { of: Waits; to?: string }) {
  const t = useWords(overviewWords);
  const count = of.reduce((sum, one) => sum + one.count, 0);
  const late = of.reduce((sum, one) => sum + one.late, 0);
  if (count === 0) return <td />;
  return (
    <td className="figures">
      {to ? <Go to={to}>{count}</Go> : count}
      {late > 0 && (
        <span className="tone-danger late-figure">
          {' '}
          {to ? <Go to={`${to}&late=true`}>{t('lateCount', { count: late })}</Go> : t('lateCount', { count: late })}
        </span>
      )}
    </td>
  );
}
