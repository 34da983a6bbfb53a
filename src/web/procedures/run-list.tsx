/** Runs of procedures as a list, the chosen one at the right. */

import { type RunState, runStates } from '#procedure/procedure.ts';
import { type RunItem, runApi } from '#procedure/run.api.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { runWords } from '#web/procedures/run.words.ts';
import { RunView } from '#web/procedures/run-view.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const inState = (state: RunState): View => ({
  key: state,
  said: runStates[state],
  query: { state },
  none: runWords.noneHere,
});
const views: readonly View[] = [
  inState('running'),
  inState('done'),
  inState('stopped'),
  { key: 'all', said: runWords.all, query: {} },
];
const filters: Filter[] = [{ key: 'q', said: runWords.search, kind: 'words' }];

function useColumns(): readonly Column<RunItem>[] {
  const t = useWords(runWords);
  const times = useTimes();
  return [
    {
      key: 'number',
      said: runWords.number,
      width: 120,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    {
      key: 'procedure',
      said: runWords.procedure,
      locked: true,
      phone: 'title',
      render: (one) => one.notice ?? one.procedure.name,
    },
    {
      key: 'about',
      said: runWords.about,
      phone: 'line',
      render: (one) => <span className="quiet">{one.about?.name ?? t('nothing')}</span>,
    },
    { key: 'progress', said: runWords.progress, width: 90, phone: 'line', render: (one) => t('done', one.steps) },
    {
      key: 'state',
      said: runWords.state,
      width: 120,
      phone: 'side',
      render: (one) => <StateTag state={runStates[one.state]} />,
    },
    {
      key: 'startedBy',
      said: runWords.startedBy,
      width: 190,
      render: (one) => (
        <span className="quiet">
          {one.startedBy ?? t('byItself')} <time dateTime={one.startedAt}>{times.near(one.startedAt)}</time>
        </span>
      ),
    },
  ];
}

export function RunList() {
  const t = useWords(runWords);
  const columns = useColumns();
  return (
    <ListPage<RunItem>
      name="runs"
      title={t('title')}
      route={runApi.list}
      views={views}
      filters={filters}
      columns={columns}
      rowId={(one) => one.id}
      to={(one) => `/runs/${one.id}`}
      pane={(id) => <RunView id={id} />}
      empty={{ title: t('none'), how: t('noneHow') }}
    />
  );
}
