/** Who has dealt with a signal meanwhile, and where it went, in one line. */
import type { TakenItem } from '#views/triage-desk.api.ts';
import { triageWords } from '#web/triage/triage.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function TakenLine({ taken: { who, at, problem } }: { taken: TakenItem }) {
  const t = useWords(triageWords);
  const times = useTimes();
  const onto = problem && { number: problem.number, title: problem.title, unit: problem.lead ?? '' };
  const where = onto ? t(problem.lead ? 'takenTo' : 'takenOnto', onto) : t('takenDisposed');
  return (
    <span className="triage-taken" role="status">
      {t('takenBy', { who: who ?? t('program'), when: times.near(at), where })}
    </span>
  );
}
