/** Fourth step: watched while it runs, left and found again, stopped and resumed; then what came of it. */
import { Alert, Button, Progress } from 'antd';
import { importStates } from '#intake/import.ts';
import { type ImportItem, intakeApi } from '#intake/intake.api.ts';
import type { StateWords } from '#rules/steps.ts';
import { Refused } from '#web/call/refused.tsx';
import { saveFile } from '#web/call/save-file.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { importWords } from '#web/imports/import.words.ts';
import { RowsTable } from '#web/imports/rows-table.tsx';
import { Wizard } from '#web/imports/wizard.tsx';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const EVERY = 1_000;

/** Where what came in is to be seen. */
const whereSeen = {
  signals: { said: 'seeSignals', to: (id: string) => `/signals?view=all&import=${id}` },
  people: { said: 'seePeople', to: () => '/people' },
  units: { said: 'seeUnits', to: () => '/people' },
  readings: { said: 'seeReadings', to: () => '/indicators' },
  facts: { said: 'seeFacts', to: () => '/organisations' },
  knowledge: { said: 'seeKnowledge', to: () => '/knowledge' },
} as const;

export function RunPage() {
  const t = useWords(importWords);
  const say = useSaid();
  const { params, go } = usePlace();
  const id = params.id!;
  const first = useRead(intakeApi.show, { params: { id } });
  const running = first.data?.state === 'running';
  const watched = useRead(intakeApi.show, running ? { params: { id } } : undefined, { every: EVERY });
  const item = (running ? watched.data : undefined) ?? first.data;
  if (first.error) return <Refused refusal={first.error} again={() => void first.refetch()} />;
  if (!item) return null;
  const over = item.state === 'finished';
  const seen = whereSeen[item.kind as keyof typeof whereSeen] ?? whereSeen.signals;
  const foot = (
    <>
      <Steer item={item} />
      {over && (
        <Button type="primary" onClick={() => go(seen.to(id))}>
          {t(seen.said)}
        </Button>
      )}
      {item.hasRejects && <TakeRejects item={item} />}
      {over && <Button onClick={() => go(`/import/new?kind=${item.kind}`)}>{t('again')}</Button>}
    </>
  );
  return (
    <Wizard at="run" fileName={item.fileName} foot={foot} done={over}>
      {item.error && <Alert type="error" showIcon title={say(item.error.message)} />}
      <HowFar item={item} />
      <Counts counts={item.counts} />
      {item.hasRejects && <p className="quiet">{t('rejectsHow')}</p>}
      <FilesGone at={item.filesRemovedAt} />
      <RowsTable id={id} counts={item.counts} />
    </Wizard>
  );
}

function HowFar({ item }: { item: ImportItem }) {
  const t = useWords(importWords);
  const numbers = useNumbers();
  const state: StateWords = importStates[item.state];
  const time = (seconds: number) =>
    seconds < 90
      ? t('seconds', { count: Math.max(1, Math.round(seconds)) })
      : t('minutes', { count: Math.round(seconds / 60) });
  const running = item.state === 'running';
  const left = running && item.share > 0.02 ? (item.seconds / item.share) * (1 - item.share) : undefined;
  const parts = [
    t('progress', { percent: numbers.percent(item.state === 'finished' ? 1 : item.share) }),
    item.rowsPerSecond !== null && t('rate', { rows: numbers.whole(item.rowsPerSecond) }),
    left !== undefined ? t('left', { time: time(left) }) : item.seconds > 0 && t('took', { time: time(item.seconds) }),
  ];
  return (
    <div className="import-far" aria-live="polite">
      <p>
        <StateTag state={state} /> <span className="figures">{parts.filter(Boolean).join(' · ')}</span>
      </p>
      <Progress
        percent={Math.round((item.state === 'finished' ? 1 : item.share) * 100)}
        showInfo={false}
        status={running ? 'active' : 'normal'}
      />
    </div>
  );
}

const shown = [
  { key: 'read', tone: '' },
  { key: 'accepted', tone: 'done' },
  { key: 'repeated', tone: '' },
  { key: 'revised', tone: 'check' },
  { key: 'noted', tone: 'warn' },
  { key: 'rejected', tone: 'danger' },
] as const;

function Counts({ counts }: { counts: ImportItem['counts'] }) {
  const t = useWords(importWords);
  const numbers = useNumbers();
  const how = {
    read: counts.leftOut > 0 ? t('leftOutRows', { count: numbers.whole(counts.leftOut) }) : '',
    ...{ accepted: t('acceptedHow'), repeated: t('repeatedHow'), revised: t('revisedHow') },
    ...{ rejected: t('rejectedHow'), noted: t('notedHow') },
  };
  return (
    <dl className="import-counts">
      {shown.map(({ key, tone }) => (
        <div key={key} className={counts[key] > 0 && tone ? `tone-${tone}` : ''}>
          <dt>{t(key)}</dt>
          <dd className="figures">{numbers.whole(counts[key])}</dd>
          <dd className="faint">{how[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steer({ item }: { item: ImportItem }) {
  const t = useWords(importWords);
  const changes = ['/imports'];
  const stop = useVerb(intakeApi.stop, { changes, done: () => t('stopped') });
  const resume = useVerb(intakeApi.resume, { changes, done: () => t('resumed') });
  const args = { params: { id: item.id } };
  if (item.state === 'running') {
    return (
      <Button danger loading={stop.running} onClick={() => stop.run(args)}>
        {t('stop')}
      </Button>
    );
  }
  if (item.state === 'uploaded') return <Go to={`/import/${item.id}/columns`}>{t('columnsStep')}</Go>;
  if (item.state === 'finished' || item.filesRemovedAt) return null;
  return (
    <Button type="primary" loading={resume.running} onClick={() => resume.run(args)}>
      {t('resume')}
    </Button>
  );
}

function TakeRejects({ item }: { item: ImportItem }) {
  const t = useWords(importWords);
  const take = useVerb(intakeApi.rejects, { changes: [], done: () => t('tookRejects') });
  const run = async () => {
    const outcome = await take.run({ params: { id: item.id } });
    const name = `${item.fileName.replace(/\.[^.]+$/, '')}-${t('rejected')}.xlsx`;
    if ('reply' in outcome) saveFile(outcome.reply, name);
  };
  return (
    <Button loading={take.running} title={t('rejectsHow')} onClick={run}>
      {t('takeRejects')}
    </Button>
  );
}

function FilesGone({ at }: { at: string | null }) {
  const t = useWords(importWords);
  const times = useTimes();
  return at && <p className="quiet">{t('filesGone', { at: times.exact(at) })}</p>;
}
