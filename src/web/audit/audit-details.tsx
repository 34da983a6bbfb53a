/** One row of the ledger, whole. */
import { Skeleton } from 'antd';
import { type AuditRow, auditApi } from '#people/audit.api.ts';
import { auditWords } from '#web/audit/audit.words.ts';
import { Actor, Thing, When } from '#web/audit/audit-columns.tsx';
import { Recorded } from '#web/audit/recorded.tsx';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { Empty } from '#web/show/empty.tsx';
import { Unit } from '#web/show/person.tsx';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/thing/thing.css';

/** The pages an auditor may open; the flow's things are not theirs to see. */
const pageOf = ({ kind, thing }: AuditRow): string | null => {
  if (kind === 'person' || kind === 'account') return `/people/${thing}`;
  return kind === 'unit' ? `/people/units/${thing}` : null;
};

type AuditDetailsProps = { row: AuditRow | undefined; seq: string; opening: string };

/** A link to a row leads to it, though the list has not come so far. */
export function AuditDetails({ row, seq, opening }: AuditDetailsProps) {
  const t = useWords(auditWords);
  const query = { opening, seq: Number(seq), limit: 1 };
  const read = useRead(auditApi.list, row ? undefined : { query });
  const found = row ?? read.data?.items[0];
  if (found) return <Shown row={found} />;
  if (read.isPending) return <Skeleton active />;
  return read.error ? (
    <Refused refusal={read.error} again={() => void read.refetch()} />
  ) : (
    <Empty title={t('notLoaded')} how={t('notLoadedHow')} />
  );
}

function Shown({ row }: { row: AuditRow }) {
  const t = useWords(auditWords);
  const say = useSaid();
  const page = pageOf(row);
  return (
    <article className="thing thing-in-pane">
      <header className="thing-head">
        <p className="thing-line">
          <span className="thing-number figures">{row.seq}</span>
          <When at={row.at} />
        </p>
        <h2>{say(row.verbName)}</h2>
      </header>
      <div className="thing-substance">
        <Facts
          of={[
            [t('actor'), <Actor key="actor" row={row} />],
            [t('thing'), <Thing key="thing" row={row} />],
            [t('unit'), row.unit && <Unit id={row.unit.id} name={row.unit.name} />],
            [t('reason'), row.reason],
          ]}
        />
        <Part title={t('recorded')}>
          <Recorded row={row} />
          <p className="faint audit-kept">{t('recordedHow')}</p>
        </Part>
        <p className="audit-links">
          {page && <Go to={page}>{t('openThing')}</Go>}
          <Go to={`/audit?thing=${row.thing}`}>{t('sameThing')}</Go>
          {row.actor && <Go to={`/audit?actorId=${row.actor.id}`}>{t('sameActor')}</Go>}
        </p>
      </div>
    </article>
  );
}
