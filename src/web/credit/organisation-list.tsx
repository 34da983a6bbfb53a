/** Organisations by their level, what waits for a decision first at hand; and registering one. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { creditApi, type OrganisationItem } from '#credit/credit.api.ts';
import { standings } from '#credit/credit.ts';
import { useRead } from '#web/call/use-read.ts';
import { creditWords } from '#web/credit/credit.words.ts';
import { OrganisationView } from '#web/credit/organisation-view.tsx';
import { SayShare } from '#web/credit/say-share.tsx';
import { StandingMark } from '#web/credit/standing-mark.tsx';
import { useMay } from '#web/desk/me.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const none = creditWords.noneHere;
const views: readonly View[] = [
  { key: 'all', said: creditWords.all, query: {} },
  { key: 'waiting', said: creditWords.waiting, query: { waiting: 'true' }, none },
  ...(['red', 'orange', 'yellow'] as const).map(
    (standing): View => ({ key: standing, said: standings[standing], query: { standing }, none }),
  ),
];

function useColumns(): readonly Column<OrganisationItem>[] {
  const t = useWords(creditWords);
  const times = useTimes();
  return [
    {
      key: 'standing',
      said: creditWords.standing,
      width: 90,
      phone: 'side',
      render: (one) => <StandingMark standing={one.standing} />,
    },
    { key: 'name', said: creditWords.name, locked: true, phone: 'title', render: (one) => one.name },
    {
      key: 'code',
      said: creditWords.code,
      width: 190,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.code}</span>,
    },
    {
      key: 'waiting',
      said: creditWords.waiting,
      width: 120,
      phone: 'line',
      render: ({ waiting, asked }) => waiting + asked > 0 && t('toDecide', { n: waiting + asked }),
    },
    {
      key: 'until',
      said: creditWords.untilColumn,
      width: 130,
      phone: 'line',
      render: ({ until }) => until && times.date(until),
    },
  ];
}

export function OrganisationList() {
  const t = useWords(creditWords);
  const may = useMay();
  const { go } = usePlace();
  const [adding, setAdding] = useState(false);
  const filters: Filter[] = [{ key: 'q', said: creditWords.search, kind: 'words' }];
  const share = useRead(creditApi.list, { query: { limit: 1 } }).data?.share;
  return (
    <>
      <ListPage<OrganisationItem>
        name="organisations"
        title={t('title')}
        route={creditApi.list}
        views={views}
        filters={filters}
        columns={useColumns()}
        rowId={(one) => one.id}
        to={(one) => `/organisations/${one.id}`}
        pane={(id) => <OrganisationView id={id} />}
        actions={
          <>
            {share && (
              <span className="quiet credit-share">
                <SayShare share={share} />
              </span>
            )}
            <Button onClick={() => go('/organisations/rules')}>{t('rules')}</Button>
            {may('organisation.record') && (
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

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(creditWords);
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('add')}
      route={creditApi.add}
      args={(values: { code: string; name: string }, id) => ({ body: { id, ...values } })}
      done={() => t('added')}
      leads={({ id }) => `/organisations/${id}`}
      changes={['/organisations']}
      onClose={onClose}
    >
      <Form.Item name="code" label={t('code')} extra={t('codeHow')} rules={needed}>
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
    </ActionDialog>
  );
}
