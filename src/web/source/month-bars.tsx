/** Signals month by month as small bars; months without any keep their place, the highest says how many. Plain SVG. */
import { BARS } from '#web/source/line-size.ts';
import { monthsBetween } from '#web/source/months.ts';
import { sourceWords } from '#web/source/source.words.ts';
import { useWords } from '#web/words/words.ts';

const TOP = 15;
/** A year of twelve wide bars is the most that fill the width. */
const WIDEST = 14;

export function MonthBars({ months }: { months: readonly { month: string; count: number }[] }) {
  const t = useWords(sourceWords);
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const all = monthsBetween(months[0]!.month, months[months.length - 1]!.month);
  const highest = Math.max(...counts.values());
  const step = Math.min(WIDEST + 3, BARS.width / all.length);
  const tall = (count: number) => Math.max(count > 0 ? 1.5 : 0, (count / highest) * (BARS.height - TOP));
  const peak = all.findIndex((month) => counts.get(month) === highest);
  const peakX = Math.min(Math.max(peak * step + step / 2, 12), step * all.length);
  return (
    <figure className="ln-months">
      <svg
        width={BARS.width}
        height={BARS.height}
        viewBox={`0 0 ${BARS.width} ${BARS.height}`}
        role="img"
        aria-label={t('months', { list: months.map(({ month, count }) => `${month} ${count}`).join('、') })}
      >
        {all.map((month, index) => {
          const height = tall(counts.get(month) ?? 0);
          const wide = Math.max(step - (step > 5 ? 3 : 1), 1);
          return <rect key={month} x={index * step} y={BARS.height - height} width={wide} height={height} />;
        })}
        <text x={peakX} y={10} textAnchor={peakX > BARS.width - 20 ? 'end' : 'middle'}>
          {highest}
        </text>
        <line x1={0} x2={step * all.length} y1={BARS.height - 0.5} y2={BARS.height - 0.5} />
      </svg>
      <figcaption style={{ width: Math.max(step * all.length, 120) }}>
        <span>{all[0]}</span>
        <span>{all[all.length - 1]}</span>
      </figcaption>
    </figure>
  );
}
