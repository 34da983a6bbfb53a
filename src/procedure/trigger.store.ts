/** Triggers as rows: which are live, what they have met, and what waits to be settled. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { TriggerShown } from '#procedure/trigger.api.ts';
import type { Terms, TriggerKind } from '#procedure/trigger.ts';

export type TriggerRow = {
  id: string;
  kind: TriggerKind;
  terms: Terms;
  procedureId: string;
  number: string;
  name: string;
  unitId: string;
  fallbackId: string;
  madeAt: Date;
  checkedTo: Date | null;
};

const rowsWhere = (where: RawBuilder<unknown>) => sql<TriggerRow>`
  select t.id, t.kind, t.terms, t.procedure_id as "procedureId", d.number, d.name, d.unit_id as "unitId", t.fallback_id as "fallbackId",
         t.made_at as "madeAt", t.checked_to as "checkedTo"
    from procedure_trigger t join procedure d on d.id = t.procedure_id where ${where} order by t.made_at, t.id`;

/** Those of a kind that hold now. */
export async function liveTriggers(tx: Tx, kind: TriggerKind): Promise<(TriggerRow & { terms: Terms })[]> {
  return (await rowsWhere(sql`t.kind = ${kind} and t.ended_at is null`).execute(tx)).rows;
}

/** @throws not_found */
export async function lockTrigger(tx: Tx, id: string): Promise<TriggerRow> {
  await sql`select from procedure_trigger where id = ${id} for update`.execute(tx);
  const { rows } = await rowsWhere(sql`t.id = ${id} and t.ended_at is null`).execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** Would `from`, once done, in the end start `to`? Over the triggers that hold now. */
export async function leadsTo(tx: Tx, from: string, to: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up (id) as (
      select ${from}::uuid
      union
      select (t.terms->>'procedureId')::uuid from up join procedure_trigger t on t.procedure_id = up.id
         and t.kind = 'task_done' and t.ended_at is null)
    select exists (select from up where id = ${to}) as found`.execute(tx);
  return rows[0]!.found;
}

type New = { id: string; procedureId: string; terms: Terms; fallbackId: string; by: string; reason: string };

export async function insertTrigger(tx: Tx, { id, procedureId, terms, fallbackId, by, reason }: New): Promise<void> {
  const row = {
    id,
    procedure_id: procedureId,
    kind: terms.kind,
    terms: JSON.stringify(terms),
    fallback_id: fallbackId,
  };
  await tx
    .insertInto('procedure_trigger')
    .values({ ...row, made_by: by, made_at: tx.now, reason })
    .execute();
}

/** Live ones first, with what they have met; names of what their terms name. */
export async function triggersOf(tx: Tx, procedureId: string): Promise<TriggerShown[]> {
  const { rows } = await sql<
    Omit<TriggerShown, 'madeAt' | 'endedAt' | 'last'> & { madeAt: Date; endedAt: Date | null; last: Date | null }
  >`
    select t.id, t.terms, json_build_object('id', f.id, 'name', f.name) as fallback, m.name as "madeBy", t.made_at as "madeAt", t.reason,
           t.ended_at as "endedAt", x.met, x.runs, x.last,
           concat_ws(' · ', c.name, g.name, i.name, p.number || ' ' || p.name) as about,
           (select coalesce(json_agg(json_build_object('id', w.id, 'at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'why', w.refused, 'standsWith', s.name) order by w.at), '[]')
              from procedure_firing w join person s on s.id = w.stands_with where w.trigger_id = t.id and w.settled_at is null) as waiting
      from procedure_trigger t join person f on f.id = t.fallback_id join person m on m.id = t.made_by
      left join channel c on c.id = (t.terms->>'channelId')::uuid left join category g on g.id = (t.terms->>'categoryId')::uuid
      left join indicator i on i.id = (t.terms->>'indicatorId')::uuid left join procedure p on p.id = (t.terms->>'procedureId')::uuid
      cross join lateral (select count(*)::int as met, count(run_id)::int as runs, max(at) as last from procedure_firing where trigger_id = t.id) x
     where t.procedure_id = ${procedureId} order by t.ended_at is not null, t.made_at`.execute(tx);
  return rows.map(({ madeAt, endedAt, last, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    last: last?.toISOString() ?? null,
  }));
}
