/** A credit level as word, shape and colour. */
import { type Standing, standings } from '#credit/credit.ts';
import { useSaid } from '#web/words/words.ts';
import '#web/credit/credit.css';

export function StandingMark({ standing }: { standing: Standing }) {
  const say = useSaid();
  return <span className={`standing standing-${standing}`}>{say(standings[standing])}</span>;
}
