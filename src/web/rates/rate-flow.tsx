/** Where everything that was answered stands: parts that add up, each a way to its cases. */
import type { RateLineShown } from '#triage/rate/rate.api.ts';
import { type Standing, standings } from '#triage/rate/rate.ts';
import { Go } from '#web/place/go.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import { casesOf, type RateAsked } from '#web/rates/rate-address.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function RateFlow({ all, asked }: { all: RateLineShown; asked: RateAsked }) {
  const t = useWords(rateWords);
  const say = useSaid();
  const numbers = useNumbers();
  return (
    <section className="rate-flow">
      <p className="quiet">{t('flow', { answered: numbers.whole(all.answered) })}</p>
      <ul>
        {Object.entries(standings).map(([standing, said]) => {
          const count = all.standings[standing as Standing];
          return (
            <li key={standing}>
              <span>{say(said)}</span>
              {count > 0 ? (
                <Go to={casesOf(asked, { standing: standing as Standing })} className="figures">
                  {numbers.whole(count)}
                </Go>
              ) : (
                <span className="figures faint">0</span>
              )}
            </li>
          );
        })}
        <li>
          <span>{t('excludedOf')}</span>
          <Go to={casesOf(asked, { exclusion: 'only' })} className="figures">
            {numbers.whole(all.excluded)}
          </Go>
        </li>
      </ul>
    </section>
  );
}
