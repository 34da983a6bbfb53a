/** One theme of a month: what, who leads, how it stands, and how many people told of it month by month. */
import type { MonthlyItem } from '#triage/monthly/monthly.api.ts';
import { type MonthlyStep, states, steps } from '#triage/monthly/monthly.ts';
import { StepButton } from '#web/causes/step-button.tsx';
import { monthlyWords } from '#web/monthly/monthly.words.ts';
import type { MonthlyAsk } from '#web/monthly/monthly-page.tsx';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { MonthSpark } from '#web/themes/month-spark.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const asked = ['begin', 'end', 'change', 'drop'] as const satisfies MonthlyStep[];

export function MonthlyCard({ item, ask }: { item: MonthlyItem; ask: (what: MonthlyAsk) => void }) {
  const say = useSaid();
  const { title, why, lead, state, problem, result, people, steps: buttons } = item;
  return (
    <section className="monthly-card">
      <h3>{title}</h3>
      <p>
        <StateTag state={states[state]} /> {lead.shortName}{' '}
        {problem && <Go to={`/problems/${problem.id}`}>{problem.number}</Go>}
      </p>
      <p className="quiet monthly-why">{why}</p>
      {people.length > 0 && <People people={people} />}
      {result && (
        <p className="verbatim">
          <strong>{say(state === 'dropped' ? steps.drop : monthlyWords.result)}</strong> {result}
        </p>
      )}
      <p className="monthly-do">
        {asked
          .filter((step) => buttons.some((one) => one.step === step && !one.closed))
          .map((step) => (
            <StepButton
              key={step}
              buttons={buttons}
              step={step}
              words={say(steps[step])}
              run={() => ask({ what: step, item })}
            />
          ))}
      </p>
    </section>
  );
}

function People({ people }: Pick<MonthlyItem, 'people'>) {
  const t = useWords(monthlyWords);
  const numbers = useNumbers();
  const most = people.reduce((best, one) => (one.people > best.people ? one : best), people[0]!);
  return (
    <p className="monthly-people">
      <MonthSpark
        months={people.map((one) => [one.month, one.people])}
        from={people[0]!.month}
        to={people[people.length - 1]!.month}
      />
      <span className="faint">{t('most', { month: most.month, n: numbers.whole(most.people) })}</span>
    </p>
  );
}
