/**
 * Keys without a mouse. A component names the ones it answers to while it is on screen; `?` lists them all.
 *
 *   useKeys(words.list, [{ key: 'j', said: { zh: '下一行', en: 'Next row' }, run: next }]);
 *
 * The one mounted last is asked first. Silent while somebody writes, while an input method composes, and where single keys
 * are switched off (WCAG 2.1.4); keys with Ctrl or ⌘ always work.
 */
import { useEffect, useRef } from 'react';
import { cell, isFlag, keptCell } from '#web/place/cell.ts';
import type { Said } from '#web/words/words.ts';

/**
 * `key` as KeyboardEvent names it, lower case; `mod` is Ctrl, or ⌘ on a Mac; without `shift` it works either way. `once`:
 * held down it does not do the same again, to whatever stands there next.
 */
export type Key = { key: string; mod?: boolean; shift?: boolean; once?: boolean; said: Said; run: () => void };
export type KeyGroup = { said: Said; keys: readonly Key[] };

export const singleKeysCell = keptCell('single-keys', true, isFlag);
export const keyGroupsCell = cell<readonly { current: KeyGroup }[]>([]);

export function useKeys(said: Said, keys: readonly Key[], on = true): void {
  const group = useRef<KeyGroup>({ said, keys });
  group.current = { said, keys };
  useEffect(() => {
    if (!on) return;
    keyGroupsCell.set([...keyGroupsCell.get(), group]);
    return () => keyGroupsCell.set(keyGroupsCell.get().filter((other) => other !== group));
  }, [on]);
}

/** On a field where the focus only rests: the page's keys work there as on anything that is not written in. */
export const RESTS = { 'data-rests': '' } as const;

const WRITES = 'input, textarea:not([data-rests]), select, [contenteditable], [role="combobox"]';
const COVERS =
  '.ant-modal-wrap, .ant-drawer-open, .ant-popover:not(.ant-popover-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)';

const isWriting = (target: EventTarget | null) => target instanceof Element && target.closest(WRITES) !== null;

/** Behind an open dialog the page's keys are silent: Escape belongs to what lies on top. */
const isCovered = () =>
  [...document.querySelectorAll<HTMLElement>(COVERS)].some(
    (cover) => cover.offsetParent !== null || cover.getClientRects().length > 0,
  );

function isPressed({ key, mod, shift }: Key, event: KeyboardEvent): boolean {
  const withMod = event.ctrlKey || event.metaKey;
  if (withMod !== Boolean(mod) || event.altKey || (shift && !event.shiftKey)) return false;
  return event.key.toLowerCase() === key;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const groups = [...keyGroupsCell.get()].reverse();
  const found = groups.flatMap(({ current }) => current.keys).find((key) => isPressed(key, event));
  if (!found || isCovered()) return;
  if (!found.mod && (isWriting(event.target) || !(singleKeysCell.get() || event.key.length > 1))) return;
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button')) return;
  event.preventDefault();
  if (!(found.once && event.repeat)) found.run();
}

export function listenToKeys(): void {
  document.addEventListener('keydown', onKeyDown);
}
