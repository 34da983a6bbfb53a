/** The names of the columns with what stands in each: above the map, moving sideways with it, of one size at any zoom. */
import { columns, countOf, signalsOf } from '#web/source/line-graph.ts';
import type { Laid } from '#web/source/line-layout.ts';
import type { Things } from '#web/source/line-things.ts';
import { columnNames } from '#web/source/source.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid } from '#web/words/words.ts';

type LineHeadsProps = { laid: Laid; things: Things; x: number; zoom: number };

/** How many stand in a column: of words every signal. */
export function countIn({ line, signals }: Things, column: (typeof columns)[number]): number {
  if (column !== 'signals') return countOf(line, column);
  return line.signals.reduce((sum, { problemId }) => sum + (signals.get(signalsOf(problemId))?.count ?? 0), 0);
}

export function LineHeads({ laid, things, x, zoom }: LineHeadsProps) {
  const say = useSaid();
  const numbers = useNumbers();
  return (
    <div className="line-heads" aria-hidden>
      {columns.map((column, index) => {
        const head = laid.heads[index]!;
        const count = countIn(things, column);
        return (
          <p
            key={column}
            className={count === 0 ? 'is-empty' : ''}
            style={{ left: head.x * zoom + x, width: head.width * zoom }}
          >
            <span className="one-line">{say(columnNames[column])}</span>
            {count > 0 && <strong className="figures">{numbers.whole(count)}</strong>}
          </p>
        );
      })}
    </div>
  );
}
