/** The knowledge base as a list, the chosen entry at the right. */
import { Button } from 'antd';
import { useState } from 'react';
import { type KnowledgeItem, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { states } from '#knowledge/knowledge.ts';
import { useMay } from '#web/desk/me.ts';
import { knowledgeWords } from '#web/knowledge/knowledge.words.ts';
import { KnowledgeView } from '#web/knowledge/knowledge-view.tsx';
import { AddDialog } from '#web/knowledge/write-dialogs.tsx';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/knowledge/knowledge.css';

const none = knowledgeWords.noneHere;
const own: readonly View[] = [
  { key: 'waiting', said: knowledgeWords.waiting, query: { view: 'waiting' }, none },
  { key: 'due', said: knowledgeWords.dueOnes, query: { view: 'due' }, none },
  { key: 'mine', said: knowledgeWords.mine, query: { view: 'mine' }, none },
  { key: 'withdrawn', said: knowledgeWords.withdrawnOnes, query: { view: 'withdrawn' }, none },
];
const everybodys: View = { key: 'all', said: knowledgeWords.all, query: {} };

function useColumns(): readonly Column<KnowledgeItem>[] {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  return [
    {
      key: 'number',
      said: knowledgeWords.number,
      width: 124,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    { key: 'question', said: knowledgeWords.question, locked: true, phone: 'title', render: (one) => one.question },
    { key: 'category', said: knowledgeWords.category, width: 130, render: (one) => one.category?.name },
    { key: 'unit', said: knowledgeWords.unit, width: 110, phone: 'line', render: (one) => one.unit.shortName },
    { key: 'person', said: knowledgeWords.person, width: 90, hidden: true, render: (one) => one.person?.name },
    {
      key: 'state',
      said: knowledgeWords.state,
      width: 190,
      phone: 'side',
      render: (one) => (
        <>
          <StateTag state={states[one.state]} /> <Marks item={one} />
        </>
      ),
    },
    {
      key: 'used',
      said: knowledgeWords.used,
      width: 110,
      right: true,
      render: (one) => one.used > 0 && <span className="figures">{t('times', { n: one.used })}</span>,
    },
    {
      key: 'reviewOn',
      said: knowledgeWords.reviewOn,
      width: 130,
      phone: 'line',
      render: (one) => one.reviewOn && <time dateTime={one.reviewOn}>{times.date(one.reviewOn)}</time>,
    },
  ];
}

export function Marks({ item }: { item: KnowledgeItem }) {
  const t = useWords(knowledgeWords);
  return (
    <>
      {item.due && <span className="light tone-check">{t('due')}</span>}
      {item.waits && item.state === 'published' && <span className="light tone-wait">{t('waiting')}</span>}
    </>
  );
}

export function KnowledgeList() {
  const t = useWords(knowledgeWords);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const writes = may('knowledge.write');
  const filters: Filter[] = [{ key: 'q', said: knowledgeWords.words, kind: 'words' }];
  const actions = writes && (
    <>
      <Go to="/knowledge/templates">{t('templates')}</Go>
      <Go to="/knowledge/wishes">{t('wishes')}</Go>
      <Button type="primary" onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
    </>
  );
  return (
    <>
      <ListPage<KnowledgeItem>
        name="knowledge"
        title={t('title')}
        route={knowledgeApi.list}
        views={writes || may('knowledge.publish') ? [everybodys, ...own] : [everybodys]}
        filters={filters}
        columns={columns}
        rowId={(one) => one.id}
        to={(one) => `/knowledge/${one.id}`}
        late={(one) => one.due}
        pane={(id) => <KnowledgeView id={id} />}
        actions={actions}
        empty={{ title: t('none'), how: t('noneHow') }}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}
