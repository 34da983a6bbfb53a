/** Verbs of formal talks: called by hand on a letter, held with persons, date and what was agreed, or dropped with a reason. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { tell } from '#message/tell.actions.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { type TalkStep, talkCycle } from '#supervision/letter.ts';
import { headsUp, stepKey } from '#supervision/line.store.ts';
import { paperRoles } from '#supervision/paper.scope.ts';
import { mustSeeLetter, mustSeeTalk } from '#supervision/paper.store.ts';
import { addPersons, lockTalk, makeTalks, writeTalk } from '#supervision/talk.store.ts';

type Called = { id: string; letterId: string };

/** The heads of the letter's unit are called, by name. @throws not_found */
export async function callTalk(tx: Tx, actor: Actor, input: Called): Promise<{ id: string; number: string }> {
  const letter = await mustSeeLetter(tx, actor, input.letterId);
  const by = signing(actor, 'letter.send');
  const { id } = input;
  if (await once(tx, by, id, 'talk.call', input)) {
    const { kind, thing, thingNumber, matter } = letter;
    const unit = letter.unit.id;
    const asked = (await headsUp(tx, [{ unit, up: 0 }])).get(stepKey({ unit, up: 0 })) ?? [];
    const [made] = await makeTalks(tx, [
      { fired: null, id, by: personOf(actor), kind, thing, thingNumber, matter, unit, asked, letter: letter.id },
    ]);
    await record(tx, by, {
      verb: 'talk.call',
      kind: 'talk',
      thing: id,
      unit,
      data: { letter: letter.id },
      request: id,
    });
    const words = {
      zh: `约谈 ${made!.number}：${thingNumber}“${matter}”（${letter.number}）`,
      en: `Formal talk ${made!.number}: ${thingNumber} “${matter}” (${letter.number})`,
    };
    await tell(tx, {
      to: asked,
      kind: 'supervision.talk',
      thing: { kind: 'talk', id },
      words,
      byName: true,
      key: `talk:${id}`,
    });
  }
  return { id, number: (await mustSeeTalk(tx, actor, id)).number };
}

type Settled = { id: string; version: number; words: string; heldOn?: string; asks?: string[]; present?: string[] };

/** @throws not_found, forbidden, not_now, changed_meanwhile, talk_in_future */
export async function settleTalk(
  tx: Tx,
  actor: Actor,
  talkId: string,
  step: TalkStep,
  input: Settled,
): Promise<{ id: string; version: number }> {
  await mustSeeTalk(tx, actor, talkId);
  const talk = (await lockTalk(tx, talkId))!;
  const by = signing(actor, 'letter.send');
  if (!(await once(tx, by, input.id, `talk.${step}`, { talkId, ...input })))
    return { id: talkId, version: talk.version };
  const held = new Set(paperRoles(actor, talk.unit_id).has('sender') ? (['sender'] as const) : []);
  await mustBeOpen(tx, talkCycle, step, talk, held, input.version);
  const heldOn = step === 'hold' ? input.heldOn! : null;
  if (heldOn && heldOn > dayOf(tx.now)) throw problem('talk_in_future');
  const persons = [
    ...(input.asks ?? []).map((person) => ({ talk: talkId, person, part: 'asks' as const })),
    ...(input.present ?? []).map((person) => ({ talk: talkId, person, part: 'present' as const })),
  ];
  await addPersons(tx, persons);
  const version = await writeTalk(tx, talkId, {
    state: step === 'hold' ? 'held' : 'dropped',
    held_on: heldOn,
    agreed: input.words,
    recorded_by: personOf(actor),
  });
  const entry = { verb: `talk.${step}`, kind: 'talk', thing: talkId, unit: talk.unit_id, request: input.id };
  // What was agreed may name persons: the record keeps it, the ledger a reason only where the talk was dropped.
  await record(tx, by, {
    ...entry,
    ...(step === 'drop' && { reason: input.words }),
    data: { persons: persons.length },
  });
  return { id: talkId, version };
}
