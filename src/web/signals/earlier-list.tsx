/** What a caller has said before, newest first, each leading to its page. */
import type { SignalItem } from '#signal/signal.api.ts';
import { matters, states } from '#signal/signal.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Received } from '#web/signals/signal-columns.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/signals/signals.css';

type EarlierListProps = { items: readonly SignalItem[]; total: number; newTab?: boolean };

export function EarlierList({ items, total, newTab }: EarlierListProps) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  if (items.length === 0) return <p className="quiet">{t('noOthers')}</p>;
  return (
    <>
      <ul className="earlier-list">
        {items.map((signal) => (
          <li key={signal.id}>
            <Go to={`/signals/${signal.id}`} {...(newTab && { target: '_blank' })}>
              <span className="earlier-line">
                <Received at={signal.receivedAt} />
                <span className="faint">{say(matters[signal.matter])}</span>
                <StateTag state={states[signal.state]} />
                {signal.problem && <span className="faint figures">{signal.problem.number}</span>}
              </span>
              <span className="earlier-words">{signal.title ? `${signal.title}：${signal.words}` : signal.words}</span>
            </Go>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="faint">{t('onlyFirst', { count: total })}</p>}
    </>
  );
}
