/** Extensions and suspensions of a thing: what was asked and why, by whom it was allowed, and what became of the deadline. */
import { sayBudget } from '#rules/time/say-budget.ts';
import type { TimeOfThing, TimeRequest } from '#rules/time/time-request.api.ts';
import { reasonWords, states } from '#rules/time/time-request.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { timeWords } from '#web/time/time.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/time/time.css';

export function TimePart({ time }: { time: TimeOfThing }) {
  const t = useWords(timeWords);
  if (time.requests.length === 0) return null;
  return (
    <Part title={t('part')}>
      <ul className="time-requests">
        {time.requests.map((request) => (
          <li key={request.id}>
            <TimeLine request={request} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function TimeLine({ request }: { request: TimeRequest }) {
  const t = useWords(timeWords);
  const say = useSaid();
  const times = useTimes();
  const {
    kind,
    state,
    reason,
    words,
    unitOfTime,
    stage,
    budget,
    until,
    by,
    at,
    decidedBy,
    decision,
    dueWas,
    dueAfter,
  } = request;
  const what =
    kind === 'extension'
      ? t('more', { more: say(sayBudget(budget!, unitOfTime)) })
      : t('still', { day: times.day(until!) });
  const moved = kind === 'extension' && state === 'granted' && dueAfter !== null;
  return (
    <div className="time-request">
      <p>
        <StateTag state={states[state]} /> {stage && <span>{t('inStage', { name: stage })}</span>}{' '}
        <strong>{what}</strong> <span className="quiet">{say(reasonWords(kind, reason))}</span>
      </p>
      <p className="verbatim">{words}</p>
      <p className="quiet">
        {t('askedBy', { name: by })}{' '}
        <time dateTime={at} title={times.exact(at)}>
          {times.near(at)}
        </time>
        {decidedBy && <> · {t(state === 'refused' ? 'refusedBy' : 'allowedBy', { name: decidedBy })}</>}
        {state === 'ended' && <> · {endedWords(request, t)}</>} ·{' '}
        {moved
          ? t('moved', { was: times.moment(dueWas), after: times.moment(dueAfter) })
          : t('dueThen', { was: times.moment(dueWas) })}
      </p>
      {decision && <p className="verbatim quiet">{decision}</p>}
    </div>
  );
}

const endedWords = (
  { endedBy }: TimeRequest,
  t: (key: 'endedBy' | 'endedByDay', params?: { name: string }) => string,
) => (endedBy ? t('endedBy', { name: endedBy }) : t('endedByDay'));
