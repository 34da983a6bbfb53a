/** The faces of the problem itself, of acceptances and of goals. */
import { results } from '#acceptance/acceptance.ts';
import { states } from '#triage/problem.ts';
import type { SourceLine } from '#views/source-line.api.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { MainLink } from '#web/source/main-link.tsx';
import { OutcomeBars } from '#web/source/outcome-bars.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { outcomeOf } from '#web/source/summary.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

type Of<K extends 'problems' | 'acceptances' | 'goals'> = { one: SourceLine[K][number]; to: string };

export function ProblemFace({ one, to }: Of<'problems'>) {
  return (
    <>
      <p className="ln-small figures">{one.number}</p>
      <MainLink id={one.id} to={to} name={one.title} strong />
      <p className="ln-tag">
        <StateTag state={states[one.state]} />
      </p>
    </>
  );
}

export function AcceptanceFace({ one, to }: Of<'acceptances'>) {
  const t = useWords(sourceWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  const { asked, approving, score, result } = one;
  const share = asked ? (approving ?? 0) / asked : null;
  return (
    <>
      <Go className="ln-main ln-tag" to={to} data-line={one.id} draggable={false}>
        <StateTag state={{ ...results[result], tone: result === 'passed' ? 'done' : 'off' }} />
        <span className="only-heard"> {say(results[result])}</span>
      </Go>
      <p className="ln-small">{t('heldOn', { day: times.day(one.heldOn) })}</p>
      <p className="ln-small">{t('by', { name: one.by.name })}</p>
      {score !== null && <p className="ln-small">{t('score', { score })}</p>}
      {share !== null && (
        <>
          <p className="ln-rating" aria-hidden>
            <i style={{ width: `${share * 100}%` }} />
          </p>
          <p className="ln-small figures ln-rated">
            {t('rating', { part: approving ?? 0, all: asked ?? 0, percent: numbers.percent(share) })}
          </p>
        </>
      )}
    </>
  );
}

export function GoalFace({ one, to }: Of<'goals'>) {
  const t = useWords(sourceWords);
  const language = useLanguage();
  const { indicator, baseline, target } = one;
  const sentence = outcomeOf(one, language);
  return (
    <>
      <MainLink id={one.id} to={to} name={indicator.name} strong />
      {sentence ? (
        <>
          <OutcomeBars goal={one} />
          <p className="ln-sentence" title={sentence}>
            {sentence}
          </p>
        </>
      ) : (
        <>
          <p className="ln-small">{t('baseline', { value: `${baseline} ${indicator.unitWords}` })}</p>
          <p className="ln-small">{t('target', { value: `${target} ${indicator.unitWords}` })}</p>
          <p className="ln-small">{t('noReading')}</p>
        </>
      )}
    </>
  );
}
