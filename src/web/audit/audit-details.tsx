/** One row of the ledger, whole. */
import type { AuditRow } from '#people/audit.api.ts';
import { auditWords, dataWords } from '#web/audit/audit.words.ts';
import { Actor, Thing, When } from '#web/audit/audit-columns.tsx';
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

export function AuditDetails({ row }: { row: AuditRow | undefined }) {
  const t = useWords(auditWords);
  const say = useSaid();
  if (!row) return <Empty title={t('notLoaded')} how={t('notLoadedHow')} />;
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
          <Recorded data={row.data} />
          <p className="faint">{t('recordedHow')}</p>
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

function Recorded({ data }: { data: Record<string, unknown> }) {
  const t = useWords(auditWords);
  const say = useSaid();
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  if (entries.length === 0) return <p className="quiet">{t('nothing')}</p>;
  return (
    <Facts
      of={entries.map(([key, value]) => [say(dataWords[key] ?? { zh: key, en: key }), <Value key={key} of={value} />])}
    />
  );
}

/** Plain values as they are, lists joined, anything deeper as it was recorded. */
function Value({ of: value }: { of: unknown }) {
  const t = useWords(auditWords);
  const plain = (one: unknown) => (typeof one === 'object' && one !== null ? JSON.stringify(one) : String(one));
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return <span className="verbatim">{Array.isArray(value) ? value.map(plain).join('、') : plain(value)}</span>;
}
