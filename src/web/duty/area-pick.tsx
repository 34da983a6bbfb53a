/** Chooses an area by part of its name or by its code; grids are too small for a duty. */
import { areaApi } from '#people/area.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { dutyWords } from '#web/duty/duty.words.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { useWords } from '#web/words/words.ts';

const AT_MOST = 60;

export function AreaPick(props: PickProps) {
  const t = useWords(dutyWords);
  const typing = useTyped();
  const { typed } = typing;
  const found = useRead(areaApi.list, { query: { limit: AT_MOST, ...(typed && { q: typed }) } }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter(({ level }) => level !== 'grid' && (typed !== '' || level === 'city' || level === 'district'))
    .map(({ id, name, code }) => ({
      id,
      name,
      shown: (
        <span className="pick-option">
          {name} <span className="faint figures">{code}</span>
        </span>
      ),
    }));
  return (
    <SearchSelect
      {...props}
      options={options}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('area')}
      none={t('noneHere')}
    />
  );
}
