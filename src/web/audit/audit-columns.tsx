/** The columns of the ledger. */
import type { AuditRow } from '#people/audit.api.ts';
import { actorWords, kindWords, auditWords as words } from '#web/audit/audit.words.ts';
import type { Column } from '#web/list/list.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function When({ at }: { at: string }) {
  const times = useTimes();
  return (
    <time dateTime={at} title={times.exact(at)}>
      {times.moment(at)}
    </time>
  );
}

export function Actor({ row }: { row: AuditRow }) {
  const t = useWords(words);
  const say = useSaid();
  return (
    <>
      {row.actor?.name || say(actorWords[row.actorKind])}
      {row.forWhom && <span className="quiet"> {t('forWhom', { name: row.forWhom.name })}</span>}
    </>
  );
}

function Verb({ row }: { row: AuditRow }) {
  return <>{useSaid()(row.verbName)}</>;
}

export function Thing({ row }: { row: AuditRow }) {
  const say = useSaid();
  return (
    <>
      <span className="faint">{say(kindWords[row.kind] ?? { zh: row.kind, en: row.kind })}</span> {row.thingName}
    </>
  );
}

export const auditColumns: readonly Column<AuditRow>[] = [
  { key: 'at', said: words.at, width: 150, phone: 'side', render: (row) => <When at={row.at} /> },
  { key: 'actor', said: words.actor, width: 110, phone: 'line', render: (row) => <Actor row={row} /> },
  { key: 'verb', said: words.verb, locked: true, phone: 'title', render: (row) => <Verb row={row} /> },
  { key: 'thing', said: words.thing, width: 190, phone: 'line', render: (row) => <Thing row={row} /> },
  { key: 'unit', said: words.unit, width: 180, render: (row) => row.unit?.name ?? '' },
  { key: 'reason', said: words.reason, render: (row) => row.reason ?? '' },
  { key: 'seq', said: words.seq, width: 80, right: true, hidden: true, render: (row) => row.seq },
];
