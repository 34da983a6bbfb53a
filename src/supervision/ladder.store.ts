/** Ladders as rows: dated, never changed; one in force for each kind and limit. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { Condition, LadderKind, Rung } from '#supervision/ladder.ts';

export type Ladder = {
  id: string;
  kind: LadderKind;
  limitName: string | null;
  condition: Condition | null;
  name: string;
  fallback: { id: string; name: string };
  validFrom: Date;
  validTo: Date | null;
  by: string;
  reason: string;
  rungs: Rung[];
};

const rungs = sql`(select json_agg(json_build_object('light', r.light, 'measure', r.measure, 'at', r.at, 'action', r.action, 'up', r.up,
  'graceHours', r.grace_hours, 'answerDays', r.answer_days,
  'person', (select json_build_object('id', n.id, 'name', n.name) from person n where n.id = r.person_id)) order by r.nth)
  from ladder_rung r where r.ladder_id = l.id)`;

/** Every ladder there was and is to be; of those for the same, the latest first. */
export async function allLadders(tx: Tx): Promise<Ladder[]> {
  const { rows } = await sql<Ladder>`
    select l.id, l.kind, l.limit_name as "limitName", l.condition, l.name, json_build_object('id', f.id, 'name', f.name) as fallback,
           l.valid_from as "validFrom", l.valid_to as "validTo", b.name as by, l.reason, ${rungs} as rungs
      from ladder l join person f on f.id = l.fallback_id join person b on b.id = l.made_by
     order by l.kind, l.limit_name nulls first, l.condition nulls first, l.valid_from desc`.execute(tx);
  return rows;
}

/**
 * The one that was in force at a moment: a limit keeps the ladder of the moment at which it began. One for this limit comes
 * before one for every limit; among these the circumstance that `traits` names first, and last the one for all of them.
 */
export function ladderAt(
  ladders: readonly Ladder[],
  of: { kind: string; limit: string; traits: readonly string[] },
  at: Date,
): Ladder | undefined {
  const place = ({ limitName, condition }: Ladder) =>
    (limitName === null ? 100 : 0) + (condition === null ? 50 : of.traits.indexOf(condition));
  return ladders
    .filter((one) => one.kind === of.kind && one.validFrom <= at && (one.validTo === null || one.validTo > at))
    .filter((one) => one.limitName === null || one.limitName === of.limit)
    .filter((one) => one.condition === null || of.traits.includes(one.condition))
    .toSorted((a, b) => place(a) - place(b))[0];
}

/** Held until the verb ends: two people who edit at once do it one after the other. */
export async function holdLadders(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.ladder`}, 0))`.execute(tx);
}

/** One that has not begun by then never holds. */
export async function endLadder(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update ladder set valid_to = greatest(valid_from, ${at}::timestamptz) where id = ${id}`.execute(tx);
}

type Made = Pick<Ladder, 'id' | 'kind' | 'limitName' | 'name' | 'reason' | 'rungs'> & {
  fallbackId: string;
  by: string;
  condition?: Condition | null;
  /** From now on, for good, where nothing is said. */
  validFrom?: Date;
  validTo?: Date | null;
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
      condition: made.condition ?? null,
      valid_from: made.validFrom ?? tx.now,
      valid_to: made.validTo ?? null,
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
    person_id: rung.person?.id ?? null,
  }));
  await tx.insertInto('ladder_rung').values(rows).execute();
}
