/** Keys on a node of the canvas; silent while somebody writes or an input method composes. */
import type { KeyboardEvent } from 'react';
import type { Way } from '#web/causes/outline.ts';
import type { Desk } from '#web/causes/use-desk.ts';
import { singleKeysCell } from '#web/place/keys.ts';

const ways: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** What an input method composes is told apart by `isComposing`, and in older browsers by the key code 229. */
export const composes = ({ nativeEvent }: KeyboardEvent) => nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** @param away leaves the tree, since Tab does not */
export function onNodeKey(event: KeyboardEvent, desk: Desk, away: () => void): void {
  const target = event.target as HTMLElement;
  const rests = target.matches('.node-early');
  if (composes(event) || event.altKey || !(rests || target.getAttribute('role') === 'treeitem')) return;
  const run = actionOf(event, desk, away, rests);
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

function actionOf(event: KeyboardEvent, desk: Desk, away: () => void, rests: boolean): (() => void) | undefined {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    const small = key.toLowerCase();
    if (small === 'z') return () => desk.turn(shiftKey ? 'redo' : 'undo');
    return small === 'y' ? () => desk.turn('redo') : undefined;
  }
  const way = ways[key];
  if (way) return () => desk.move(way);
  if (key === 'Escape') return away;
  // Who only reads walks on with Tab.
  if (key === 'Tab') return desk.mayTrace && !shiftKey ? () => desk.addBelow() : undefined;
  if (key === 'Enter') return () => desk.addBeside();
  if (key === 'F2') return () => desk.edit();
  if (key === 'Delete' || key === 'Backspace') return () => desk.withdraw();
  if (!singleKeysCell.get() || [...key].length !== 1 || key === ' ' || key === '?' || key === '/') return undefined;
  if (key === 'm' || key === 'M') return () => desk.addMeasure();
  if (key === 'p' || key === 'P') return () => desk.pairing.current?.focus();
  // Where the focus rests in a field, it is typed there.
  return desk.chosen.kind === 'problem' || rests ? undefined : () => desk.edit(desk.chosen, key);
}
