/** Whose duty a problem is, as chips in the assign form: the list first, then what past tickets say. A click, or Alt and its digit, takes it. */
import { Alert, Button, Form } from 'antd';
import { useEffect, useRef } from 'react';
import type { UnitBrief } from '#rules/shapes.ts';
import { sureness, surenessOf } from '#triage/category/proposal.ts';
import { type Duty, type DutyAnswer, dutyApi, type Learnt } from '#triage/duty/duty.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Guessed } from '#web/duty/answer-card.tsx';
import { chipWords, tryWords } from '#web/duty/duty.words.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';
import '#web/duty/duty.css';

type Chip = { unit: UnitBrief; why: Said; note?: string };

const MOST = 5;

/** Units of the list before learnt ones, each once. */
function chipsOf(answers: readonly DutyAnswer[], learnt: readonly Learnt[], say: (said: Said) => string): Chip[] {
  const listed = answers.flatMap(({ lead, choices, why }) => (lead ? [lead] : choices).map((unit) => ({ unit, why })));
  const past = learnt.map(({ unit, why, confidence }) => ({ unit, why, note: say(sureness[surenessOf(confidence)]) }));
  const all = [...listed, ...past];
  return all.filter(({ unit }, i) => all.findIndex((one) => one.unit.id === unit.id) === i).slice(0, MOST);
}

export function DutyChips({ problemId, not }: { problemId: string; not: readonly string[] }) {
  const t = useWords(chipWords);
  const say = useSaid();
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<{ id: string } | null>('unitId', form);
  const duty = useRead(dutyApi.ofProblem, { params: { id: problemId } }).data;
  const chips = duty ? chipsOf(duty.answers, duty.learnt, say).filter(({ unit }) => !not.includes(unit.id)) : [];
  const take = ({ unit }: Chip) => form.setFieldValue('unitId', { id: unit.id, name: unit.shortName });
  useAltDigits((n) => {
    if (chips[n]) take(chips[n]);
  });
  if (!duty) return null;
  return (
    <>
      {duty.guessed && <Guessed category={duty.category} />}
      <Notes duty={duty} />
      {chips.length > 0 && (
        <section className="duty-proposed" aria-label={t('proposed')}>
          <p>{t('proposed')}</p>
          <ul className="duty-chips">
            {chips.map((chip, i) => (
              <li key={chip.unit.id}>
                <Button type={chosen?.id === chip.unit.id ? 'primary' : 'default'} block onClick={() => take(chip)}>
                  <span>
                    <kbd>Alt {i + 1}</kbd> <span className="duty-chip-unit">{chip.unit.shortName}</span> {chip.note}
                    <span className="duty-chip-why">{say(chip.why)}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Alt and a digit, also while something is being written: the page's own keys are silent under a dialog. */
function useAltDigits(run: (n: number) => void): void {
  const now = useRef(run);
  now.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
      if (!digit || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      now.current(Number(digit) - 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** What must be known before choosing: a withdrawal, a tie, a line that names nobody. */
function Notes({ duty: { withdrawn, answers } }: { duty: Duty }) {
  const t = useWords(tryWords);
  const say = useSaid();
  const troubles = answers.flatMap(({ trouble }) => trouble ?? []);
  return (
    <>
      {withdrawn && <Alert type="warning" showIcon title={t('isWithdrawn', { why: say(withdrawn.why) })} />}
      {answers.length > 1 && <p className="quiet">{t('tie', { count: answers.length })}</p>}
      {troubles.map((trouble) => (
        <p key={trouble.zh} className="quiet">
          {say(trouble)}
        </p>
      ))}
    </>
  );
}
