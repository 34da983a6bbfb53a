/** Sending signals on from the triage desk: category, problem and unit by the verbs that exist, in one transaction. */
import { sql } from 'kysely';
import { once } from '#ledger/once.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { Problem, problem } from '#platform/problem.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { assignProblem } from '#triage/assign.actions.ts';
import { decideProposals } from '#triage/category/proposal.store.ts';
import { categoriseSignals } from '#triage/category/signal-category.actions.ts';
import { type Dispatch, type LeftOut, MOST_AT_ONCE, type SentOn, type TakeBack } from '#triage/desk/dispatch.api.ts';
import { type Taken, takenOf } from '#triage/desk/taken.store.ts';
import { gatherSignals, makeProblem, takeOutSignals } from '#triage/gather.actions.ts';
import { lockProblem, seeProblem } from '#triage/problem.store.ts';
import { withdrawProblem } from '#triage/withdraw.actions.ts';

type Sent = { sent: SentOn[]; left: LeftOut[] };

/** Each of them whole or not at all; what one is refused for stands beside what the others became. */
export async function sendOn(tx: Tx, actor: Actor, dispatches: Dispatch[]): Promise<Sent> {
  const named = dispatches.reduce((sum, one) => sum + one.signals.length, 0);
  if (named > MOST_AT_ONCE) throw problem('too_many_at_once', { most: MOST_AT_ONCE, count: named });
  const all: Sent = { sent: [], left: [] };
  await lockInOrder(tx, dispatches);
  for (const one of dispatches) {
    const { sent, left } = await apart(tx, one, () => sendOne(tx, actor, one));
    all.sent.push(...sent);
    all.left.push(...left);
  }
  return all;
}

/** Problems before signals, each in the order of their ids: two dispatchers never wait for each other in a ring. */
async function lockInOrder(tx: Tx, dispatches: Dispatch[]): Promise<void> {
  const into = dispatches.flatMap((one) => one.into ?? []);
  const signals = dispatches.flatMap((one) => one.signals);
  await sql`select from problem where id = any(${into}::uuid[]) order by id for update`.execute(tx);
  await sql`select from signal where id = any(${signals}::uuid[]) order by id for update`.execute(tx);
}

/** What refuses one of many is taken back to where it began, and said. */
async function apart<D extends { id: string; signals: string[] }>(
  tx: Tx,
  one: D,
  work: () => Promise<Sent>,
): Promise<Sent> {
  await sql`savepoint apart`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint apart`.execute(tx);
    return done;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint apart`.execute(tx);
    const { code, message } = error.body;
    return { sent: [], left: [{ id: one.id, signals: one.signals, code, message }] };
  }
}

async function sendOne(tx: Tx, actor: Actor, one: Dispatch): Promise<Sent> {
  if (one.make) mustBeAbleTo(actor, 'problem.make');
  if (one.unitId) mustBeAbleTo(actor, 'problem.assign');
  const isNew = await once(tx, signing(actor, 'signal.triage'), one.id, 'signal.dispatch', one);
  const signals = isNew ? await waitingOf(tx, actor, one) : await standing(tx, one);
  const left = await leftOf(tx, actor, one, signals);
  if (signals.length === 0) return { sent: [], left };
  const sorted = isNew ? await sort(tx, actor, signals, one.categoryId) : one.categoryId !== null;
  if (isNew) await carryOut(tx, actor, one, signals);
  const problem = await shown(tx, actor, one);
  const assigned = one.unitId !== null && problem?.lead?.id === one.unitId;
  return { sent: [{ id: one.id, signals, problem, assigned, sorted }], left };
}

/** @returns whether any of them has another category now */
async function sort(tx: Tx, actor: Actor, signals: string[], categoryId: string | null): Promise<boolean> {
  if (categoryId === null) return false;
  const items = signals.map((signalId) => ({ signalId, categoryId }));
  return (await categoriseSignals(tx, actor, { id: newId(), items })).changed > 0;
}

async function waitingOf(tx: Tx, actor: Actor, { signals }: Dispatch): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from signal s
    where s.id = any(${signals}::uuid[]) and s.state = 'untriaged' and ${signalSeen(actor)} order by s.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** The same sent again: those that stand where it put them. */
