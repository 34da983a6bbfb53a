/** One level: what led to it, what follows, what was decided, and what can be decided now. */
import { useState } from 'react';
import { type CaseShown, creditApi } from '#credit/credit.api.ts';
import { type CaseStep, lifeCycle, states, steps } from '#credit/credit.ts';
import { creditWords } from '#web/credit/credit.words.ts';
import { StandingMark } from '#web/credit/standing-mark.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function CaseCard({ one }: { one: CaseShown }) {
  const t = useWords(creditWords);
  const say = useSaid();
  const times = useTimes();
  const [asked, setAsked] = useState<CaseStep>();
  const { rule, value } = one;
  const { name: metric, unitWords: unit } = rule.metric;
  const run = Object.fromEntries(Object.keys(steps).map((step) => [step, () => setAsked(step as CaseStep)]));
  return (
    <article className="credit-case">
      <header>
        <StandingMark standing={one.level} />
        <strong>{rule.name}</strong>
        <StateTag state={states[one.state]} />
        {one.until && <span className="faint">{t('until', { day: times.date(one.until) })}</span>}
      </header>
      <p>
        {t('because', { metric, value, unit, threshold: rule.threshold })}{' '}
        <span className="faint">{t('proposedOn', { at: times.near(one.proposedAt) })}</span>
      </p>
      <ul className="credit-list">
        {one.facts.map((fact) => (
          <li key={fact.id} className={fact.withdrawn ? 'credit-out' : ''}>
            {times.date(fact.day)} <strong className="figures">{fact.value}</strong> {unit}{' '}
            <span className="faint">
              {[fact.source, fact.withdrawn && t('withdrawnDone')].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('action', { words: rule.action })}</p>
      <p className="faint">{t('repairIf', { words: rule.repair })}</p>
      {one.decisions.map((decision) => (
        <p key={decision.id} className="faint">
          {say(stepWords[decision.step] ?? steps.raise)} · {decision.by ?? t('program')} · {times.near(decision.at)}
          {decision.words && `：${decision.words}`}
        </p>
      ))}
      <ThingActions<CaseStep>
        buttons={one.buttons.filter(({ closed }) => closed === null)}
        steps={steps}
        order={['raise', 'repair', 'askRepair', 'dismiss', 'refuseRepair']}
        danger={['dismiss', 'refuseRepair']}
        run={run}
      />
      {asked && (
        <ActionDialog
          title={say(steps[asked])}
          {...(asked === 'raise' && { how: t('raiseHow') })}
          danger={asked === 'dismiss' || asked === 'refuseRepair'}
          route={creditApi[asked]}
          args={({ words }: { words: string }, id) => ({
            params: { id: one.id },
            body: { id, version: one.version, words },
          })}
          done={() => t(asked)}
          changes={['/organisations']}
          onClose={() => setAsked(undefined)}
        >
          <ReasonItem name="words" label={t('words')} />
        </ActionDialog>
      )}
    </article>
  );
}

const stepWords: Record<string, { zh: string; en: string }> = { ...steps, ...lifeCycle.also };
