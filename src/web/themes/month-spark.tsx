/** Signals by months as a word-sized row of bars; the last two months, which the growth speaks of, stand out. Plain SVG. */
import { monthsBetween } from '#web/source/months.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/themes/month-spark.css';

const STEP = 8;
const BAR = 6;
const HEIGHT = 28;

/** `from`: earlier months serve comparison and are not shown. */
export function MonthSpark({ months, from, to }: { months: readonly [string, number][]; from: string; to: string }) {
  const t = useWords(themeWords);
  const counts = new Map(months);
  const all = monthsBetween(from, to);
  const highest = Math.max(1, ...all.map((month) => counts.get(month) ?? 0));
  const list = all.map((month) => `${month} ${counts.get(month) ?? 0}`).join('、');
  return (
    <svg
      className="month-spark"
      width={all.length * STEP}
      height={HEIGHT}
      viewBox={`0 0 ${all.length * STEP} ${HEIGHT}`}
      role="img"
      aria-label={t('monthsHeard', { list })}
    >
      {all.map((month, index) => {
        const count = counts.get(month) ?? 0;
        const tall = count === 0 ? 1 : Math.max(2, (count / highest) * (HEIGHT - 1));
        const late = index >= all.length - 2;
        return (
          <rect
            key={month}
            className={late ? 'is-late' : ''}
            x={index * STEP}
            y={HEIGHT - tall}
            width={BAR}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
