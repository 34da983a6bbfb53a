/** What a change would do to open deadlines, before it is done. */
import type { CalendarPlan } from '#rules/calendar.api.ts';
import { limitNames } from '#rules/limits.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type PlanViewProps = { read: { data: CalendarPlan | undefined; error: Refusal | null; isFetching: boolean } };

export function PlanView({ read }: PlanViewProps) {
  const t = useWords(calendarWords);
  if (read.error) {
    const loose = (read.error.body.fields ?? []).map(({ message }) => message);
    return <Refused refusal={read.error} loose={loose} />;
  }
  if (!read.data) return read.isFetching ? <p className="faint">{t('looking')}</p> : null;
  return (
    <section className="calendar-plan" aria-live="polite">
      <h3>{t('preview')}</h3>
      <Counts plan={read.data} />
      {read.data.first.length > 0 && <First plan={read.data} />}
    </section>
  );
}

function Counts({ plan }: { plan: CalendarPlan }) {
  const t = useWords(calendarWords);
  const numbers = useNumbers();
  if (plan.kinds.every(({ moved }) => moved === 0)) return <p>{t('nothing')}</p>;
  return (
    <ul>
      {plan.kinds.map(({ kind, looked, moved, earlier, over }) => (
        <li key={kind}>
          {t('moves', {
            kind: t(kind as 'task'),
            looked: numbers.whole(looked),
            moved: numbers.whole(moved),
          })}
          {earlier > 0 && t('earlierOnes', { count: numbers.whole(earlier) })}
          {over > 0 && <strong>{t('overOnes', { count: numbers.whole(over) })}</strong>}
        </li>
      ))}
    </ul>
  );
}

function First({ plan }: { plan: CalendarPlan }) {
  const t = useWords(calendarWords);
  const say = useSaid();
  const times = useTimes();
  const limits: Record<string, { zh: string; en: string } | undefined> = limitNames;
  return (
    <div className="calendar-scroll">
      <table className="calendar-table">
        <caption>{t('firstOnes', { count: plan.first.length })}</caption>
        <thead>
          <tr>
            {(['thing', 'limit', 'before', 'after'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.first.map(({ id, number, limit, from, to }) => (
            <tr key={`${id} ${limit}`}>
              <td>{number}</td>
              <td>{limits[limit] ? say(limits[limit]) : limit}</td>
              <td>{times.moment(from)}</td>
              <td>{times.moment(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
