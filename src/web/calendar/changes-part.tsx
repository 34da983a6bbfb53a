/** Who changed the calendar when and why, and how far open deadlines have followed. */
import { calendarApi } from '#rules/calendar.api.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const EVERY = 15_000;

export function ChangesPart() {
  const t = useWords(calendarWords);
  const times = useTimes();
  const numbers = useNumbers();
  const read = useRead(calendarApi.changes, {}, { every: EVERY });
  return (
    <section>
      <h2>{t('changes')}</h2>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data?.items.length === 0 && <p className="faint">{t('noChanges')}</p>}
      <ol className="calendar-changes">
        {read.data?.items.map((one) => {
          const counts = { looked: numbers.whole(one.looked), moved: numbers.whole(one.moved) };
          return (
            <li key={one.id}>
              <span className="faint">{t('version', { version: one.version })}</span>{' '}
              <strong>
                {one.kind === 'year'
                  ? t('changedYear', { year: String(one.year) })
                  : t('changedHours', { unit: one.unit ?? t('everybody') })}
              </strong>{' '}
              <span className="quiet">
                {one.by} · {times.near(one.at)}
              </span>
              {one.reason && <div>{one.reason}</div>}
              <div className="quiet">{t(one.finishedAt ? 'followed' : 'following', counts)}</div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
