/** The versions of the duty list, the latest first: who issued which and why, since when it is in force, and the next draft. */
import { Button, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type DutyListItem, dutyApi } from '#triage/duty/duty.api.ts';
import { phases } from '#triage/duty/duty.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMay } from '#web/desk/me.ts';
import { dutyWords, versionWords } from '#web/duty/duty.words.ts';
import { DutyNav } from '#web/duty/duty-nav.tsx';
import { DropDialog, IssueDialog } from '#web/duty/version-dialogs.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function VersionsPage() {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  const may = useMay();
  const read = useRead(dutyApi.lists, {});
  const lists = read.data?.items ?? [];
  useTitle(`${d('duty')} · ${d('versions')}`);
  const drafting = lists.some(({ phase }) => phase === 'draft');
  return (
    <div className="desk-page duty-page">
      <header>
        <h1>{d('duty')}</h1>
        <DutyNav at="/duty/versions" />
        {may('duty.manage') && read.data && !drafting && <DraftButton key={lists.length} />}
      </header>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && lists.length === 0 && <Empty title={t('none')} how={d('noneHow')} />}
      <ol className="duty-versions">
        {lists.map((list) => (
          <li key={list.id}>
            <Version list={list} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function DraftButton() {
  const t = useWords(versionWords);
  const { go } = usePlace();
  const id = useMemo(newId, []);
  const draft = useVerb(dutyApi.draft, { changes: ['/duty'], done: ({ number }) => t('drafted', { number }) });
  const run = async () => {
    const outcome = await draft.run({ body: { id } });
    if ('reply' in outcome) go(`/duty?listId=${id}`);
  };
  return (
    <Button type="primary" loading={draft.running} onClick={() => void run()}>
      {t('draft')}
    </Button>
  );
}

function Version({ list }: { list: DutyListItem }) {
  const t = useWords(versionWords);
  const d = useWords(dutyWords);
  const times = useTimes();
  const may = useMay();
  const { go } = usePlace();
  const [asked, setAsked] = useState<'issue' | 'drop'>();
  const close = () => setAsked(undefined);
  const { number, phase, validFrom, validTo, madeBy, madeAt, issuedBy, issuedAt, basedOn } = list;
  const span =
    validFrom &&
    (validTo
      ? t('spanTo', { from: times.date(validFrom), to: times.date(validTo) })
      : t('span', { from: times.date(validFrom) }));
  const by = issuedAt
    ? t('issuing', { name: issuedBy?.name ?? '', when: times.near(issuedAt) })
    : t('drafting', { name: madeBy?.name ?? '', when: times.near(madeAt) });
  return (
    <article className="duty-version">
      <p className="duty-line">
        <strong>{d('versionOf', { number })}</strong>
        <StateTag state={phases[phase]} />
        {span && phase !== 'dropped' && <span className="quiet">{span}</span>}
      </p>
      <p>
        {t('lines', { count: list.lines })}
        {list.withdrawn > 0 && <span className="quiet"> · {t('withdrawnLines', { count: list.withdrawn })}</span>}
        {list.flagged > 0 && phase !== 'superseded' && phase !== 'dropped' && (
          <>
            {' · '}
            <Go to={`/duty?listId=${list.id}&view=flagged`}>{t('flagged', { count: list.flagged })}</Go>
          </>
        )}
      </p>
      {list.reason && <p className="verbatim">{list.reason}</p>}
      <p className="faint">
        {by}
        {basedOn !== null && ` · ${t('basedOn', { number: basedOn })}`}
      </p>
      <p className="duty-version-acts">
        {phase === 'draft' && may('duty.manage') && list.lines > 0 && (
          <Button type="primary" onClick={() => setAsked('issue')}>
            {t('issue')}
          </Button>
        )}
        <Button onClick={() => go(`/duty?listId=${list.id}`)}>{t('open')}</Button>
        {basedOn !== null && <Button onClick={() => go(`/duty/versions/${list.id}`)}>{t('compare')}</Button>}
        {(phase === 'draft' || phase === 'coming') && may('duty.manage') && (
          <Button onClick={() => setAsked('drop')}>{t('drop')}</Button>
        )}
      </p>
      {asked === 'issue' && <IssueDialog list={list} onClose={close} />}
      {asked === 'drop' && <DropDialog list={list} onClose={close} />}
    </article>
  );
}
