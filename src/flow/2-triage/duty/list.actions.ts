/** Verbs on versions of the duty list: drafted, issued from a day on, dropped. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { type DutyRole, type DutyStep, lifeCycle, steps } from '#triage/duty/duty.ts';
import { copyLines } from '#triage/duty/line-write.store.ts';
import { holdLists, type ListRow, listInForce, lockList, writeList } from '#triage/duty/list.store.ts';

type Decision = { id: string; version: number };
type Done = { id: string; version: number };

/** A new version as a copy of another, or of the one in force; empty where there is none. One draft at a time. */
export async function draftList(
  tx: Tx,
  actor: Actor,
  input: { id: string; basedOn: string | null },
): Promise<Done & { number: number }> {
  mustBeAbleTo(actor, 'duty.manage');
  const by = signing(actor, 'duty.manage');
  await holdLists(tx);
  if (await once(tx, by, input.id, 'duty.draft', input)) {
    const open = await tx.selectFrom('duty_list').select('number').where('state', '=', 'draft').executeTakeFirst();
    if (open) throw problem('duty_draft_open', { number: open.number });
    const basedOn = input.basedOn ?? (await listInForce(tx, dayOf(tx.now)))?.id ?? null;
    if (basedOn) await lockList(tx, basedOn);
    const number = sql<number>`(select coalesce(max(number), 0) + 1 from duty_list)`;
    const row = { id: input.id, number, based_on: basedOn, made_by: by.id, made_at: tx.now };
    await tx
      .insertInto('duty_list')
      .values({ ...row, state: 'draft' })
      .execute();
    if (basedOn) await copyLines(tx, basedOn, input.id);
    const data = { basedOn };
    await record(tx, by, { verb: 'duty.draft', kind: 'duty', thing: input.id, data, request: input.id });
  }
  const { number, version } = await lockList(tx, input.id);
  return { id: input.id, number, version };
}

type Written = { reason?: string; data?: Record<string, unknown>; change?: Parameters<typeof writeList>[2] };

/** The common way: lock, once, open?, write, ledger. */
async function decideOnList<D extends Decision>(
  tx: Tx,
  actor: Actor,
  listId: string,
  step: Exclude<DutyStep, 'edit'>,
  input: D,
  write: (list: ListRow, by: Signature) => Promise<Written>,
): Promise<Done> {
  await holdLists(tx);
  const list = await lockList(tx, listId);
  const by = signing(actor, 'duty.manage');
  if (!(await once(tx, by, input.id, `duty.${step}`, { listId, ...input })))
    return { id: listId, version: list.version };
  await mustBeOpen(tx, lifeCycle, step, list, keeping(actor), input.version);
  personOf(actor);
  const { change, reason, data } = await write(list, by);
  const version = await writeList(tx, listId, { ...change, state: steps[step].to });
  await record(tx, by, {
    ...{ verb: `duty.${step}`, kind: 'duty', thing: listId, request: input.id },
    ...(reason && { reason }),
    data: { from: list.state, to: steps[step].to, ...data },
  });
  return { id: listId, version };
}

export const keeping = (actor: Actor): Set<DutyRole> => new Set(may(actor, 'duty.manage') ? ['keeper'] : []);

/** @throws duty_empty, duty_from_past, duty_from_taken */
export function issueList(tx: Tx, actor: Actor, listId: string, input: Decision & { from: string; reason: string }) {
  return decideOnList(tx, actor, listId, 'issue', input, async (list, by) => {
    const { from, reason } = input;
    const lines = await tx
      .selectFrom('duty_entry')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('list_id', '=', list.id)
      .executeTakeFirstOrThrow();
    if (lines.n === 0) throw problem('duty_empty');
    const last = await tx
      .selectFrom('duty_list')
      .select(['number', 'valid_from as day'])
      .where('state', '=', 'issued')
      .orderBy('valid_from', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last && from <= last.day!) throw problem('duty_from_taken', { number: last.number, day: last.day! });
    // The first of all may say since when the city works so: no list of those days is changed by it.
    if (last && from < dayOf(tx.now)) throw problem('duty_from_past');
    return {
      reason,
      data: { validFrom: from, lines: lines.n },
      change: { valid_from: from, issued_by: by.id, issued_at: tx.now, reason },
    };
  });
}

/** A draft, or a version whose day has not come. @throws duty_in_force */
export function dropList(tx: Tx, actor: Actor, listId: string, input: Decision & { reason: string }) {
  return decideOnList(tx, actor, listId, 'drop', input, async (list) => {
    if (list.valid_from && list.valid_from <= dayOf(tx.now)) throw problem('duty_in_force');
    return { reason: input.reason, change: { reason: input.reason } };
  });
}
