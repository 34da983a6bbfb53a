/** The rungs of a ladder in words, one a line. */
import { actions, lights, type Rung } from '#supervision/ladder.ts';
import { ladderWords } from '#web/supervision/ladder.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function RungLines({ rungs }: { rungs: readonly Rung[] }) {
  const t = useWords(ladderWords);
  const say = useSaid();
  const when = ({ measure, at }: Rung) => {
    if (measure === 'share') return at === 1 ? t('dueAt') : t('shareAt', { n: Math.round(at * 100) });
    if (measure === 'before') return t('beforeAt', { n: at });
    return at === 0 ? t('dueAt') : t('afterAt', { n: at });
  };
  return (
    <ol className="paper-list">
      {rungs.map((rung) => (
        <li key={`${rung.measure} ${rung.at} ${rung.action}`}>
          <span className={`rung-light rung-${rung.light}`}>{say(lights[rung.light])}</span> {when(rung)}{' '}
          <strong>{say(actions[rung.action])}</strong>{' '}
          <span className="faint">
            {[
              rung.person ? t('toPerson', { name: rung.person.name }) : rung.up > 0 && t('upBy', { n: rung.up }),
              rung.graceHours > 0 && t('grace', { n: rung.graceHours }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}
