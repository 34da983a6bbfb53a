/**
 * Leases as rows: one a case, of one dispatcher, until an instant. Two who reach for the same case at once pass over each
 * other's by its locked row, and the key of the lease has the last word; whoever dies holds a case no longer than its lease.
 */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { LEASE_MINUTES, type ThingKind, thingOf } from '#triage/centre/centre.ts';
import type { WaitingRow } from '#triage/centre/waiting.store.ts';

export type Lease = { thing: string; untilAt: Date };

const until = (tx: Tx) => new Date(tx.now.getTime() + LEASE_MINUTES * 60_000);

/** Whose row somebody else is just writing, or taking, is passed over. */
async function isFree(tx: Tx, kind: ThingKind, id: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(kind)} where id = ${id} for update skip locked`.execute(tx);
  return rows.length > 0;
}

/** Nothing where somebody else holds it. The actor's earlier one is let go: a dispatcher is at one case. */
export async function takeLease(tx: Tx, row: Pick<WaitingRow, 'id' | 'kind'>, person: string): Promise<Lease | null> {
  const kind = thingOf[row.kind];
  if (!(await isFree(tx, kind, row.id))) return null;
  const { rows } = await sql<{ untilAt: Date }>`
    insert into lease (thing, kind, person_id, taken_at, until_at) values (${row.id}, ${kind}, ${person}, ${tx.now}, ${until(tx)})
    on conflict (thing) do update set person_id = excluded.person_id, kind = excluded.kind, until_at = excluded.until_at,
       taken_at = case when lease.person_id = excluded.person_id then lease.taken_at else excluded.taken_at end
     where lease.until_at <= ${tx.now} or lease.person_id = excluded.person_id
    returning until_at as "untilAt"`.execute(tx);
  if (!rows[0]) return null;
  await sql`delete from lease where person_id = ${person} and thing <> ${row.id}`.execute(tx);
  return { thing: row.id, untilAt: rows[0].untilAt };
}

/** While the page is open. Nothing where it has run out and somebody else has it. */
export async function renewLease(tx: Tx, thing: string, person: string): Promise<Lease | null> {
  const { rows } = await sql<{ untilAt: Date }>`
    update lease set until_at = ${until(tx)} where thing = ${thing} and person_id = ${person} returning until_at as "untilAt"`.execute(
    tx,
  );
  return rows[0] ? { thing, untilAt: rows[0].untilAt } : null;
}

export async function dropLease(tx: Tx, thing: string, person: string): Promise<void> {
  await tx.deleteFrom('lease').where('thing', '=', thing).where('person_id', '=', person).execute();
}

export async function holderOf(tx: Tx, thing: string): Promise<{ name: string; untilAt: Date } | undefined> {
  return tx
    .selectFrom('lease')
    .innerJoin('person', 'person.id', 'lease.person_id')
    .select(['person.name', 'lease.until_at as untilAt'])
    .where('thing', '=', thing)
    .where('until_at', '>', tx.now)
    .executeTakeFirst();
}

/** Of these signals, those at which somebody else is now, as far as the actor sees them. */
export async function heldByOthers(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<{ id: string; who: string; untilAt: Date }[]> {
  const { rows } = await sql<{ id: string; who: string; untilAt: Date }>`
    select s.id, p.name as who, l.until_at as "untilAt" from lease l join signal s on s.id = l.thing join person p on p.id = l.person_id
     where l.thing = any(${[...ids]}::uuid[]) and l.until_at > ${tx.now} and l.person_id is distinct from ${actor.id} and ${signalSeen(actor)}`.execute(
    tx,
  );
  return rows;
}
