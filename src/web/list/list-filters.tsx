/** The filter bar: what is asked first stands open, the rest unfolds. Every answer stands in the address. */
import { Button, Select } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type Choice, type Filter, filterKeys, type ListPageProps } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { isNarrowed, shownFilters, toFilter } from '#web/list/list-query.ts';
import { savedViews } from '#web/list/saved-views.ts';
import { WordsFilter } from '#web/list/words-filter.tsx';
import { useCell } from '#web/place/cell.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** The calendar is heavy: it comes when a list asks for days. */
const DaysFilter = lazy(() => import('#web/list/days-filter.tsx').then((m) => ({ default: m.DaysFilter })));

type Change = Record<string, string | undefined>;
type ListFiltersProps<Row> = Pick<ListPageProps<Row>, 'name' | 'views' | 'filters'> & { keys: readonly string[] };

export function ListFilters<Row>({ name, views = [], filters = [], keys }: ListFiltersProps<Row>) {
  const t = useWords(listWords);
  const { search, setSearch } = usePlace();
  const all = [...views, ...useCell(savedViews(name))];
  const shown = shownFilters(search, all, keys);
  const usesFolded = filters.some((filter) => filter.folded && filterKeys([filter]).some((key) => shown[key]));
  const [unfolded, setUnfolded] = useState(usesFolded);
  if (filters.length === 0) return null;
  const change = (changed: Change) => setSearch(toFilter(search, all, keys, changed));
  const open = filters.filter((filter) => unfolded || !filter.folded);
  return (
    <search className="list-filters" aria-label={t('filters')}>
      {open.map((filter) => (
        <OneFilter key={filter.key} filter={filter} shown={shown} change={change} />
      ))}
      {filters.some((filter) => filter.folded) && (
        <Button type="text" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('fewerFilters') : t('moreFilters')}
        </Button>
      )}
      {isNarrowed(search, all, keys) && (
        <Button type="text" onClick={() => change(Object.fromEntries(keys.map((key) => [key, undefined])))}>
          {t('clear')}
        </Button>
      )}
    </search>
  );
}

type OneFilterProps = { filter: Filter; shown: Record<string, string>; change: (changed: Change) => void };

function OneFilter({ filter, shown, change }: OneFilterProps): ReactNode {
  const say = useSaid();
  const label = say(filter.said);
  const value = shown[filter.key];
  const set = (next: string | undefined) => change({ [filter.key]: next });
  switch (filter.kind) {
    case 'words':
      return <WordsFilter label={label} value={value} set={set} />;
    case 'choice':
      return <ChoiceFilter label={label} options={filter.options} value={value} set={set} />;
    case 'days':
      return (
        <Suspense>
          <DaysFilter
            label={label}
            from={value}
            to={shown[filter.to]}
            set={(from, to) => change({ [filter.key]: from, [filter.to]: to })}
          />
        </Suspense>
      );
    case 'other':
      return filter.render(value, set);
  }
}

type ChoiceFilterProps = {
  label: string;
  options: readonly Choice[];
  value: string | undefined;
  set: (value: string | undefined) => void;
};

const SEARCHED_FROM = 9;

function ChoiceFilter({ label, options, value, set }: ChoiceFilterProps) {
  return (
    <Select<string>
      className="list-choice"
      aria-label={label}
      placeholder={label}
      prefix={value && <span className="faint">{label}</span>}
      value={value ?? null}
      options={[...options]}
      allowClear
      showSearch={options.length >= SEARCHED_FROM ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      onChange={(chosen) => set(chosen)}
    />
  );
}
