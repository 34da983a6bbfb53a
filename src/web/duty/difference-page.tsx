/** What differs between a version of the duty list and another: added, changed, taken out, line by line. */
import { Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type Difference, type DutyLine, dutyApi } from '#triage/duty/duty.api.ts';
import { levels } from '#triage/duty/duty.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { dutyWords, versionWords } from '#web/duty/duty.words.ts';
import { DutyNav } from '#web/duty/duty-nav.tsx';
import { LeadSaid, MatterSaid } from '#web/duty/unit-said.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const kinds = {
  added: { key: 'addedLine', tone: 'tone-done' },
  changed: { key: 'changedLine', tone: 'tone-wait' },
  removed: { key: 'removedLine', tone: 'tone-off' },
} as const;

export function DifferencePage() {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  const { params, search, setSearch } = usePlace();
  const lists = useRead(dutyApi.lists, {}).data?.items ?? [];
  const list = lists.find(({ id }) => id === params.id);
  const read = useRead(dutyApi.difference, {
    params: { id: params.id! },
    query: search.from ? { from: search.from } : {},
  });
  const from = read.data?.from ?? null;
  const title = list ? d('versionOf', { number: list.number }) : d('duty');
  useTitle(title);
  return (
    <div className="desk-page duty-page">
      <header>
        <h1>{title}</h1>
        <DutyNav at="/duty/versions" />
      </header>
      <p>
        <Select
          aria-label={t('compareWith')}
          className="duty-compare"
          placeholder={t('compareWith')}
          value={lists.find(({ number }) => number === from)?.id ?? null}
          options={lists
            .filter(({ id }) => id !== params.id)
            .map(({ id, number }) => ({ value: id, label: t('difference', { number }) }))}
          onChange={(id) => setSearch({ from: id ?? undefined })}
        />
      </p>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data?.items.length === 0 && <Empty title={t('same')} />}
      <ul className="duty-differences">
        {read.data?.items.map((one) => (
          <li key={(one.after ?? one.before)!.id}>
            <One difference={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({ difference: { kind, before, after } }: { difference: Difference }) {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  const say = useSaid();
  const line = (after ?? before)!;
  return (
    <article className={`duty-difference is-${kind}`}>
      <p className="duty-line">
        <span className={`tag ${kinds[kind].tone}`}>{t(kinds[kind].key)}</span>
        <span className="figures faint">{d('lineOf', { line: line.line })}</span>
        <MatterSaid line={line} />
        <span className="faint">
          {say(levels[line.level])} · {line.area?.name ?? d('wholeCity')}
        </span>
      </p>
      <Changed before={before} after={after} name={d('lead')} of={(one) => <LeadSaid line={one} />} same={sameLead} />
      <Changed
        {...{ before, after, name: d('assists') }}
        of={(one) => one.assists.map(({ shortName }) => shortName).join('、') || '—'}
        same={(a, b) => idsOf(a) === idsOf(b)}
      />
      <Changed
        {...{ before, after, name: d('basis') }}
        of={(one) => one.basis || '—'}
        same={(a, b) => a.basis === b.basis}
      />
      <Changed
        {...{ before, after, name: d('withdrawn') }}
        of={(one) => (one.withdrawn ? d('withdrawn') : '—')}
        same={(a, b) => a.withdrawn === b.withdrawn}
      />
    </article>
  );
}

const idsOf = (line: DutyLine) => line.assists.map(({ id }) => id).join();
const sameLead = (a: DutyLine, b: DutyLine) => a.lead?.id === b.lead?.id;

type ChangedProps = {
  before: DutyLine | null;
  after: DutyLine | null;
  name: string;
  of: (line: DutyLine) => ReactNode;
  same: (a: DutyLine, b: DutyLine) => boolean;
};

/** One thing that a line says, where it differs; of a line that is new or gone, only who leads. */
function Changed({ before, after, name, of, same }: ChangedProps) {
  if (before && after) {
    if (same(before, after)) return null;
    return (
      <p>
        <span className="faint">{name}</span> <del>{of(before)}</del> → <strong>{of(after)}</strong>
      </p>
    );
  }
  if (same !== sameLead) return null;
  return (
    <p>
      <span className="faint">{name}</span> {of((after ?? before)!)}
    </p>
  );
}
