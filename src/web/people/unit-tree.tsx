/** The tree of units beside the directory: administration or party, of today or of a chosen day. */
import { Button, DatePicker, Input, Segmented, Tree } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import type { TreeName } from '#people/role.ts';
import { type UnitNode, unitApi } from '#people/unit.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { peopleWords } from '#web/people/people.words.ts';
import { type Branch, branchesOf, countOf, narrowed, pathTo } from '#web/people/tree-nodes.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Node = { key: string; title: string; unit: UnitNode; children: Node[] };

const nodesOf = (branches: readonly Branch[]): Node[] =>
  branches.map(({ unit, children }) => ({ key: unit.id, title: unit.name, unit, children: nodesOf(children) }));

export const treeIn = (tree: string | undefined): TreeName => (tree === 'party' ? 'party' : 'admin');

/** Trees of up to so many units stand open. */
const OPEN_UP_TO = 40;

export function UnitTree({ onChoose }: { onChoose?: () => void }) {
  const t = useWords(peopleWords);
  const { search, setSearch } = usePlace();
  const tree = treeIn(search.tree);
  const [words, setWords] = useState('');
  const read = useRead(unitApi.tree, { query: { tree, ...(search.on && { on: search.on }) } }, { keep: true });
  const units = useMemo(() => read.data?.items ?? [], [read.data]);
  const branches = useMemo(() => narrowed(branchesOf(units), words.trim()), [units, words]);
  const choose = (unit: string | undefined) => {
    setSearch({ unit, open: undefined }, true);
    onChoose?.();
  };
  return (
    <nav className="unit-tree" aria-label={t('units')}>
      <TreeChoice tree={tree} />
      <DayChoice />
      <Input
        allowClear
        value={words}
        aria-label={t('filterTree')}
        placeholder={t('filterTree')}
        onChange={(event) => setWords(event.target.value)}
      />
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <button
        type="button"
        className="unit-tree-all"
        aria-current={search.unit ? undefined : 'true'}
        onClick={() => choose(undefined)}
      >
        {t('allUnits')}
      </button>
      {read.data && branches.length === 0 && <p className="quiet">{t('noUnitFits')}</p>}
      {branches.length > 0 && (
        <Branches
          key={`${tree} ${search.on} ${words !== ''}`}
          branches={branches}
          open={words !== '' || countOf(branches) <= OPEN_UP_TO}
          path={pathTo(units, search.unit)}
          chosen={search.unit}
          choose={choose}
        />
      )}
    </nav>
  );
}

type BranchesProps = {
  branches: readonly Branch[];
  open: boolean;
  path: readonly string[];
  chosen: string | undefined;
  choose: (unit: string) => void;
};

function Branches({ branches, open, path, chosen, choose }: BranchesProps) {
  const nodes = useMemo(() => nodesOf(branches), [branches]);
  return (
    <Tree<Node>
      blockNode
      treeData={nodes}
      selectedKeys={chosen ? [chosen] : []}
      defaultExpandAll={open}
      {...(!open && { defaultExpandedKeys: [...path, ...nodes.map((node) => node.key)] })}
      onSelect={(_, { node }) => choose(node.key)}
      titleRender={({ unit }) => <UnitLine unit={unit} />}
    />
  );
}

function UnitLine({ unit }: { unit: UnitNode }) {
  const t = useWords(peopleWords);
  return (
    <span className="unit-line" title={unit.name}>
      <span className="one-line">{unit.shortName || unit.name}</span>
      <span className="faint figures" title={t('heads', { count: unit.people })}>
        {unit.people || ''}
      </span>
    </span>
  );
}

function TreeChoice({ tree }: { tree: TreeName }) {
  const t = useWords(peopleWords);
  const { setSearch } = usePlace();
  return (
    <Segmented<TreeName>
      block
      aria-label={t('treeChoice')}
      value={tree}
      options={(['admin', 'party'] as const).map((value) => ({ value, label: t(value) }))}
      onChange={(chosen) =>
        setSearch({ tree: chosen === 'admin' ? undefined : chosen, unit: undefined, open: undefined }, true)
      }
    />
  );
}

function DayChoice() {
  const t = useWords(peopleWords);
  const times = useTimes();
  const { search, setSearch } = usePlace();
  const to = (on: string | undefined) => setSearch({ on, open: undefined }, true);
  return (
    <div className="unit-tree-day">
      <DatePicker
        aria-label={t('asOf')}
        placeholder={t('today')}
        value={search.on ? dayjs(search.on) : null}
        maxDate={dayjs(times.now()).add(1, 'year')}
        onChange={(day) => to(day?.format('YYYY-MM-DD'))}
      />
      {search.on && <Button onClick={() => to(undefined)}>{t('backToToday')}</Button>}
    </div>
  );
}
