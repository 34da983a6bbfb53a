/** Ladders as rows: dated, never changed; one in force for each kind and limit. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { LadderKind, Rung } from '#supervision/ladder.ts';

export type Ladder = {
  id: string;
  kind: LadderKind;
  limitName: string | null;
  name: string;
  fallback: { id: string; name: string };
  validFrom: Date;
  validTo: Date | null;
  by: string;
  reason: string;
  rungs: Rung[];
};

const rungs = sql`(select json_agg(json_build_object('light', r.light, 'measure', r.measure, 'at', r.at, 'action', r.action, 'up', r.up,
  'graceHours', r.grace_hours, 'answerDays', r.answer_days) order by r.nth) from ladder_rung r where r.ladder_id = l.id)`;

/** Every ladder there was, those in force first. */
export async function allLadders(tx: Tx): Promise<Ladder[]> {
  const { rows } = await sql<Ladder>`
    select l.id, l.kind, l.limit_name as "limitName", l.name, json_build_object('id', f.id, 'name', f.name) as fallback,
           l.valid_from as "validFrom", l.valid_to as "validTo", b.name as by, l.reason, ${rungs} as rungs
      from ladder l join person f on f.id = l.fallback_id join person b on b.id = l.made_by
     order by l.valid_to is not null, l.kind, l.limit_name nulls first, l.valid_from desc`.execute(tx);
  return rows;
}

/** Those that were in force at a moment: a limit keeps the ladder of the moment at which it began. */
export const ladderAt = (ladders: readonly Ladder[], kind: string, limit: string, at: Date): Ladder | undefined => {
  const then = ladders.filter(
    (one) => one.kind === kind && one.validFrom <= at && (one.validTo === null || one.validTo > at),
  );
  return then.find((one) => one.limitName === limit) ?? then.find((one) => one.limitName === null);
};

/** Held until the verb ends: two people who edit at once do it one after the other. */
export async function holdLadders(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.ladder`}, 0))`.execute(tx);
}

export async function endLadder(tx: Tx, of: { kind: LadderKind; limitName: string | null }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    update ladder set valid_to = greatest(valid_from, ${tx.now}::timestamptz)
     where kind = ${of.kind} and limit_name is not distinct from ${of.limitName} and valid_to is null returning id`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

type Made = Pick<Ladder, 'id' | 'kind' | 'limitName' | 'name' | 'reason' | 'rungs'> & {
  fallbackId: string;
  by: string;
};

export async function insertLadder(tx: Tx, made: Made): Promise<void> {
  await tx
    .insertInto('ladder')
    .values({
      id: made.id,
      kind: made.kind,
      limit_name: made.limitName,
      name: made.name,
      fallback_id: made.fallbackId,
      valid_from: tx.now,
      made_by: made.by,
      reason: made.reason,
    })
    .execute();
  const rows = made.rungs.map((rung, nth) => ({
    ladder_id: made.id,
    nth,
    light: rung.light,
    measure: rung.measure,
    at: rung.at,
    action: rung.action,
    up: rung.up,
    grace_hours: rung.graceHours,
    answer_days: rung.answerDays,
  }));
  await tx.insertInto('ladder_rung').values(rows).execute();
}
