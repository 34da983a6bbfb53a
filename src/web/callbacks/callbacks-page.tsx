/** The caller's queue, one reporter at a time: who, what it was about, what came of it, and what is said now. */
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type CallbackItem, callbackApi } from '#triage/callback/callback.api.ts';
import { deskApi } from '#views/desk.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { callbackWords } from '#web/callbacks/callback.words.ts';
import { LotDialog } from '#web/callbacks/lot-dialog.tsx';
import { RuleDialog } from '#web/callbacks/rule-dialog.tsx';
import { SaidForm } from '#web/callbacks/said-form.tsx';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { Marks } from '#web/signals/marks.tsx';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { Replies } from '#web/signals/replies.tsx';
import { ReporterPart } from '#web/signals/reporter-part.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { Outcome } from '#web/signals/to-answer/outcome.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/callbacks/callbacks.css';
import '#web/thing/thing.css';
import '#web/signals/signals.css';

/** Others call meanwhile. */
const EVERY = 30_000;

export function CallbacksPage() {
  const t = useWords(callbackWords);
  const may = useMay();
  useTitle(t('title'));
  return <article className="desk-page callbacks">{may('callback.make') ? <Queue /> : <Head />}</article>;
}

function Queue() {
  const t = useWords(callbackWords);
  const [item, setItem] = useState<CallbackItem | null>();
  const [taking] = useState({ going: false });
  const take = useVerb(callbackApi.take, { shows: true, changes: ['/callbacks/queue'] });
  const read = useRead(callbackApi.queue, {}, { every: EVERY });
  const { run } = take;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` is another function at every drawing
  const next = useCallback(async () => {
    if (taking.going) return;
    taking.going = true;
    const outcome = await run({ body: {} });
    taking.going = false;
    if ('reply' in outcome) setItem(outcome.reply.item);
  }, []);
  const waiting = read.data?.now ?? 0;
  useEffect(() => void next(), [next]);
  // Somebody whose rest is over, or whom another caller has let go.
  useEffect(() => {
    if (item === null && waiting > 0) void next();
  }, [item, waiting, next]);
  return (
    <>
      <Head queue={read.data} />
      <Refused refusal={take.refusal} again={() => void next()} />
      {item === null && <Empty title={t('none')} how={t('noneHow')} />}
      {item && <Called key={item.id} item={item} next={() => void next()} />}
    </>
  );
}

type Counts = { now: number; later: number; others: number; done: number };

function Head({ queue }: { queue?: Counts | undefined }) {
  const t = useWords(callbackWords);
  const may = useMay();
  const [open, setOpen] = useState<'rule' | 'lot'>();
  const close = () => setOpen(undefined);
  return (
    <header>
      <h1>{t('title')}</h1>
      {queue && (
        <p className="callback-counts" aria-live="polite">
          <strong>{t('left', queue)}</strong>
          {queue.later > 0 && <span className="faint">{t('later', queue)}</span>}
          {queue.others > 0 && <span className="faint">{t('others', queue)}</span>}
          <span className="faint">{t('done', queue)}</span>
        </p>
      )}
      <p className="callback-tools">
        {may('callback.make') && (
          <Button size="small" onClick={() => setOpen('lot')}>
            {t('lot')}
          </Button>
        )}
        {may('callback.rule') && (
          <Button size="small" onClick={() => setOpen('rule')}>
            {t('rule')}
          </Button>
        )}
      </p>
      {open === 'rule' && <RuleDialog onClose={close} />}
      {open === 'lot' && <LotDialog onClose={close} />}
    </header>
  );
}

function Called({ item, next }: { item: CallbackItem; next: () => void }) {
  const t = useWords({ ...signalPageWords, ...callbackWords });
  const times = useTimes();
  const read = useRead(deskApi.signal, { params: { id: item.signalId } });
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  if (!read.data) return null;
  const signal = read.data;
  return (
    <div className="callback-both">
      <section className="callback-about" aria-label={signal.number}>
        <p className="callback-line">
          <Go to={`/signals/${signal.id}`} className="figures">
            {signal.number}
          </Go>
          <Marks of={signal} />
          <span className="faint">{item.channel}</span>
          <span className="faint">{item.unit ? t('led', { unit: item.unit }) : t('noUnit')}</span>
        </p>
        <h2>{signal.title || titleFrom(signal)}</h2>
        <p className="faint">
          {item.why === 'again' ? t('whyAgain') : t('whyLot', { day: times.day(item.day) })} ·{' '}
          {t('tries', { n: item.tries + 1, most: item.triesMost })}
        </p>
        <ReporterPart signal={signal} />
        <Part title={t('said')}>
          <p className="verbatim">{signal.words}</p>
        </Part>
        {signal.problem && <Outcome problemId={signal.problem.id} />}
        <Replies signal={signal} />
      </section>
      <SaidForm item={item} next={next} />
    </div>
  );
}
