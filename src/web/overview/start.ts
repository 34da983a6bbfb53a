/** Where a head's phone begins: on the leader's page, unless this browser was told otherwise. */
import { useEffect } from 'react';
import { useMay } from '#web/desk/me.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { keptCell, oneOf } from '#web/place/cell.ts';
import { base } from '#web/place/place.ts';
import { usePlace } from '#web/place/use-place.ts';

export const startCell = keptCell<'leader' | 'my-work'>('phone-start', 'leader', oneOf('leader', 'my-work'));

/** Once an opening of the desk: whoever then goes to their work by the menu gets there. */
const begun = { already: false };

export function useStart(): void {
  const may = useMay();
  const phone = useIsPhone();
  const { go } = usePlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the desk opens
  useEffect(() => {
    const first = !begun.already && location.pathname.replace(/\/$/, '') === base && !location.search;
    begun.already = true;
    if (first && phone && may('cause.confirm') && startCell.get() === 'leader') go('/leader', true);
  }, []);
}
