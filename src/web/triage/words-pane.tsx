/** What was said, with the words underlined that decided something; when, where, by whom, and what came from the same phone. */
import { Button } from 'antd';
import { useState } from 'react';
import { signalApi } from '#signal/signal.api.ts';
import { matters } from '#signal/signal.ts';
import type { SignalPage } from '#views/desk.api.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { EarlierList } from '#web/signals/earlier-list.tsx';
import { Marks } from '#web/signals/marks.tsx';
import { Received } from '#web/signals/signal-columns.tsx';
import { Facts } from '#web/thing/thing-page.tsx';
import { marked, type Telling } from '#web/triage/highlight.ts';
import { Legend } from '#web/triage/legend.tsx';
import { HeldLine, TakenLine } from '#web/triage/taken-line.tsx';
import { triageWords } from '#web/triage/triage.words.ts';
import type { Held, Taken } from '#web/triage/use-taken.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type WordsPaneProps = {
  item: QueueItem;
  /** The whole of it, once it is read; until then what the queue knows. */
  whole: SignalPage | undefined;
  taken: ReturnType<Taken['get']>;
  /** Absent in the dispatch centre, which says it over every case. */
  held?: ReturnType<Held['get']>;
  legend: boolean;
};

/** Words that stand in the signal itself mark their place; a reason that is a sentence does not. */
function tellingOf({ categories, repeats, units, place, area, places, organisations }: QueueItem): Telling {
  return {
    category: categories.slice(0, 1).flatMap((one) => one.because),
    place: [place ?? '', area ?? '', ...places, ...repeats.slice(0, 1).flatMap((one) => one.because)],
    unit: [...organisations, ...units.slice(0, 1).flatMap((one) => [...one.because, one.shortName, one.name])],
  };
}

export function WordsPane({ item, whole, taken, held, legend }: WordsPaneProps) {
  const t = useWords(triageWords);
  const say = useSaid();
  const words = whole?.words ?? item.words;
  return (
    <article className="triage-words" aria-label={t('words')}>
      {taken && (
        <p className="triage-gone">
          <TakenLine taken={taken} />
        </p>
      )}
      {held && !taken && (
        <p className="triage-gone">
          <HeldLine held={held} />
        </p>
      )}
      <p className="triage-line">
        <Go to={`/signals/${item.id}`} className="figures" title={`${t('open')} (O)`}>
          {item.number}
        </Go>
        <span className="tag tone-off">{say(matters[item.matter])}</span>
        <Marks of={item} />
        <span className="triage-push">{item.due && <Due due={item.due} />}</span>
      </p>
      {item.title && <h2>{item.title}</h2>}
      <p className="verbatim triage-verbatim" aria-busy={!whole}>
        {marked(words, tellingOf(item)).map(({ text, kinds }, n) =>
          kinds.length === 0 ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name than their place
            <mark key={n} className={kinds.map((kind) => `marks-${kind}`).join(' ')}>
              {text}
            </mark>
          ),
        )}
      </p>
      {legend && <Legend />}
      <Facts
        of={[
          [t('at'), [item.area, item.place].filter(Boolean).join(' · ')],
          [t('came'), <Came key="came" item={item} />],
          [t('sourceCategory'), item.category],
          [t('decided'), item.decided?.path],
          [t('reporter'), whole?.reporter && `${whole.reporter.name} ${whole.reporter.phone}`.trim()],
          ['', whole && whole.photos.length > 0 && <Photos key="photos" item={item} count={whole.photos.length} />],
        ]}
      />
      {item.callerOthers > 0 && <Earlier key={item.id} item={item} />}
    </article>
  );
}

function Came({ item }: { item: QueueItem }) {
  return (
    <>
      {item.channel.name} <Received at={item.receivedAt} />
    </>
  );
}

function Photos({ item, count }: { item: QueueItem; count: number }) {
  const t = useWords(triageWords);
  return <Go to={`/signals/${item.id}`}>{t('photos', { count })}</Go>;
}

function Earlier({ item }: { item: QueueItem }) {
  const t = useWords(triageWords);
  const [open, setOpen] = useState(false);
  const read = useRead(signalApi.others, open ? { params: { id: item.id } } : undefined);
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('earlier', { count: item.callerOthers })}
      </Button>
    );
  }
  return read.data ? <EarlierList items={read.data.items} total={read.data.total} newTab /> : null;
}
