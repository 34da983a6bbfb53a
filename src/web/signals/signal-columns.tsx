/** The columns of lists of signals. */
import type { SignalItem } from '#signal/signal.api.ts';
import { matters, states } from '#signal/signal.ts';
import type { Column } from '#web/list/list.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Marks } from '#web/signals/marks.tsx';
import { signalsWords as words } from '#web/signals/signals.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid } from '#web/words/words.ts';

export function Received({ at }: { at: string }) {
  const times = useTimes();
  return (
    <time dateTime={at} title={times.exact(at)} className="faint">
      {times.near(at)}
    </time>
  );
}

function Matter({ of }: { of: SignalItem }) {
  const say = useSaid();
  return <>{say(matters[of.matter])}</>;
}

/** One line: what sets it apart, the title where there is one, then the words, without their line breaks. */
export function Line({ of }: { of: SignalItem }) {
  return (
    <>
      <Marks of={of} />
      {of.title && <strong className="signal-title">{of.title}</strong>}
      <span className={of.title ? 'faint' : ''}>{of.words.replace(/\s+/g, ' ')}</span>
    </>
  );
}

export const signalColumns: Column<SignalItem>[] = [
  {
    key: 'number',
    said: words.number,
    width: 148,
    phone: 'line',
    render: (signal) => <span className="figures faint">{signal.number}</span>,
  },
  { key: 'words', said: words.words, locked: true, phone: 'title', render: (signal) => <Line of={signal} /> },
  {
    key: 'state',
    said: words.state,
    width: 116,
    phone: 'side',
    render: (signal) => <StateTag state={states[signal.state]} />,
  },
  { key: 'matter', said: words.matter, width: 72, render: (signal) => <Matter of={signal} /> },
  { key: 'channel', said: words.channel, width: 104, render: (signal) => signal.channel.name },
  {
    key: 'problem',
    said: words.problem,
    width: 140,
    hidden: true,
    render: ({ problem }) =>
      problem && <Go to={`/problems/${problem.id}`} title={problem.title}>{`${problem.number} ${problem.title}`}</Go>,
  },
  { key: 'place', said: words.place, width: 140, hidden: true, render: (signal) => signal.place ?? '' },
  { key: 'category', said: words.category, width: 110, hidden: true, render: (signal) => signal.category ?? '' },
  {
    key: 'source',
    said: words.sourceNumber,
    width: 150,
    hidden: true,
    render: (signal) => <span className="figures">{signal.sourceNumber ?? ''}</span>,
  },
  {
    key: 'received',
    said: words.received,
    width: 150,
    phone: 'line',
    render: (signal) => <Received at={signal.receivedAt} />,
  },
];
