/**
 * Where the focus rests on a chosen node, so that typing straight onto it begins with an input method too: its keys go to
 * what can be written in, or nowhere. Unseen until something is composed; then the node's own editor takes the words over.
 */
import { useState } from 'react';
import type { Row } from '#web/causes/outline.ts';
import { type Desk, useTheDesk } from '#web/causes/use-desk.ts';
import { RESTS, singleKeysCell } from '#web/place/keys.ts';

/** By touch the keyboard on the screen would come up with every tap. */
const fine = matchMedia('(pointer: fine)').matches;

export const mayRest = (desk: Desk, row: Row): boolean =>
  fine && singleKeysCell.get() && desk.mayTrace && row.kind !== 'problem';

export function EarlyEditor({ row, heard }: { row: Row; heard: string }) {
  const desk = useTheDesk();
  const [composing, setComposing] = useState(false);
  const take = (field: HTMLTextAreaElement) => {
    const typed = field.value.trim();
    field.value = '';
    setComposing(false);
    if (typed) desk.edit(row, typed);
  };
  return (
    <textarea
      {...RESTS}
      className={composing ? 'node-early is-composing' : 'node-early'}
      rows={1}
      aria-label={heard}
      autoComplete="off"
      spellCheck={false}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={({ currentTarget }) => take(currentTarget)}
      onInput={({ nativeEvent, currentTarget }) => !(nativeEvent as InputEvent).isComposing && take(currentTarget)}
      onBlur={({ currentTarget }) => {
        currentTarget.value = '';
        setComposing(false);
      }}
    />
  );
}
