/** Beside a problem: the units that have it, with whom it is shared, the clock, and under which programme it was made. */
import { Button } from 'antd';
import { useState } from 'react';
import { limitNames } from '#rules/limits.ts';
import { assignmentRoles } from '#triage/problem.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { Go } from '#web/place/go.tsx';
import { TakeOffDialog } from '#web/problems/assign-dialogs.tsx';
import { countersignWords } from '#web/problems/countersign.words.ts';
import { problemWords } from '#web/problems/problem.words.ts';
import { EndShareDialog, type Share } from '#web/problems/share-dialogs.tsx';
import { Due } from '#web/show/due.tsx';
import { Person, Unit } from '#web/show/person.tsx';
import { sourceAddress } from '#web/source/source-link.tsx';
import { Facts } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Assignment = ProblemPage['assignments'][number];

export function ProblemAround({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  const say = useSaid();
  const times = useTimes();
  const { due, programme } = problem;
  return (
    <div className="around">
      <Units problem={problem} />
      {problem.shares.length > 0 && <Shares problem={problem} />}
      <section>
        <h3>{t('clock')}</h3>
        {!due && <p className="faint">{t('noClock')}</p>}
        {due && (
          <>
            <p className="quiet">{t('limit', { name: due.stage ?? limitName(due.limit, say) })}</p>
            <p>
              <Due due={due} />
            </p>
            <p className="faint">{t('begun', { when: times.near(due.startedAt) })}</p>
          </>
        )}
      </section>
      <Facts
        of={[
          [
            t('reporters'),
            <Go
              key="line"
              to={sourceAddress({ kind: 'problem', id: problem.id, focus: 'signals' })}
              className="figures"
            >
              {problem.reporters}
            </Go>,
          ],
          [
            t('made'),
            <>
              <Person key="by" name={problem.madeBy.name} id={problem.madeBy.id} />{' '}
              <time className="faint" dateTime={problem.madeAt} title={times.exact(problem.madeAt)}>
                {times.near(problem.madeAt)}
              </time>
            </>,
          ],
          [t('programme'), t('programmeVersion', { name: say(programme), version: programme.version })],
        ]}
      />
    </div>
  );
}

function limitName(limit: string, say: (said: { zh: string; en: string }) => string): string {
  return limit in limitNames ? say(limitNames[limit as keyof typeof limitNames]) : limit;
}

function Units({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  const [whole, setWhole] = useState(problem.state === 'closed');
  const open = problem.assignments.filter((one) => one.closedAt === null);
  const earlier = problem.assignments.filter((one) => one.closedAt !== null);
  const mayTakeOff = problem.buttons.some((button) => button.step === 'addUnit' && button.closed === null);
  return (
    <section>
      <h3>{t('units')}</h3>
      {open.length === 0 && problem.state === 'open' && <p className="faint">{t('noLead')}</p>}
      <ul className="assignments">
        {open.map((one) => (
          <OneUnit
            key={one.id}
            problem={problem}
            assignment={one}
            mayTakeOff={mayTakeOff && one.role !== 'lead' && one.role !== 'entrusted'}
          />
        ))}
        {whole && earlier.map((one) => <OneUnit key={one.id} problem={problem} assignment={one} mayTakeOff={false} />)}
      </ul>
      {earlier.length > 0 && !whole && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('earlierUnits', { count: earlier.length })}
        </Button>
      )}
    </section>
  );
}

type OneUnitProps = { problem: ProblemPage; assignment: Assignment; mayTakeOff: boolean };

function OneUnit({ problem, assignment, mayTakeOff }: OneUnitProps) {
  const t = useWords(problemWords);
  const c = useWords(countersignWords);
  const say = useSaid();
  const times = useTimes();
  const [asking, setAsking] = useState(false);
  const { unit, role, signedBy, signedAt, openedAt, closedAt, closeWords } = assignment;
  const signed = { name: signedBy ?? '', when: signedAt ? times.near(signedAt) : '' };
  return (
    <li className={closedAt ? 'is-earlier' : ''}>
      <p>
        <span className={role === 'lead' ? 'role is-lead' : 'role'}>{say(assignmentRoles[role])}</span>
        <Unit name={unit.name} short={unit.shortName} id={unit.id} />
        {mayTakeOff && (
          <Button type="text" size="small" onClick={() => setAsking(true)}>
            {t('takeOff')}
          </Button>
        )}
      </p>
      <p className="faint">
        {signedAt && (role === 'copy' ? c('readBy', signed) : t('signedBy', signed))}
        {!signedAt && role === 'lead' && !closedAt && t('unsigned')}
        {!signedAt && role !== 'lead' && t('since', { when: times.near(openedAt) })}
      </p>
      {closeWords && <p className="quiet verbatim">{closeWords}</p>}
      {asking && <TakeOffDialog problem={problem} assignment={assignment} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Shares({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  return (
    <section>
      <h3>{t('shares')}</h3>
      <ul className="assignments">
        {problem.shares.map((share) => (
          <OneShare key={share.id} problem={problem} share={share} />
        ))}
      </ul>
    </section>
  );
}

function OneShare({ problem, share }: { problem: ProblemPage; share: Share }) {
  const t = useWords(problemWords);
  const times = useTimes();
  const [asking, setAsking] = useState(false);
  const { unit, person, by, at, until } = share;
  const mayEnd = problem.buttons.some((button) => button.step === 'assign');
  return (
    <li>
      <p>
        {unit && <Unit name={unit.name} short={unit.shortName} id={unit.id} />}
        {person && <Person name={person.name} id={person.id} />}
        {mayEnd && (
          <Button type="text" size="small" onClick={() => setAsking(true)}>
            {t('endShare')}
          </Button>
        )}
      </p>
      <p className="faint">
        {t('shareBy', { name: by, when: times.near(at) })}
        {until && ` · ${t('shareUntil', { day: times.day(until) })}`}
      </p>
      {asking && <EndShareDialog problem={problem} share={share} onClose={() => setAsking(false)} />}
    </li>
  );
}
