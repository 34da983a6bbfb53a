/** What has come of it in one line: step after step, and the outcome at the end. */
import { outcomeOf, summaryOf } from '#web/source/summary.ts';
import { useLine } from '#web/source/use-line.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useLanguage } from '#web/words/words.ts';

export function Summary() {
  const language = useLanguage();
  const { whole } = useNumbers();
  const { things } = useLine();
  const steps = summaryOf(things.line, language, whole);
  const [outcome] = things.line.goals.flatMap((goal) => outcomeOf(goal, language) ?? []);
  return (
    <p className="source-summary">
      {steps.map((step, index) => (
        <span key={step}>
          {index > 0 && <i aria-hidden>→</i>}
          {step}
        </span>
      ))}
      {outcome && (
        <strong>
          <i aria-hidden>→</i>
          {outcome}
        </strong>
      )}
    </p>
  );
}
