/** The lines of a version of the duty list, filtered; the chosen one at the right. */
import { Button } from 'antd';
import { useState } from 'react';
import { type DutyLine, type DutyListItem, dutyApi } from '#triage/duty/duty.api.ts';
import { levels, phases } from '#triage/duty/duty.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { dutyWords } from '#web/duty/duty.words.ts';
import { DutyNav } from '#web/duty/duty-nav.tsx';
import { AddLineDialog } from '#web/duty/line-dialog.tsx';
import { LineView } from '#web/duty/line-view.tsx';
import { LeadSaid, MatterSaid, UnitSaid } from '#web/duty/unit-said.tsx';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { UnitFilter } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const none = dutyWords.noneHere;
const views: readonly View[] = [
  { key: 'all', said: dutyWords.all, query: {} },
  { key: 'withdrawn', said: dutyWords.withdrawnOnes, query: { withdrawn: 'true' }, none },
  { key: 'flagged', said: dutyWords.flaggedOnes, query: { flagged: 'true' }, none },
];

function useColumns(): readonly Column<DutyLine>[] {
  const t = useWords(dutyWords);
  const say = useSaid();
  return [
    {
      key: 'line',
      said: dutyWords.line,
      width: 56,
      right: true,
      render: (one) => <span className="figures faint">{one.line}</span>,
    },
    {
      key: 'matter',
      said: dutyWords.matter,
      locked: true,
      phone: 'title',
      render: (one) => <MatterSaid line={one} leafFirst />,
    },
    {
      key: 'level',
      said: dutyWords.level,
      width: 130,
      phone: 'side',
      render: (one) => (
        <>
          {say(levels[one.level])}{' '}
          {one.withdrawn && (
            <span className="duty-withdrawn" title={t('withdrawnHow')}>
              {t('withdrawn')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'area',
      said: dutyWords.area,
      width: 90,
      phone: 'line',
      render: (one) => one.area?.name ?? <span className="faint">{t('wholeCity')}</span>,
    },
    { key: 'lead', said: dutyWords.lead, width: 190, phone: 'line', render: (one) => <LeadSaid line={one} /> },
    {
      key: 'assists',
      said: dutyWords.assists,
      width: 130,
      render: (one) => one.assists.map((unit) => <UnitSaid key={unit.id} unit={unit} />),
    },
    { key: 'basis', said: dutyWords.basis, width: 200, render: (one) => <span className="quiet">{one.basis}</span> },
  ];
}

/** The version whose lines are shown, as the server chooses it where the address names none. */
function shownOf(lists: readonly DutyListItem[], id: string | undefined): DutyListItem | undefined {
  const by = (phase: string) => lists.find((one) => one.phase === phase);
  return id ? lists.find((one) => one.id === id) : (by('inForce') ?? by('draft'));
}

export function DutyList() {
  const t = useWords(dutyWords);
  const say = useSaid();
  const may = useMay();
  const { search, go } = usePlace();
  const [adding, setAdding] = useState(false);
  const lists = useRead(dutyApi.lists, {}).data?.items ?? [];
  const list = shownOf(lists, search.listId);
  const edits = list?.phase === 'draft' && may('duty.manage');
  const filters: Filter[] = [
    {
      key: 'listId',
      said: dutyWords.version,
      kind: 'choice',
      options: lists.map(({ id, number, phase }) => ({
        value: id,
        label: `${t('versionOf', { number })} · ${say(phases[phase])}`,
      })),
    },
    { key: 'q', said: dutyWords.words, kind: 'words' },
    ...(may('category.read')
      ? [
          {
            ...{ key: 'categoryId', said: dutyWords.category, kind: 'other' as const },
            render: (value: string | undefined, set: (value: string | undefined) => void) => (
              <span className="duty-category-filter">
                <CategoryPick value={value ?? null} onChange={(id) => set(id ?? undefined)} />
              </span>
            ),
          },
        ]
      : []),
    {
      key: 'level',
      said: dutyWords.level,
      kind: 'choice',
      options: Object.entries(levels).map(([value, said]) => ({ value, label: say(said) })),
    },
    {
      ...{ key: 'unitId', said: dutyWords.lead, kind: 'other' },
      render: (value, set) => <UnitFilter value={value} onChange={set} label={t('lead')} />,
    },
  ];
  return (
    <>
      <ListPage<DutyLine>
        name="duty"
        title={list ? `${t('duty')} · ${t('versionOf', { number: list.number })}` : t('duty')}
        route={dutyApi.lines}
        count={dutyApi.countLines}
        views={views}
        filters={filters}
        columns={useColumns()}
        rowId={(one) => one.id}
        to={(one) => `/duty/lines/${one.id}`}
        pane={(id) => <LineView id={id} />}
        file={{ route: dutyApi.file, name: `${t('duty')}.xlsx` }}
        actions={
          <>
            <DutyNav at="/duty" />
            {edits && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            )}
            {edits && <Button onClick={() => go('/import/new?kind=duty')}>{t('importLines')}</Button>}
          </>
        }
        empty={{ title: t('none'), how: t('noneHow') }}
      />
      {adding && list && <AddLineDialog listId={list.id} onClose={() => setAdding(false)} />}
    </>
  );
}
