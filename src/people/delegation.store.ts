/** Delegations as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

/** One delegation at a time, so that two together cannot close a circle that neither sees. */
export async function holdDelegations(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.delegation`}, 0))`.execute(tx);
}

export type Period = { begins: Date; ends: Date };

const during = ({ begins, ends }: Period) => sql<boolean>`
  tstzrange(d.valid_from, greatest(d.valid_from, coalesce(d.ended_at, d.valid_to))) && tstzrange(${begins}, ${ends})`;

/** Does `to`, in that time, pass on to somebody who in the end passes on to `from`? */
export async function closesRound(tx: Tx, from: string, to: string, period: Period): Promise<boolean> {
  const { rows } = await sql<{ round: boolean }>`
    with recursive reached (person) as (
      select ${to}::uuid
      union
      select d.to_person_id from reached r join delegation d on d.from_person_id = r.person and ${during(period)}
    ) select exists (select from reached where person = ${from}) as round`.execute(tx);
  return rows[0]!.round;
}

/** Is either person an administrator at some time of that period? */
export async function isAdministratorDuring(tx: Tx, persons: string[], { begins, ends }: Period): Promise<boolean> {
  const row = await tx
    .selectFrom('post')
    .select('id')
    .where('person_id', 'in', persons)
    .where('role_sort', '<>', 'business')
    .where(sql<boolean>`daterange(valid_from, valid_to) && daterange(
      (${begins}::timestamptz at time zone 'Asia/Shanghai')::date, (${ends}::timestamptz at time zone 'Asia/Shanghai')::date, '[]')`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Does a delegation from or to this person run at some time between these days? */
export async function delegatesBetween(tx: Tx, personId: string, from: string, to: string | null): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from delegation d where ${personId} in (d.from_person_id, d.to_person_id)
         and tstzrange(d.valid_from, greatest(d.valid_from, coalesce(d.ended_at, d.valid_to)))
          && tstzrange(greatest(${from}::date::timestamp at time zone 'Asia/Shanghai', ${tx.now}::timestamptz),
                       greatest(coalesce(${to}::date::timestamp at time zone 'Asia/Shanghai', 'infinity'), ${tx.now}::timestamptz))) as found`.execute(
    tx,
  );
  return rows[0]!.found;
}

const shown = (tx: Tx) =>
  tx
    .selectFrom('delegation as d')
    .innerJoin('person as f', 'f.id', 'd.from_person_id')
    .innerJoin('person as t', 't.id', 'd.to_person_id')
    .select(['d.id', 'd.from_person_id', 'f.name as from_name', 'd.to_person_id', 't.name as to_name'])
    .select(['d.valid_from', 'd.valid_to', 'd.ended_at', 'd.reason']);

export type DelegationRow = Awaited<ReturnType<typeof delegationsOf>>[number];

/** Delegations that run or will: of these persons, or all of them. */
export const delegationsOf = (tx: Tx, persons: string[] | 'all') =>
  shown(tx)
    .where('d.ended_at', 'is', null)
    .where('d.valid_to', '>', tx.now)
    .$if(persons !== 'all', (query) =>
      query.where((eb) =>
        eb.or([eb('d.from_person_id', 'in', persons as string[]), eb('d.to_person_id', 'in', persons as string[])]),
      ),
    )
    .orderBy('d.valid_from')
    .limit(500)
    .execute();

export const holdDelegation = (tx: Tx, delegationId: string) =>
  tx.selectFrom('delegation').selectAll().where('id', '=', delegationId).forUpdate().executeTakeFirst();

export async function endDelegation(tx: Tx, delegationId: string, by: string | null): Promise<void> {
  await tx.updateTable('delegation').set({ ended_at: tx.now, ended_by: by }).where('id', '=', delegationId).execute();
}

/** Of somebody who leaves, in both directions. */
export async function endDelegationsOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('delegation')
    .set({ ended_at: tx.now })
    .where((eb) => eb.or([eb('from_person_id', '=', personId), eb('to_person_id', '=', personId)]))
    .where('ended_at', 'is', null)
    .where('valid_to', '>', tx.now)
    .execute();
}
