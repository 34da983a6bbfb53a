/** A warning on the board: where and what, how many beside what is usual, its last eight weeks, and how it stands. */
import type { WarningItem } from '#triage/warning/warning.api.ts';
import { states } from '#triage/warning/warning.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { DayBars } from '#web/warnings/day-bars.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { aboutOf, countOf, rarityOf } from '#web/warnings/warning-sentences.ts';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

export function WarningCard({ item }: { item: WarningItem }) {
  const t = useWords(warningWords);
  const times = useTimes();
  const language = useLanguage();
  const [now, usual] = countOf(item, language);
  return (
    <li className="warning-card">
      <div>
        <p className="warning-line">
          <StateTag state={states[item.state]} />
          <Go to={`/warnings/${item.id}`} className="warning-about">
            {aboutOf(item, language)}
          </Go>
        </p>
        <p className="warning-count">
          <strong>{now}</strong> <span className="quiet">{usual}</span>
        </p>
        <p className="faint">
          {rarityOf(item, language)} · {t('found', { at: times.near(item.foundAt) })}
          {item.problem && (
            <>
              {' · '}
              <Go to={`/problems/${item.problem.id}`}>{item.problem.number}</Go>
            </>
          )}
        </p>
      </div>
      <DayBars days={item.days} window={item.windowDays} words={t('days56')} />
    </li>
  );
}
