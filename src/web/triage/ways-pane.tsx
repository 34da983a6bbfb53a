/** The proposed ways, each a button with its key, what it would do, why, and how sure; the first is the usual one. */
import { sureness, surenessOf } from '#triage/category/proposal.ts';
import { states } from '#triage/problem.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { Empty } from '#web/show/empty.tsx';
import { triageWords } from '#web/triage/triage.words.ts';
import { type Repeat, surestOf, type Way, wayKey, waysOf } from '#web/triage/ways.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/triage/ways.css';

export function WaysPane({ item, onTake }: { item: QueueItem; onTake: (way: Way) => void }) {
  const t = useWords(triageWords);
  const ways = waysOf(item);
  if (ways.length === 0) return <Empty title={t('noWays')} how={t('noWaysHow')} />;
  return (
    <ol className="triage-ways">
      {ways.map((way, n) => (
        <li key={wayKey(way)}>
          <button
            type="button"
            className={n === 0 ? 'triage-way is-first' : 'triage-way'}
            aria-keyshortcuts={String(n + 1)}
            onClick={() => onTake(way)}
          >
            <kbd>{n + 1}</kbd>
            <span className="triage-way-does">
              <WayWords way={way} />
            </span>
            <Sure way={way} />
            <Why way={way} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function WayWords({ way: { into, category, unit } }: { way: Way }) {
  const t = useWords(triageWords);
  if (into) return <Into into={into} unit={unit?.shortName} category={category?.name} />;
  return (
    <>
      <strong>{category?.path ?? t('wayNoCategory')}</strong>
      <span className="triage-way-to">
        {t('wayNew')}
        <span className="triage-arrow" aria-hidden>
          →
        </span>
        <strong>{unit?.shortName ?? t('wayNoUnit')}</strong>
      </span>
    </>
  );
}

type IntoProps = { into: Repeat; unit: string | undefined; category: string | undefined };

function Into({ into, unit, category }: IntoProps) {
  const t = useWords(triageWords);
  const say = useSaid();
  const led = into.lead ? t('wayLed', { unit: into.lead.shortName || into.lead.name }) : undefined;
  return (
    <>
      <strong>
        {t('wayInto', { number: into.number })} {into.title}
      </strong>
      <span className="quiet triage-way-state">
        {[led ?? unit ?? t('wayNobody'), say(states[into.state]), t('wayHolds', { count: into.signals }), category]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

/** In words; the figure on demand. Three bars, so that colour is not needed. */
function Sure({ way }: { way: Way }) {
  const t = useWords(triageWords);
  const say = useSaid();
  const numbers = useNumbers();
  const confidence = surestOf(way);
  const sure = surenessOf(confidence);
  return (
    <span className={`triage-sure is-${sure}`} title={t('figure', { percent: numbers.percent(confidence) })}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[0, 1, 2].map((n) => (
          <rect key={n} x={n * 5} y={8 - n * 4} width="3.500" height={4 + n * 4} rx="1" />
        ))}
      </svg>
      {say(sureness[sure])}
    </span>
  );
}

function Why({ way: { into, category, unit } }: { way: Way }) {
  const t = useWords(triageWords);
  const say = useSaid();
  const lines = [
    into && ([t('whyRepeat'), into.because] as const),
    category && ([t('whyCategory'), category.confidence === 1 ? [t('whyDecided')] : category.because] as const),
    unit && ([t('whyUnit'), unit.why ? [say(unit.why)] : unit.because] as const),
  ].filter((line) => line && line[1].length > 0);
  if (lines.length === 0) return null;
  return (
    <span className="triage-why">
      {lines.map((line) => (
        <span key={line![0]}>
          <span className="faint">{line![0]}</span> {line![1].slice(0, MOST_REASONS).join('、')}
        </span>
      ))}
    </span>
  );
}

const MOST_REASONS = 6;
