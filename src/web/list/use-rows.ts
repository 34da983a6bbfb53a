/** What the rows do by themselves: read ahead, keep the cursor in sight, open at a click. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent } from 'react';

type Reading = { hasNextPage: boolean; isFetchingNextPage: boolean; isError: boolean; fetchNextPage: () => unknown };

/** So many rows before the end the next page is asked for. */
const AHEAD = 15;

export function useReadAhead(reading: Reading, count: number, last: number): void {
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = reading;
  const wanted = last >= count - AHEAD && hasNextPage && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
}

/** Also measures anew where rows become cards. */
export function useScrollToRow(virtual: Virtualizer<HTMLDivElement, Element>, index: number, height: number): void {
  const measure = useEffectEvent(() => virtual.measure());
  const scroll = useEffectEvent((row: number) => virtual.scrollToIndex(row, { align: 'auto' }));
  useEffect(() => {
    if (height > 0) measure();
  }, [height]);
  useEffect(() => {
    if (index >= 0) scroll(index);
  }, [index]);
}

const CONTROLS = 'a:not(.list-title), button, input, label';

/** A click with a key held means a new tab; on a control, the control; where words are being marked, reading. */
function rowMeant(event: MouseEvent): string | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  const held = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (!target || held || target.closest(CONTROLS) || String(getSelection()) !== '') return undefined;
  return target.closest<HTMLElement>('tr[data-id]')?.dataset.id;
}

/** For the pointer; the keyboard reaches the same by the link in each row. */
export function useRowClicks(box: RefObject<HTMLElement | null>, open: (id: string) => void): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const id = rowMeant(event);
    if (id === undefined) return;
    event.preventDefault();
    open(id);
  });
  useEffect(() => {
    const element = box.current;
    const listener = (event: MouseEvent) => onClick(event);
    // Before React's own listener: a link that was meant for the pane must not be followed.
    element?.addEventListener('click', listener, true);
    return () => element?.removeEventListener('click', listener, true);
  }, [box]);
}
