/** The audit page: every row of the ledger, found by who, what, to what and when. Reading it is recorded too. */
import { Button } from 'antd';
import { useState } from 'react';
import { type AuditRow, auditApi } from '#people/audit.api.ts';
import { personApi } from '#people/person.api.ts';
import { newId } from '#platform/ids.ts';
import { auditViews, auditWords, kindWords } from '#web/audit/audit.words.ts';
import { auditColumns } from '#web/audit/audit-columns.tsx';
import { AuditDetails } from '#web/audit/audit-details.tsx';
import { useRead } from '#web/call/use-read.ts';
import type { Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/audit/audit.css';

const views: View[] = [
  { key: 'all', said: auditViews.all, query: {} },
  { key: 'accounts', said: auditViews.signIn, query: { verb: 'account.' } },
  { key: 'failed', said: auditViews.failed, query: { verb: 'account.sign_in_failed' } },
  { key: 'revealed', said: auditViews.revealed, query: { verb: 'person.revealed' } },
  { key: 'reporters', said: auditViews.reporters, query: { verb: 'signal.reveal' } },
  { key: 'posts', said: auditViews.posts, query: { verb: 'post.' } },
  { key: 'audit', said: auditViews.audit, query: { verb: 'ledger.' } },
];

export function AuditPage() {
  const t = useWords(auditWords);
  const filters = useFilters();
  const [opening] = useState(newId);
  return (
    <ListPage<AuditRow>
      name="audit"
      personal
      title={t('title')}
      route={auditApi.list}
      fixed={{ opening }}
      views={views}
      filters={filters}
      columns={auditColumns}
      rowId={(row) => String(row.seq)}
      to={(row) => `/audit?open=${row.seq}&thing=${row.thing}`}
      pane={(seq, _, row) => <AuditDetails row={row} seq={seq} opening={opening} />}
      file={{ route: auditApi.export, name: t('file') }}
      empty={{ title: t('empty'), how: t('emptyHow') }}
    />
  );
}

/** Verbs under their kind, the kind itself first: “all of it”. */
function useVerbs() {
  const say = useSaid();
  const read = useRead(auditApi.verbs, {});
  const verbs = (read.data?.items ?? []).map(({ verb, name }) => ({ value: verb, label: say(name) }));
  const kinds = [...new Set(verbs.map(({ value }) => value.split('.')[0]!))];
  return kinds.flatMap((kind) => [
    ...(kind in kindWords ? [{ value: `${kind}.`, label: `${say(kindWords[kind]!)} · ${say(auditViews.all)}` }] : []),
    ...verbs.filter(({ value }) => value.startsWith(`${kind}.`)),
  ]);
}

function useFilters(): Filter[] {
  const say = useSaid();
  const kinds = Object.entries(kindWords).map(([value, said]) => ({ value, label: say(said) }));
  return [
    {
      kind: 'other',
      key: 'actorId',
      said: auditWords.actor,
      render: (value, set) => <ActorFilter value={value} set={set} />,
    },
    { kind: 'choice', key: 'verb', said: auditWords.verb, options: useVerbs() },
    { kind: 'choice', key: 'kind', said: auditWords.kind, options: kinds },
    { kind: 'days', key: 'from', to: 'to', said: auditWords.days },
    {
      kind: 'other',
      key: 'thing',
      said: auditWords.thing,
      render: (value, set) => value && <ThingFilter clear={() => set(undefined)} />,
    },
  ];
}

type Set = (value: string | undefined) => void;

function ActorFilter({ value, set }: { value: string | undefined; set: Set }) {
  const t = useWords(auditWords);
  const named = useRead(personApi.one, value ? { params: { id: value } } : undefined);
  const picked = value ? { id: value, name: named.data?.name ?? '…' } : null;
  return (
    <span className="pick-filter">
      <AnybodyPick label={t('actor')} value={picked} onChange={(person) => set(person?.id)} />
    </span>
  );
}

/** Set by links from other pages: one thing's rows only. */
function ThingFilter({ clear }: { clear: () => void }) {
  const t = useWords(auditWords);
  return (
    <Button onClick={clear} title={t('notOne')}>
      {t('one')} ✕
    </Button>
  );
}
