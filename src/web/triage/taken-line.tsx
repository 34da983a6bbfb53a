/** Who has dealt with a signal meanwhile, and where it went; or who is at it now. One line each. */
import type { HeldItem, TakenItem } from '#views/triage-desk.api.ts';
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

/** Until then at the latest: the page that has it open renews it. It keeps nobody from deciding. */
export function HeldLine({ held: { who, untilAt } }: { held: HeldItem }) {
  const t = useWords(triageWords);
  const times = useTimes();
  return (
    <span className="triage-held" role="status">
      {t('heldBy', { who, when: times.near(untilAt) })}
    </span>
  );
}
