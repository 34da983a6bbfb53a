/** The queue: groups with a heading each, one line a signal, only those in sight exist; chosen ones are ticked. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox } from 'antd';
import { type CSSProperties, type MouseEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { useReadAhead } from '#web/list/use-rows.ts';
import { Due } from '#web/show/due.tsx';
import { Marks } from '#web/signals/marks.tsx';
import { GroupHead } from '#web/triage/group-head.tsx';
import { HeldLine, TakenLine } from '#web/triage/taken-line.tsx';
import { triageWords } from '#web/triage/triage.words.ts';
import type { Queue } from '#web/triage/use-queue.ts';
import type { Held, Taken } from '#web/triage/use-taken.ts';
import { useWords } from '#web/words/words.ts';
import '#web/triage/queue.css';

type Row = { kind: 'group'; item: QueueItem } | { kind: 'signal'; item: QueueItem };

const HEIGHT = { group: 40, signal: 66 };
const OVERSCAN = 10;

export type QueueListProps = {
  queue: Queue;
  grouped: boolean;
  at: string | undefined;
  chosen: ReadonlySet<string>;
  taken: Taken;
  held: Held;
  onGo: (id: string) => void;
  onChoose: (id: string, range: boolean) => void;
  onChooseGroup: (key: string) => void;
};

function rowsOf(items: readonly QueueItem[], grouped: boolean): Row[] {
  return items.flatMap((item, n): Row[] => {
    const row: Row = { kind: 'signal', item };
    const first = grouped && items[n - 1]?.group.key !== item.group.key;
    return first ? [{ kind: 'group', item }, row] : [row];
  });
}

export function QueueList({ queue, grouped, at, chosen, taken, held, onGo, onChoose, onChooseGroup }: QueueListProps) {
  const t = useWords(triageWords);
  const box = useRef<HTMLDivElement>(null);
  const rows = rowsOf(queue.items, grouped);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => HEIGHT[rows[index]!.kind],
    overscan: OVERSCAN,
    getItemKey: (index) => `${rows[index]!.kind} ${rows[index]!.item.id}`,
  });
  const seen = virtual.getVirtualItems();
  useReadAhead(queue.pages, rows.length, seen[seen.length - 1]?.index ?? 0);
  const show = useEffectEvent((id: string) => {
    const index = rows.findIndex((row) => row.kind === 'signal' && row.item.id === id);
    if (index >= 0) virtual.scrollToIndex(rows[index - 1]?.kind === 'group' ? index - 1 : index, { align: 'auto' });
  });
  useEffect(() => {
    if (at) show(at);
  }, [at]);
  return (
    <div ref={box} className="triage-list" aria-busy={queue.pages.isFetching}>
      <ol style={{ height: virtual.getTotalSize() }} aria-label={t('queue')}>
        {seen.map(({ index, start, key }) => {
          const { kind, item } = rows[index]!;
          const style = { transform: `translateY(${start}px)`, height: HEIGHT[kind] };
          if (kind === 'group')
            return (
              <li key={key} className="triage-group" style={style}>
                <GroupHead item={item} />
                <Button
                  size="small"
                  type="text"
                  title={`${t('chooseGroup', { count: queue.sizeOf(item.group) })} (A)`}
                  aria-label={t('chooseGroup', { count: queue.sizeOf(item.group) })}
                  onClick={(event) => {
                    letEnterGo(event);
                    onChooseGroup(item.group.key);
                  }}
                >
                  {queue.sizeOf(item.group)}
                </Button>
              </li>
            );
          return (
            <SignalRow
              key={key}
              item={item}
              style={style}
              now={item.id === at}
              chosen={chosen.has(item.id)}
              taken={taken.get(item.id)}
              held={held.get(item.id)}
              onGo={onGo}
              onChoose={onChoose}
            />
          );
        })}
      </ol>
    </div>
  );
}

/** After a click of the pointer Enter belongs to the page again, not to what was clicked; whoever came by Tab stays. */
function letEnterGo({ detail, currentTarget }: MouseEvent<HTMLElement>): void {
  if (detail > 0) currentTarget.blur();
}

type SignalRowProps = Pick<QueueListProps, 'onGo' | 'onChoose'> & {
  item: QueueItem;
  style: CSSProperties;
  now: boolean;
  chosen: boolean;
  taken: ReturnType<Taken['get']>;
  held: ReturnType<Held['get']>;
};

function SignalRow({ item, style, now, chosen, taken, held, onGo, onChoose }: SignalRowProps) {
  const t = useWords(triageWords);
  const marks = [now && 'is-now', chosen && 'is-chosen', taken && 'is-taken'].filter(Boolean).join(' ');
  return (
    <li className={`triage-row ${marks}`} style={style}>
      <Checkbox
        checked={chosen}
        aria-label={t('chooseOne', { number: item.number })}
        onChange={(event) => onChoose(item.id, event.nativeEvent.shiftKey)}
      />
      <button
        type="button"
        aria-current={now ? 'true' : undefined}
        onClick={(event) => {
          letEnterGo(event);
          onGo(item.id);
        }}
      >
        <span className="one-line triage-said">{item.title || item.words.replace(/\s+/g, ' ')}</span>
        {taken ? (
          <TakenLine taken={taken} />
        ) : held ? (
          <HeldLine held={held} />
        ) : (
          <span className="triage-under one-line">
            {item.due && <Due due={item.due} />}
            <Marks of={item} />
            <span className="faint one-line">{item.place ?? item.area ?? item.channel.name}</span>
          </span>
        )}
      </button>
    </li>
  );
}
