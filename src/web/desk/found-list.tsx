/** What the search box has found, as a list to choose from. */
import { useEffect, useId } from 'react';
import { searchWords } from '#web/desk/search.words.ts';
import { useWords } from '#web/words/words.ts';

export type FoundKind = 'signal' | 'problem' | 'task' | 'project' | 'unit' | 'person';
export type Found = {
  kind: FoundKind;
  id: string;
  number: string;
  title: string;
  by: 'number' | 'words' | 'unit' | 'name' | 'phone';
};

/** Things that have a page of their own, though the search box does not find them; an exclusion stands in its list. */
type PlaceKind = FoundKind | 'note' | 'exclusion' | 'organisation';

const places: Record<PlaceKind, string> = {
  signal: '/signals/',
  problem: '/problems/',
  task: '/tasks/',
  project: '/projects/',
  unit: '/people/units/',
  person: '/people/',
  note: '/notes/',
  exclusion: '/rates/exclusions?view=open&open=',
  organisation: '/organisations/',
};

/** The page of a thing of any kind. */
export const placeOf = ({ kind, id }: { kind: PlaceKind; id: string }): string => places[kind] + id;

/** Things of a kind together, the kinds in the order of their first thing. */
export function groupsOf<F extends { kind: FoundKind }>(items: readonly F[]): [kind: FoundKind, items: F[]][] {
  const groups = new Map<FoundKind, F[]>();
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  return [...groups];
}

type FoundListProps = {
  id: string;
  /** In the order of their groups. */
  items: readonly Found[];
  at: number;
  onChoose: (item: Found) => void;
  /** The last option: everything found, on a page of its own. */
  onAll: () => void;
};

export function FoundList({ id, items, at, onChoose, onAll }: FoundListProps) {
  const t = useWords(searchWords);
  const label = useId();
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [id, at]);
  if (items.length === 0) return null;
  const option = (index: number, choose: () => void) => ({
    id: `${id}-${index}`,
    role: 'option',
    tabIndex: -1,
    'aria-selected': index === at,
    className: 'found',
    // The box keeps the focus: the pointer acts before it is lost.
    onMouseDown: (event: React.MouseEvent) => {
      event.preventDefault();
      choose();
    },
  });
  return (
    <div id={id} role="listbox" aria-labelledby={label}>
      <span id={label} className="only-heard">
        {t('results')}
      </span>
      {groupsOf(items).map(([kind, things]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
        <div key={kind} role="group" aria-label={t(kind)}>
          <span className="found-kind" aria-hidden>
            {t(kind)}
          </span>
          {things.map((item) => (
            <div key={item.id} {...option(items.indexOf(item), () => onChoose(item))}>
              <span className="figures faint found-number">{item.number}</span>
              <span className="one-line">{item.title}</span>
              <span className="faint found-by">{t('why', { by: t(`by_${item.by}`) })}</span>
            </div>
          ))}
        </div>
      ))}
      <div {...option(items.length, onAll)}>
        <span className="found-all">{t('all')}</span>
      </div>
    </div>
  );
}
