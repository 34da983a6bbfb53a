/** Everything on the triage desk by single keys; `?` lists them. */
import { type Key, useKeys } from '#web/place/keys.ts';
import { usePlace } from '#web/place/use-place.ts';
import { triageWords as words } from '#web/triage/triage.words.ts';
import type { Triage } from '#web/triage/use-triage.ts';
import { MOST_WAYS } from '#web/triage/ways.ts';

export function useTriageKeys(desk: Triage, toggleLegend: () => void): void {
  const { go } = usePlace();
  const { at, chosen } = desk;
  const many = chosen.ids.size > 0;
  const digits: Key[] = Array.from({ length: MOST_WAYS }, (_, n) => ({
    key: String(n + 1),
    once: true,
    said: words.take,
    run: () => desk.takeNumber(n + 1),
  }));
  useKeys(words.keys, [
    { key: 'j', shift: true, said: words.extendNext, run: () => desk.extend(1) },
    { key: 'k', shift: true, said: words.extendPrevious, run: () => desk.extend(-1) },
    { key: 'j', said: words.next, run: () => desk.move(1) },
    { key: 'k', said: words.previous, run: () => desk.move(-1) },
    { key: 'arrowdown', said: words.next, run: () => desk.move(1) },
    { key: 'arrowup', said: words.previous, run: () => desk.move(-1) },
    ...(many
      ? [{ key: 'enter', once: true, said: words.bulk, run: () => desk.setDialog('bulk') }]
      : [{ key: 'enter', once: true, said: words.takeFirst, run: () => desk.takeNumber(1) }]),
    ...digits,
    { key: 'r', said: words.repeat, run: () => (many ? desk.setDialog('gather') : desk.setOwn('problem')) },
    ...(many ? [{ key: 'm', said: words.merge, run: () => desk.setDialog('merge') }] : []),
    { key: 'e', said: words.edit, run: () => desk.setOwn('category') },
    { key: 'u', said: words.unit, run: () => desk.setOwn('unit') },
    { key: 'd', said: words.dispose, run: () => desk.setDialog('dispose') },
    { key: 's', said: words.divide, run: () => desk.setDialog('divide') },
    { key: 'z', once: true, said: words.undo, run: () => void desk.undo() },
    { key: 'x', said: words.choose, run: () => at.at && chosen.toggle(at.at) },
    { key: 'a', said: words.chooseAll, run: () => at.item && void desk.chooseGroup(at.item.group.key) },
    { key: 'l', said: words.legend, run: toggleLegend },
    { key: 'o', said: words.open, run: () => at.at && go(`/signals/${at.at}`) },
    ...(many ? [{ key: 'escape', said: words.letGo, run: chosen.letGo }] : []),
  ]);
}
