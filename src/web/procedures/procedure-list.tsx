/** Standard procedures as a list, the chosen one at the right; and writing a new one. */
import { Button } from 'antd';
import { useState } from 'react';
import { type ProcedureItem, procedureApi } from '#procedure/procedure.api.ts';
import { useMay } from '#web/desk/me.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { Go } from '#web/place/go.tsx';
import { AddDialog } from '#web/procedures/add-dialog.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { ProcedureView } from '#web/procedures/procedure-view.tsx';
import { useWords } from '#web/words/words.ts';

const views: readonly View[] = [
  { key: 'all', said: procedureWords.all, query: {} },
  { key: 'inForce', said: procedureWords.inForce, query: { inForce: 'true' } },
  { key: 'notInForce', said: procedureWords.notInForce, query: { inForce: 'false' } },
];
const filters: Filter[] = [{ key: 'q', said: procedureWords.search, kind: 'words' }];

function useColumns(): readonly Column<ProcedureItem>[] {
  const t = useWords(procedureWords);
  const held = ({ inForce, hasDraft }: ProcedureItem) =>
    inForce ? t('nth', { nth: inForce.nth, steps: inForce.steps }) : hasDraft ? t('draft') : t('notInForce');
  return [
    {
      key: 'number',
      said: procedureWords.number,
      width: 90,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    { key: 'name', said: procedureWords.name, locked: true, phone: 'title', render: (one) => one.name },
    { key: 'unit', said: procedureWords.unit, width: 130, phone: 'line', render: (one) => one.unit.shortName },
    { key: 'version', said: procedureWords.version, width: 150, phone: 'side', render: held },
    { key: 'running', said: procedureWords.running, width: 84, right: true, render: (one) => one.running },
    { key: 'auto', said: procedureWords.auto, width: 92, right: true, render: (one) => one.triggers },
  ];
}

export function ProcedureList() {
  const t = useWords(procedureWords);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  return (
    <>
      <ListPage<ProcedureItem>
        name="procedures"
        title={t('title')}
        route={procedureApi.list}
        views={views}
        filters={filters}
        columns={columns}
        rowId={(one) => one.id}
        to={(one) => `/procedures/${one.id}`}
        pane={(id) => <ProcedureView id={id} />}
        actions={
          <>
            <Go to="/runs">{t('runs')}</Go>
            {may('procedure.manage') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            )}
          </>
        }
        empty={{ title: t('none'), how: t('noneHow') }}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}
