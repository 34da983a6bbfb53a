/** 会签 on the page of a problem: each unit that was asked, where it stands, and all that was said. */
import { countersignRules, type Standing, standings, verdicts } from '#triage/countersign/countersign.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { countersignWords } from '#web/problems/countersign.words.ts';
import { Unit } from '#web/show/person.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Signer = ProblemPage['countersigning']['signers'][number];

const tones = { waiting: 'wait', agreed: 'done', objecting: 'check', set_aside: 'off' } as const satisfies Record<
  Standing,
  string
>;

export function CountersignPart({ problem }: { problem: ProblemPage }) {
  const t = useWords(countersignWords);
  const say = useSaid();
  const { rule, signers } = problem.countersigning;
  if (signers.length === 0) return null;
  return (
    <Part title={t('part')}>
      <p className="quiet">{say(countersignRules[rule])}</p>
      <ul className="problem-signers">
        {signers.map((signer) => (
          <OneSigner key={signer.assignment} signer={signer} over={problem.state === 'closed'} />
        ))}
      </ul>
    </Part>
  );
}

function OneSigner({ signer: { unit, standing, said }, over }: { signer: Signer; over: boolean }) {
  const t = useWords(countersignWords);
  const say = useSaid();
  const times = useTimes();
  const state = standing
    ? { ...standings[standing], tone: tones[standing] }
    : { ...countersignWords[over ? 'over' : 'off'], tone: 'off' as const };
  return (
    <li>
      <p>
        <StateTag state={state} /> <Unit name={unit.name} short={unit.shortName} id={unit.id} />
      </p>
      {said.map(({ id, verdict, words, by, at, settled }) => (
        <div key={id} className="problem-signer-word">
          <p>
            <strong>{say(verdicts[verdict])}</strong>{' '}
            <span className="quiet">{t('said', { name: by, when: times.near(at) })}</span>
          </p>
          <p className="verbatim">{words}</p>
          {settled && (
            <>
              <p className="quiet">
                {t(settled.how === 'answered' ? 'answered' : 'setAside', {
                  name: settled.by,
                  when: times.near(settled.at),
                })}
              </p>
              <p className="verbatim">{settled.words}</p>
            </>
          )}
        </div>
      ))}
    </li>
  );
}
