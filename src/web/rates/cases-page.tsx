/** The cases behind a figure of the rates, as many as it says; a unit asks from here that one be left out. */
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { monthOf } from '#clock/month.ts';
import { exclusionApi } from '#triage/rate/exclusion.api.ts';
import { type Ground, grounds } from '#triage/rate/exclusion.ts';
import { type RateCase, rateApi } from '#triage/rate/rate.api.ts';
import { question, questions, standings } from '#triage/rate/rate.ts';
import { useMay } from '#web/desk/me.ts';
import type { Column, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { rateWords as words } from '#web/rates/rate.words.ts';
import { Line, Received } from '#web/signals/signal-columns.tsx';
import { SignalPage } from '#web/signals/signal-page.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/rates/rates.css';

function Share({ of }: { of: number | null }) {
  const numbers = useNumbers();
  return of === null ? <span className="faint">—</span> : <span className="figures">{numbers.percent(of)}</span>;
}

function Standing({ of }: { of: RateCase }) {
  const t = useWords(words);
  const say = useSaid();
  return <>{of.excluded ? t('excluded') : say(standings[of.standing])}</>;
}

const columns: Column<RateCase>[] = [
  {
    key: 'number',
    said: words.number,
    width: 148,
    phone: 'line',
    render: ({ number }) => <span className="figures faint">{number}</span>,
  },
  { key: 'words', said: words.words, locked: true, phone: 'title', render: (one) => <Line of={one} /> },
  { key: 'standing', said: words.standing, width: 110, phone: 'side', render: (one) => <Standing of={one} /> },
  { key: 'unit', said: words.unit, width: 120, phone: 'line', render: ({ unit }) => unit },
  ...question.options.map((one) => ({
    key: one,
    said: questions[one],
    width: 88,
    right: true,
    render: (row: RateCase) => <Share of={row[one]} />,
  })),
  { key: 'answered', said: words.answeredAt, width: 130, render: ({ answeredAt }) => <Received at={answeredAt} /> },
];

const views: View[] = [{ key: 'all', said: words.allOnes, query: {} }];
const names = ['from', 'to', 'unitId', 'areaId', 'channelId', 'categoryId', 'standing', 'question', 'exclusion'];

export function CasesPage() {
  const t = useWords(words);
  const { search } = usePlace();
  const month = monthOf(dayOf(now()));
  const given = Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  return (
    <ListPage<RateCase>
      name="rate-cases"
      title={t('cases')}
      route={rateApi.cases}
      count={rateApi.countCases}
      views={views}
      columns={columns}
      fixed={{ from: month, to: month, ...given }}
      rowId={({ id }) => id}
      to={({ id }) => `/signals/${id}`}
      pane={(id, _, row) => (
        <>
          {row && <Ask of={row} />}
          <SignalPage id={id} />
        </>
      )}
      personal
      empty={{ title: t('casesNone') }}
    />
  );
}

type Values = { ground: Ground; words: string };

function Ask({ of }: { of: RateCase }) {
  const t = useWords(words);
  const say = useSaid();
  const may = useMay();
  const needed = useNeeded();
  const [open, setOpen] = useState(false);
  const rated = of.standing === 'counted' || of.standing === 'unreached';
  if (!may('exclusion.ask') || !rated || of.excluded || !of.unit) return null;
  return (
    <p>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      {open && (
        <ActionDialog
          title={t('ask')}
          how={t('askHow')}
          route={exclusionApi.ask}
          args={(values: Values, id) => ({ body: { ...values, id, signalId: of.id } })}
          done={() => t('asked')}
          changes={['/rates', '/exclusions']}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="ground" label={t('ground')} rules={needed}>
            <Select options={Object.entries(grounds).map(([value, said]) => ({ value, label: say(said) }))} />
          </Form.Item>
          <Form.Item name="words" label={t('why')} rules={[{ ...needed[0], whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2_000} showCount />
          </Form.Item>
        </ActionDialog>
      )}
    </p>
  );
}
