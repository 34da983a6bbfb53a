/** Twelve months as a calendar on the wall: off, worked instead, today; each with a word, not with a colour alone. */
import { isWorkingDay } from '#clock/calendar.ts';
import { addDays, type Day, weekdayOf } from '#clock/day.ts';
import { addMonths, firstDay, lastDay, type Month } from '#clock/month.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import { useCalendar } from '#web/words/calendar.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

export type WallDay = { day: Day; kind: 'off' | 'work'; name: string; name_en: string };

const heads = { zh: [...'一二三四五六日'], en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'] };

export function YearWall({ year, days, today }: { year: number; days: readonly WallDay[]; today: Day }) {
  const named = new Map(days.map((one) => [one.day, one]));
  const months = Array.from({ length: 12 }, (_, n) => addMonths(`${year}-01`, n));
  return (
    <div className="calendar-wall">
      {months.map((month) => (
        <MonthTable key={month} month={month} named={named} today={today} />
      ))}
    </div>
  );
}

type MonthProps = { month: Month; named: ReadonlyMap<Day, WallDay>; today: Day };

function MonthTable({ month, named, today }: MonthProps) {
  const language = useLanguage();
  const number = Number(month.slice(5));
  const title =
    language === 'zh'
      ? `${number}月`
      : new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(Date.UTC(2026, number - 1, 15)));
  return (
    <table className="calendar-month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {heads[language].map((head, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of the seven are written alike
            <th key={at} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} inside={day.startsWith(month)} row={named.get(day)} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, inside, row, today }: { day: Day; inside: boolean; row: WallDay | undefined; today: Day }) {
  const t = useWords(calendarWords);
  const language = useLanguage();
  const calendar = useCalendar();
  if (!inside) return <td />;
  const works = row ? row.kind === 'work' : isWorkingDay(calendar, day);
  const kind = row?.kind ?? (works ? 'plain' : [0, 6].includes(weekdayOf(day)) ? 'weekend' : 'off');
  const name = row && (language === 'zh' ? row.name : row.name_en);
  const said = kind === 'off' ? t('offDay') : kind === 'work' ? t('workDay') : undefined;
  const hint = [name, said, day === today ? t('today') : undefined].filter(Boolean).join(' · ');
  return (
    <td className={`calendar-${kind}`} title={hint || undefined} aria-current={day === today ? 'date' : undefined}>
      <span>{Number(day.slice(8))}</span>
      {kind === 'off' && <small>{t('offMark')}</small>}
      {kind === 'work' && <small>{t('workMark')}</small>}
    </td>
  );
}

/** Whole weeks from Monday on that hold the month. */
function weeksOf(month: Month): Day[][] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const monday = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks: Day[][] = [];
  for (let day = monday; day <= last; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(day, n)));
  return weeks;
}
