/** Versions of the duty list: reading them, and one locked for a decision. */
import { sql, type Updateable } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { DutyList as Row } from '#platform/tables.gen.ts';
import type { DutyListItem } from '#triage/duty/duty.api.ts';
import { type DutyState, phaseOf } from '#triage/duty/duty.ts';

export type ListRow = { id: string; number: number; state: DutyState; valid_from: string | null; version: number };

/** Held until the verb ends. @throws not_found */
export async function lockList(tx: Tx, id: string): Promise<ListRow> {
  const row = await tx
    .selectFrom('duty_list')
    .select(['id', 'number', 'state', 'valid_from', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw problem('not_found');
  return row as ListRow;
}

export async function writeList(tx: Tx, id: string, change: Updateable<Row> = {}): Promise<number> {
  const { version } = await tx
    .updateTable('duty_list')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** One change of versions at a time in a city: two cannot be numbered alike or begin on the same day. */
export async function holdLists(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.duty_list`}, 0))`.execute(tx);
}

export type InForce = { id: string; number: number; validFrom: string };

/** Issued versions, the latest to begin first: on a day holds the first that has begun. */
export const issuedLists = (tx: Tx): Promise<InForce[]> =>
  tx
    .selectFrom('duty_list')
    .select(['id', 'number', 'valid_from as validFrom'])
    .$narrowType<{ validFrom: string }>()
    .where('state', '=', 'issued')
    .orderBy('valid_from', 'desc')
    .execute();

/** The version in force on that day, or nothing. */
export const listInForce = async (tx: Tx, day: string): Promise<InForce | undefined> =>
  (await issuedLists(tx)).find(({ validFrom }) => validFrom <= day);

/** What is shown where nobody says which: the version in force, else the one being drafted. */
export async function shownList(tx: Tx): Promise<string | undefined> {
  const inForce = await listInForce(tx, dayOf(tx.now));
  if (inForce) return inForce.id;
  const draft = await tx.selectFrom('duty_list').select('id').where('state', '=', 'draft').executeTakeFirst();
  return draft?.id;
}

/** A condition on `duty_entry e`: it names a unit that is closed on that day. */
export const isFlagged = (day: string) => sql<boolean>`exists (
  select from unit u where u.valid_to <= ${day}::date
     and (u.id = e.lead_unit or u.id in (select s.unit_id from duty_assist s where s.entry_id = e.id)))`;

type Shown = Omit<DutyListItem, 'phase' | 'validTo' | 'madeAt' | 'issuedAt'> & {
  state: DutyState;
  madeAt: Date;
  issuedAt: Date | null;
};

/** All versions, the latest first. */
export async function listVersions(tx: Tx): Promise<DutyListItem[]> {
  const day = dayOf(tx.now);
  const { rows } = await sql<Shown>`
    select l.id, l.number, l.state, l.valid_from as "validFrom", b.number as "basedOn", l.made_at as "madeAt",
           l.issued_at as "issuedAt", l.reason, l.version,
           case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as "madeBy",
           case when i.id is not null then json_build_object('id', i.id, 'name', i.name) end as "issuedBy",
           n.lines, n.withdrawn, n.flagged
      from duty_list l left join duty_list b on b.id = l.based_on
      left join person m on m.id = l.made_by left join person i on i.id = l.issued_by
      cross join lateral (
        select count(*) as lines, count(*) filter (where e.withdrawn) as withdrawn,
               count(*) filter (where ${isFlagged(day)}) as flagged
          from duty_entry e where e.list_id = l.id) n
     order by l.number desc`.execute(tx);
  const begins = rows.flatMap(({ state, validFrom }) => (state === 'issued' ? [validFrom!] : [])).sort();
  return rows.map(({ state, madeAt, issuedAt, ...row }) => ({
    ...row,
    phase: phaseOf({ state, validFrom: row.validFrom }, rows, day),
    validTo: (state === 'issued' && begins.find((one) => one > row.validFrom!)) || null,
    madeAt: madeAt.toISOString(),
    issuedAt: issuedAt?.toISOString() ?? null,
  }));
}

/** @throws not_found */
export async function oneVersion(tx: Tx, id: string): Promise<{ id: string; number: number; basedOn: string | null }> {
  const row = await tx
    .selectFrom('duty_list')
    .select(['id', 'number', 'based_on as basedOn'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not_found');
  return row;
}
