/** What the list of problems shows of each. */
import { urgencies } from '#signal/signal.ts';
import { classes, states } from '#triage/problem.ts';
import type { ProblemItem } from '#triage/triage.api.ts';
import type { Column } from '#web/list/list.ts';
import { deferralWords } from '#web/problems/deferral.words.ts';
import { problemWords } from '#web/problems/problem.words.ts';
import { Due } from '#web/show/due.tsx';
import { Unit } from '#web/show/person.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { UrgencyMark } from '#web/show/urgency-mark.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function useProblemColumns(): readonly Column<ProblemItem>[] {
  const t = useWords(problemWords);
  const say = useSaid();
  const d = useWords(deferralWords);
  const times = useTimes();
  const numbers = useNumbers();
  return [
    {
      key: 'number',
      said: problemWords.number,
      width: 118,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    {
      key: 'title',
      said: problemWords.title,
      locked: true,
      phone: 'title',
      render: (one) => (
        <>
          <UrgencyMark urgency={one.urgency} /> {one.title}
        </>
      ),
    },
    {
      key: 'class',
      said: problemWords.class,
      width: 76,
      render: (one) => (one.class ? say(classes[one.class]) : <span className="faint">{t('noClass')}</span>),
    },
    {
      key: 'lead',
      said: problemWords.leadUnit,
      width: 116,
      phone: 'line',
      render: (one) =>
        one.lead ? (
          <Unit name={one.lead.name} short={one.lead.shortName} />
        ) : (
          <span className="faint">{one.state === 'open' ? t('noLead') : '—'}</span>
        ),
    },
    { key: 'signals', said: problemWords.signals, width: 64, right: true, render: (one) => numbers.whole(one.signals) },
    {
      key: 'reporters',
      said: problemWords.reporters,
      width: 68,
      right: true,
      render: (one) => numbers.whole(one.reporters),
    },
    {
      key: 'urgency',
      said: problemWords.urgency,
      width: 84,
      hidden: true,
      render: (one) => say(urgencies[one.urgency]),
    },
    {
      key: 'state',
      said: problemWords.state,
      width: 176,
      phone: 'side',
      render: (one) => <StateTag state={states[one.state]} />,
    },
    {
      key: 'due',
      said: problemWords.due,
      width: 196,
      phone: 'line',
      render: (one) => (
        <>
          {one.due && <Due due={one.due} />}
          {one.deferral && (
            <span className="quiet">
              {' '}
              {d('since', { since: times.day(one.deferral.since), review: times.day(one.deferral.reviewOn) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'changed',
      said: problemWords.changed,
      width: 130,
      hidden: true,
      render: (one) => <time dateTime={one.changedAt}>{times.near(one.changedAt)}</time>,
    },
  ];
}