async function standing(tx: Tx, { signals, into, make }: Dispatch): Promise<string[]> {
  const problemId = into ?? make?.id;
  if (!problemId) return signals;
  const { rows } = await sql<{ id: string }>`select signal_id as id from signal_problem
    where signal_id = any(${signals}::uuid[]) and problem_id = ${problemId} and closed_at is null order by 1`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Who was first with each of the others; one that the actor does not see is not there. */
async function leftOf(tx: Tx, actor: Actor, one: Dispatch, kept: string[]): Promise<LeftOut[]> {
  const gone = one.signals.filter((id) => !kept.includes(id));
  if (gone.length === 0) return [];
  const taken = new Map((await takenOf(tx, actor, gone)).map((row) => [row.id, row]));
  return gone.map((signal) => {
    const row = taken.get(signal);
    const { code, message } = (row ? problem('signal_taken', firstWas(row)) : problem('not_found')).body;
    return { id: one.id, signals: [signal], code, message };
  });
}

const firstWas = ({ who, problem: on }: Taken) => ({
  who: who ?? { zh: '系统', en: 'The program' },
  where: on
    ? { zh: `归入 ${on.number} ${on.title}`, en: `put onto ${on.number} ${on.title}` }
    : { zh: '直接处置', en: 'disposed of' },
});

async function carryOut(tx: Tx, actor: Actor, one: Dispatch, signals: string[]): Promise<void> {
  const { into, make, unitId } = one;
  const person = personOf(actor);
  const decide = (kind: 'unit' | 'repeat', chosen: string | null) =>
    decideProposals(
      tx,
      kind,
      signals.map((signalId) => ({ signalId, chosen })),
      person,
    );
  const problemId = into ?? make?.id;
  if (!problemId) return;
  await decide('repeat', into);
  if (unitId) await decide('unit', unitId);
  if (make) await makeProblem(tx, actor, { ...make, statement: '', signals });
  else {
    const { version } = await lockProblem(tx, actor, problemId);
    await gatherSignals(tx, actor, problemId, { id: newId(), version, signals, reason: '' });
  }
  const { version, state } = await lockProblem(tx, actor, problemId);
  if (!unitId || state !== 'open') return;
  await assignProblem(tx, actor, problemId, { id: newId(), version, unitId, role: 'lead', reason: '' });
}

async function shown(tx: Tx, actor: Actor, { into, make }: Dispatch): Promise<SentOn['problem']> {
  const target = into ?? make?.id;
  if (!target) return null;
  const { id, number, title, version, lead, due } = await seeProblem(tx, actor, target);
  return { id, number, title, version, lead, due, made: make !== null };
}

const WHY = '分拨后撤回';

/** A problem made by it is withdrawn while nobody has signed for it; out of another the signals are taken again. */
export async function takeBack(tx: Tx, actor: Actor, list: TakeBack[]): Promise<{ back: string[]; left: LeftOut[] }> {
  const back: string[] = [];
  const left: LeftOut[] = [];
  for (const one of list) {
    const done = await apart(tx, one, async () => {
      if (one.problem?.made) mustBeAbleTo(actor, 'problem.make');
      if (await once(tx, signing(actor, 'signal.triage'), one.id, 'signal.takeBack', one)) await undo(tx, actor, one);
      back.push(...one.signals);
      return { sent: [], left: [] };
    });
    left.push(...done.left);
  }
  return { back, left };
}

async function undo(tx: Tx, actor: Actor, { problem: on, sorted, signals }: TakeBack): Promise<void> {
  const decision = { id: newId(), reason: WHY };
  if (on?.made) await withdrawProblem(tx, actor, on.id, { ...decision, version: on.version });
  else if (on) {
    const { version } = await lockProblem(tx, actor, on.id);
    await takeOutSignals(tx, actor, on.id, { ...decision, version, signals });
  }
  const items = signals.map((signalId) => ({ signalId, categoryId: null }));
  if (sorted) await categoriseSignals(tx, actor, { id: newId(), items });
}
