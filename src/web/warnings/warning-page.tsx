/** One warning: its count beside what is usual, its weeks, the signals behind it, and what can be decided. */
import { type WarningShown, warningApi } from '#triage/warning/warning.api.ts';
import { states, steps, type WarningStep } from '#triage/warning/warning.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { TrendFigure } from '#web/warnings/trend-figure.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { WarningActions } from '#web/warnings/warning-actions.tsx';
import { aboutOf, countOf, rarityOf } from '#web/warnings/warning-sentences.ts';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';
import '#web/warnings/warnings.css';

export function WarningPage() {
  const { params } = usePlace();
  return <WarningView id={params.id!} />;
}

export function WarningView({ id }: { id: string }) {
  const t = useWords(warningWords);
  const read = useRead(warningApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(warning) => <Shown warning={warning} />}
    </ReadThing>
  );
}

function Shown({ warning }: { warning: WarningShown }) {
  const t = useWords(warningWords);
  const say = useSaid();
  const times = useTimes();
  const language = useLanguage();
  const [now, usual] = countOf(warning, language);
  const { decided, problem, area, category, signals, more } = warning;
  useTitle(aboutOf(warning, language));
  return (
    <article className="desk-page warnings">
      <header>
        <p className="quiet">
          <Go to="/warnings">{t('back')}</Go> · {t('found', { at: times.moment(warning.foundAt) })}
        </p>
        <h1>
          {aboutOf(warning, language)} <StateTag state={states[warning.state]} />
        </h1>
        <p className="warning-count">
          <strong>{now}</strong> <span className="quiet">{usual}</span>
        </p>
        <p className="quiet">{rarityOf(warning, language)}</p>
        {decided && (
          <p>
            {say(steps[decided.step as WarningStep])} · {t('decided', { by: decided.by, at: times.near(decided.at) })}
            {decided.words && `：${decided.words}`}
          </p>
        )}
        {problem && (
          <p>
            <Go to={`/problems/${problem.id}`}>
              {problem.number} {problem.title}
            </Go>
          </p>
        )}
        <WarningActions warning={warning} />
      </header>
      <TrendFigure areaId={area?.id ?? null} categoryId={category?.id ?? null} />
      <section>
        <h2>{t('signals')}</h2>
        <ul className="warning-signals">
          {signals.map((one) => (
            <li key={one.id}>
              <Go to={`/signals/${one.id}`}>{one.number}</Go>{' '}
              <span className="faint">{times.near(one.receivedAt)}</span>{' '}
              {one.waits && <span className="warning-waits">{t('waits')}</span>}
              {one.problem && <Go to={`/problems/${one.problem.id}`}>{one.problem.number}</Go>}
              <p>{one.words}</p>
            </li>
          ))}
        </ul>
        {more && <p className="quiet">{t('first', { count: signals.length })}</p>}
      </section>
    </article>
  );
}
