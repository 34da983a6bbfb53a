/** 挂账 on the page of a problem: why it is on the books, what would take it off, when it is reviewed, and what came before. */
import { reasons, states } from '#triage/deferral/deferral.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { deferralWords } from '#web/problems/deferral.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Deferral = ProblemPage['deferrals'][number];

export function DeferralPart({ deferrals }: Pick<ProblemPage, 'deferrals'>) {
  const t = useWords(deferralWords);
  if (deferrals.length === 0) return null;
  return (
    <Part title={t('part')}>
      <ul className="problem-signers">
        {deferrals.map((one) => (
          <OneDeferral key={one.id} deferral={one} />
        ))}
      </ul>
    </Part>
  );
}

function OneDeferral({ deferral }: { deferral: Deferral }) {
  const t = useWords(deferralWords);
  const say = useSaid();
  const times = useTimes();
  const { state, reason, words, conditions, reviewOn, by, decidedBy, decision, endedBy, endedAt, endedWords } =
    deferral;
  return (
    <li>
      <p>
        <StateTag state={states[state]} /> <strong>{say(reasons[reason])}</strong>{' '}
        <span className="quiet">{t('review', { day: times.day(reviewOn) })}</span>
      </p>
      <p className="verbatim">{words}</p>
      <p className="verbatim">{t('conditions', { words: conditions })}</p>
      <p className="quiet">
        {t('askedBy', { name: by })}
        {decidedBy && <> · {t('decidedBy', { name: decidedBy })}</>}
        {endedAt && (
          <>
            {' · '}
            {endedBy
              ? t('endedBy', { name: endedBy, when: times.near(endedAt) })
              : t('endedSelf', { when: times.near(endedAt) })}
          </>
        )}
      </p>
      {decision && <p className="verbatim quiet">{decision}</p>}
      {endedWords && <p className="verbatim quiet">{endedWords}</p>}
    </li>
  );
}
