/** Leaders' notes: recorded with what they are about, answered, returned, shown to the leader. */
import { sql } from 'kysely';
import { startClocks, stopClocks } from '#clock/clock.store.ts';
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import type { NoteInput } from '#note/note.api.ts';
import { rolesTowards } from '#note/note.scope.ts';
import { type About, insertNote, lockNote, writeDecision } from '#note/note.store.ts';
import { DAYS_AGAIN, lifeCycle, type NoteStep, steps } from '#note/note.ts';
import { type Actor, mustBeAbleTo, personOf, program, signing } from '#people/actor.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { projectSeen } from '#project/project.scope.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { addChannel } from '#signal/channel.actions.ts';
import { enterSignal } from '#signal/enter.actions.ts';
import { enterInput } from '#signal/signal.api.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { problemSeen } from '#triage/problem.scope.ts';

type Decision = { id: string; version: number };

const wrong = (field: string, code: 'note_about_unknown' | 'note_unit_closed' | 'note_day_ahead') =>
  problem('malformed', { count: 1 }, { fields: [fieldProblem(field, code)] });

/** @throws note_about_unknown, note_unit_closed, note_day_ahead */
export async function recordNote(tx: Tx, actor: Actor, input: NoteInput): Promise<Decision> {
  mustBeAbleTo(actor, 'note.record');
  const by = signing(actor, 'note.record');
  if (!(await once(tx, by, input.id, 'note.record', input)))
    return { id: input.id, version: (await lockNote(tx, actor, input.id)).version };
  if (input.writtenOn > dayOf(tx.now)) throw wrong('writtenOn', 'note_day_ahead');
  const unit = await loadUnit(tx, input.unitId);
  if (!unit || unit.valid_to !== null) throw wrong('unitId', 'note_unit_closed');
  const about = input.about ? await find(tx, actor, input.about) : input.asSignal ? await begin(tx, actor, input) : {};
  const number = await insertNote(tx, input, about, personOf(actor));
  await startNote(tx, input.id, input.days);
  const data = { number, ...about };
  await record(tx, by, {
    ...{ verb: 'note.record', kind: 'note', thing: input.id, unit: input.unitId, data },
    request: input.id,
  });
  return { id: input.id, version: 1 };
}

/** By its number, as far as the recorder sees it. @throws note_about_unknown */
async function find(tx: Tx, actor: Actor, number: string): Promise<About> {
  const { rows } = await sql<About>`
    select p.id as problem_id, null::uuid as project_id, null::uuid as signal_id from problem p where p.number = ${number} and ${problemSeen(tx, actor)}
    union all select null, j.id, null from project j where j.number = ${number} and ${projectSeen(actor)}
    union all select null, null, s.id from signal s where s.number = ${number} and ${signalSeen(actor)} limit 1`.execute(
    tx,
  );
  if (!rows[0]) throw wrong('about', 'note_about_unknown');
  return Object.fromEntries(Object.entries(rows[0]).filter(([, id]) => id !== null));
}

/** What is about nothing yet comes in as a signal of the notes' own channel, and goes the way of every signal. */
async function begin(tx: Tx, actor: Actor, { words, leader }: NoteInput): Promise<About> {
  const channels = await tx.selectFrom('channel').select(['id', 'code', 'kind', 'closed_at']).execute();
  const own = channels.find(({ kind, closed_at }) => kind === 'note' && closed_at === null);
  const channelId = own?.id ?? (await openChannel(tx, new Set(channels.map(({ code }) => code))));
  const signal = enterInput.parse({
    ...{ id: newId(), channelId, matter: 'other', words, title: `${leader}批示`, wantsReply: false },
  });
  await enterSignal(tx, actor, signal);
  return { signal_id: signal.id };
}

/** A city has none before its first such note; 08 where it is free. */
async function openChannel(tx: Tx, taken: ReadonlySet<string>): Promise<string> {
  const code = ['08', ...Array.from({ length: 89 }, (_, n) => String(n + 10))].find((one) => !taken.has(one))!;
  const id = newId();
  await addChannel(tx, program, { id, code, name: '领导批示', kind: 'note' });
  return id;
}

const startNote = (tx: Tx, thing: string, budget: number) =>
  startClocks(tx, [
    {
      ...{ kind: 'note', thing, limit: 'note', startedAt: tx.now },
      ...{ rule_id: null, unit_of_time: 'working_day', budget, roll: false },
    },
  ]);

/** @throws not_found, forbidden, not_now, changed_meanwhile */
export async function decideOnNote(
  tx: Tx,
  actor: Actor,
  noteId: string,
  step: NoteStep,
  input: Decision & { words: string },
): Promise<Decision> {
  const note = await lockNote(tx, actor, noteId);
  const by = signing(actor, step === 'answer' ? 'note.answer' : 'note.record', [note.unitId]);
  if (!(await once(tx, by, input.id, `note.${step}`, { noteId, ...input })))
    return { id: note.id, version: note.version };
  await mustBeOpen(tx, lifeCycle, step, note, rolesTowards(actor, note.unitId), input.version);
  const { to } = steps[step];
  const { id, words } = input;
  const version = await writeDecision(tx, { id, noteId, step, words, by: personOf(actor), to });
  if (step === 'answer') await stopClocks(tx, [noteId], steps.answer.stops);
  if (step === 'return') await startNote(tx, noteId, DAYS_AGAIN);
  const entry = { verb: `note.${step}`, kind: 'note', thing: noteId, unit: note.unitId, data: { to } };
  await record(tx, by, { ...entry, reason: words, request: id });
  return { id: noteId, version };
}
