/** All signals of a problem as one card: how many, from how many people, when, and what three of them say. */
import { dayOf } from '#clock/day.ts';
import type { SourceLine } from '#views/source-line.api.ts';
import { Go } from '#web/place/go.tsx';
import { FULL_FOLDS, hasBars } from '#web/source/line-size.ts';
import { MonthBars } from '#web/source/month-bars.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { useLine } from '#web/source/use-line.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Fold = SourceLine['signals'][number];

export function SignalsFace({ id, fold, to }: { id: string; fold: Fold; to: string }) {
  const t = useWords(sourceWords);
  const numbers = useNumbers();
  const times = useTimes();
  const { things } = useLine();
  const { count, quotes, first, last } = fold;
  const [channel] = fold.channels;
  return (
    <>
      <Go className="ln-main" to={to} data-line={id} draggable={false}>
        <strong className="ln-count figures">{numbers.whole(count)}</strong> {t('signalsUnit', { count })}
      </Go>
      <p className="ln-small">
        {t('reporters', { count: numbers.whole(fold.reporters) })}
        {channel &&
          ` · ${count === channel.count ? channel.name : t('mostBy', { count: numbers.whole(channel.count), channel: channel.name })}`}
      </p>
      <p className="ln-small figures">
        {first && times.day(first)}
        {first && last && times.day(first) !== times.day(last) && ` – ${times.day(last)}`}
      </p>
      {hasBars(fold) && <MonthBars months={fold.months} />}
      {things.signals.size <= FULL_FOLDS && (
        <>
          {quotes.map((quote) => (
            <figure key={quote.id} className="ln-quote">
              <blockquote title={quote.words}>「{quote.words}」</blockquote>
              <figcaption>
                <Go to={`/signals/${quote.id}`} className="figures" draggable={false}>
                  {quote.number}
                </Go>{' '}
                <time className="figures" dateTime={quote.at} title={times.exact(quote.at)}>
                  {dayOf(new Date(quote.at))}
                </time>
              </figcaption>
            </figure>
          ))}
          {count > quotes.length && (
            <Go to={to} className="ln-more" draggable={false} tabIndex={-1}>
              {t('moreSignals', { count: numbers.whole(count - quotes.length) })}
            </Go>
          )}
        </>
      )}
    </>
  );
}
