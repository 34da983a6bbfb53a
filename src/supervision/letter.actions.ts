/** Verbs of letters: sending one by hand; the head's answer in words; accepting or returning it; taking it back. */
import { stopClocks } from '#clock/clock.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { tell } from '#message/tell.actions.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { holdUnits } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import type { Step } from '#rules/steps.ts';
import { mustSee } from '#supervision/fired.store.ts';
import type { LadderKind } from '#supervision/ladder.ts';
import { lockLetter, makeLetters, startAnswers, writeLetter } from '#supervision/letter.store.ts';
import { type LetterRole, type LetterState, type LetterStep, letterCycle, letterSteps } from '#supervision/letter.ts';
import { headsUp, stepKey } from '#supervision/line.store.ts';
import { paperRoles } from '#supervision/paper.scope.ts';
import { mustSeeLetter } from '#supervision/paper.store.ts';
import { maskWords } from '#text/mask.ts';

type Sent = { id: string; kind: LadderKind; thing: string; unitId: string; expected: string; answerDays: number };

/** On a matter that the sender sees. @throws not_found, unit_closed */
export async function sendLetter(tx: Tx, actor: Actor, input: Sent): Promise<{ id: string; number: string }> {
  const { id, kind, thing, unitId: unit, answerDays } = input;
  const about = await mustSee(tx, actor, kind, thing);
  const by = signing(actor, 'letter.send');
  if (await once(tx, by, id, 'letter.send', input)) {
    const [held] = await holdUnits(tx, [unit]);
    if (!held) throw problem('not_found');
    if (held.valid_to) throw problem('unit_closed', { name: held.name });
    const matter = { thingNumber: about.number, matter: maskWords(about.title), limit: null, dueAt: null };
    const [made] = await makeLetters(tx, [
      { ...matter, fired: null, id, by: personOf(actor), kind, thing, unit, expected: input.expected, answerDays },
    ]);
    await record(tx, by, { verb: 'letter.send', kind: 'letter', thing: id, unit, data: { on: thing }, request: id });
    await tellHeads(tx, id, unit, {
      zh: `${made!.number}：${about.number}“${matter.matter}”，请在 ${answerDays} 个工作日内答复`,
      en: `Supervision letter ${made!.number}: ${about.number} “${matter.matter}”; answer within ${answerDays} working days`,
    });
  }
  return { id, number: (await mustSeeLetter(tx, actor, id)).number };
}

type Input = { id: string; version: number; words: string };

/** @throws not_found, forbidden, not_now, changed_meanwhile */
export async function decideOnLetter(
  tx: Tx,
  actor: Actor,
  letterId: string,
  step: LetterStep,
  input: Input,
): Promise<{ id: string; version: number }> {
  await mustSeeLetter(tx, actor, letterId);
  const letter = (await lockLetter(tx, letterId))!;
  const { unit_id: unit, number } = letter;
  const by = step === 'answer' ? signing(actor, 'letter.answer', [unit]) : signing(actor, 'letter.send');
  if (!(await once(tx, by, input.id, `letter.${step}`, { letterId, ...input })))
    return { id: letterId, version: letter.version };
  await mustBeOpen(tx, letterCycle, step, letter, paperRoles(actor, unit), input.version);
  const row = { id: input.id, letter_id: letterId, step, by_person: personOf(actor), at: tx.now, words: input.words };
  await tx.insertInto('letter_decision').values(row).execute();
  const version = await writeLetter(tx, letterId, { state: letterSteps[step].to });
  const { stops = [], starts = [] }: Step<LetterState, LetterRole> = letterSteps[step];
  await stopClocks(tx, [letterId], stops);
  if (starts.length > 0) await startAnswers(tx, [{ id: letterId, days: letter.answer_days }]);
  await record(tx, by, {
    verb: `letter.${step}`,
    kind: 'letter',
    thing: letterId,
    unit,
    reason: input.words,
    request: input.id,
  });
  if (step === 'return')
    await tellHeads(
      tx,
      letterId,
      unit,
      { zh: `${number}的答复被退回，请重答`, en: `The answer to ${number} was returned; answer again` },
      input.id,
    );
  return { id: letterId, version };
}

/** `again`: a further word on the same letter. */
async function tellHeads(
  tx: Tx,
  letter: string,
  unit: string,
  words: { zh: string; en: string },
  again = '',
): Promise<void> {
  const heads = (await headsUp(tx, [{ unit, up: 0 }])).get(stepKey({ unit, up: 0 })) ?? [];
  const thing = { kind: 'letter' as const, id: letter };
  await tell(tx, {
    to: heads,
    kind: 'supervision.letter',
    thing,
    words,
    byName: true,
    key: `letter:${letter}${again && `:${again}`}`,
  });
}
