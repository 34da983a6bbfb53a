/** “I shall be away” over any page; the form and its calendar come when it is asked for. */
import { lazy, Suspense } from 'react';
import { awayCell } from '#web/delegation/away-cell.ts';
import { useCell } from '#web/place/cell.ts';

const AwayDialog = lazy(() => import('#web/delegation/away-dialog.tsx').then((m) => ({ default: m.AwayDialog })));

export function Away() {
  const open = useCell(awayCell);
  return open ? (
    <Suspense>
      <AwayDialog onClose={() => awayCell.set(false)} />
    </Suspense>
  ) : null;
}
