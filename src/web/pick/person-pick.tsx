/** Chooses a person who holds a post in a unit or below it; without a unit, anybody of the directory. */
import { personApi } from '#people/person.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const AT_MOST = 50;

export function PersonPick({ unitId, not = [], ...rest }: PickProps & { unitId?: string; not?: readonly string[] }) {
  const t = useWords(pickWords);
  const say = useSaid();
  const typing = useTyped();
  const { typed } = typing;
  const within = unitId ? { unitId, below: 'true' as const } : {};
  const query = { ...within, limit: AT_MOST, ...(typed && { q: typed }) };
  const found = useRead(personApi.list, { query }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter((person) => !not.includes(person.id))
    .map((person) => ({
      id: person.id,
      name: person.name,
      shown: (
        <span className="pick-option">
          {person.name}{' '}
          <span className="faint">
            {person.posts
              .map((post) => `${post.unit.shortName || post.unit.name} ${post.title ?? say(post.roleName)}`)
              .join('、')}
          </span>
        </span>
      ),
    }));
  return (
    <SearchSelect
      {...rest}
      options={options}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('person')}
      none={t(unitId ? 'noPerson' : 'noAnybody')}
    />
  );
}

/** For a filter bar: the address holds the person's id alone. */
export function PersonFilter({
  value,
  onChange,
  label,
}: {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  label: string;
}) {
  const named = useRead(personApi.one, value ? { params: { id: value } } : undefined);
  const picked = value ? { id: value, name: named.data?.name ?? '…' } : null;
  return (
    <span className="pick-filter">
      <PersonPick label={label} value={picked} onChange={(person) => onChange(person?.id)} />
    </span>
  );
}
