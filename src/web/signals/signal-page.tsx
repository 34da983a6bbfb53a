/** One signal, as a page of its own or in the pane of a list: what was said, by whom, where it stands, what was said back. */
import { Collapse, Spin } from 'antd';
import { useContext } from 'react';
import { states } from '#signal/signal.ts';
import { deskApi, type SignalPage as Signal } from '#views/desk.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { PaneContext } from '#web/list/pane.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Watermark } from '#web/show/watermark.tsx';
import { ExchangePart } from '#web/signals/exchange-part.tsx';
import { Marks } from '#web/signals/marks.tsx';
import { Photos } from '#web/signals/photos.tsx';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { Replies } from '#web/signals/replies.tsx';
import { ReporterPart } from '#web/signals/reporter-part.tsx';
import { SignalActions } from '#web/signals/signal-actions.tsx';
import { SignalFacts } from '#web/signals/signal-facts.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { signalSentences } from '#web/signals/signal-sentences.ts';
import { Versions } from '#web/signals/versions.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { History } from '#web/thing/history.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

/** The page at `/signals/<id>`. */
export function SignalRoutePage() {
  const { params } = usePlace();
  return <SignalPage key={params.id} id={params.id!} />;
}

export function SignalPage({ id }: { id: string }) {
  const t = useWords(signalPageWords);
  const read = useRead(deskApi.signal, { params: { id } });
  if (read.data) return <Shown signal={read.data} />;
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  return <Spin delay={400} className="signal-wait" description={t('reading')} />;
}

function Shown({ signal }: { signal: Signal }) {
  const t = useWords(signalPageWords);
  const pane = useContext(PaneContext);
  const page = (
    <ThingPage
      number={signal.number}
      title={signal.title || titleFrom(signal) || t('untitled')}
      state={states[signal.state]}
      turn={signal.turn}
      due={signal.due}
      marks={
        <>
          <Marks of={signal} />
          {signal.state === 'gathered' && <SourceLink kind="signal" id={signal.id} />}
        </>
      }
      actions={<SignalActions signal={signal} />}
      around={<Around signal={signal} />}
      history={<History moves={signal.history} sentences={signalSentences} />}
    >
      <Said signal={signal} />
      {signal.photos.length > 0 && <Photos signal={signal} />}
      {signal.versions.length > 0 && <Versions signal={signal} />}
      <ExchangePart signal={signal} />
      <Replies signal={signal} />
      <Extra extra={signal.extra} />
    </ThingPage>
  );
  return pane ? page : <Watermark>{page}</Watermark>;
}

function Said({ signal }: { signal: Signal }) {
  const t = useWords(signalPageWords);
  return (
    <Part title={t('said')}>
      <p className="verbatim signal-verbatim" title={t('saidHow')}>
        {signal.words}
      </p>
    </Part>
  );
}

function Around({ signal }: { signal: Signal }) {
  return (
    <div className="signal-around">
      <ReporterPart signal={signal} />
      <SignalFacts signal={signal} />
    </div>
  );
}

/** Columns of the source for which a signal has no place of its own. */
function Extra({ extra }: { extra: Signal['extra'] }) {
  const t = useWords(signalPageWords);
  const rows = Object.entries(extra);
  if (rows.length === 0) return null;
  return (
    <Collapse
      size="small"
      items={[
        { key: 'extra', label: t('extra', { count: rows.length }), children: <Facts of={rows} />, forceRender: true },
      ]}
    />
  );
}
