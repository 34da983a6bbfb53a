/** Chooses a unit by part of its name, short name or code; of the administrative tree where nothing else is said. */
import type { TreeName } from '#people/role.ts';
import { unitApi } from '#people/unit.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { useWords } from '#web/words/words.ts';

const AT_MOST = 30;

/** Typing 城管 and Enter means 城管局, before its sections. */
const nearness = (typed: string) => (unit: { name: string; shortName: string }) =>
  unit.shortName.startsWith(typed) ? 0 : unit.name.startsWith(typed) ? 1 : 2;

type UnitPickProps = PickProps & {
  /** Units that make no sense here, such as the one that has it already. */
  not?: readonly string[];
  tree?: TreeName | 'any';
};

export function UnitPick({ not = [], tree = 'admin', ...rest }: UnitPickProps) {
  const t = useWords(pickWords);
  const typing = useTyped();
  const { typed } = typing;
  const query = { limit: AT_MOST, ...(tree !== 'any' && { tree }), ...(typed && { q: typed }) };
  const found = useRead(unitApi.list, { query }, { keep: true });
  const near = nearness(typed);
  const options = (found.data?.items ?? [])
    .filter((unit) => !not.includes(unit.id))
    .sort((a, b) => near(a) - near(b))
    .map((unit) => ({
      id: unit.id,
      name: unit.shortName || unit.name,
      shown: (
        <span className="pick-option">
          {unit.shortName || unit.name} <span className="faint">{unit.name === unit.shortName ? '' : unit.name}</span>
        </span>
      ),
    }));
  return (
    <SearchSelect
      {...rest}
      options={options}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('unit')}
      none={t('noUnit')}
    />
  );
}

/** For a filter bar: the address holds the unit's id alone. */
export function UnitFilter({
  value,
  onChange,
  label,
}: {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  label: string;
}) {
  const named = useRead(unitApi.one, value ? { params: { id: value } } : undefined);
  const picked = value ? { id: value, name: named.data?.shortName ?? '…' } : null;
  return (
    <span className="pick-filter">
      <UnitPick label={label} value={picked} onChange={(unit) => onChange(unit?.id)} />
    </span>
  );
}
