/** Work that nobody can act on, by who has it: numbers without contents, to be given on to somebody who can. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { handoverApi } from '#people/handover.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { HandOverDialog } from '#web/people/leave-dialog.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/people/people.css';

type Stranded = Reply<typeof handoverApi.stranded>['items'][number];

function byHolder(items: readonly Stranded[]): { holder: Stranded['holder']; works: Stranded[] }[] {
  const groups = new Map<string, { holder: Stranded['holder']; works: Stranded[] }>();
  for (const one of items) {
    const group = groups.get(one.holder.id) ?? { holder: one.holder, works: [] };
    group.works.push(one);
    groups.set(one.holder.id, group);
  }
  return [...groups.values()].sort((a, b) => b.works.length - a.works.length);
}

export function StrandedPage() {
  const t = useWords(peopleWords);
  const read = useRead(handoverApi.stranded, {});
  const [asked, setAsked] = useState<Stranded['holder']>();
  useTitle(t('stranded'));
  return (
    <div className="desk-page">
      <header>
        <h1>{t('stranded')}</h1>
      </header>
      <p className="quiet">{t('strandedHow')}</p>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data?.items.length === 0 && <Empty title={t('strandedNone')} />}
      <ul className="stranded">
        {byHolder(read.data?.items ?? []).map(({ holder, works }) => (
          <li key={holder.id}>
            <p>
              <strong>
                <Go to={holder.kind === 'unit' ? `/people/units/${holder.id}` : `/people/${holder.id}`}>
                  {holder.name}
                </Go>
              </strong>{' '}
              <span className="figures">{t('strandedCount', { count: works.length })}</span>
            </p>
            <p className="figures faint">
              {works.map(({ thing, kind, number }) => (
                <span key={thing}>
                  {kind === 'task' || kind === 'problem' ? t(kind) : kind} {number}{' '}
                </span>
              ))}
            </p>
            {holder.kind === 'unit' ? (
              <p className="quiet">{t('strandedUnit')}</p>
            ) : (
              <Button onClick={() => setAsked(holder)}>{t('handOver')}</Button>
            )}
          </li>
        ))}
      </ul>
      {read.data?.more && <p className="faint">{t('strandedMore')}</p>}
      {asked && <HandOverDialog person={asked} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
