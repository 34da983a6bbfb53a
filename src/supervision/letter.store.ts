/** Letters as rows: a number series of their own, and a clock until the answer. */
import { sql } from 'kysely';
import { startClocks } from '#clock/clock.store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { LetterState } from '#supervision/letter.ts';

export type MadeLetter = {
  /** The rung that sends it; null: a person does. */
  fired: string | null;
  id?: string;
  by?: string;
  kind: string;
  thing: string;
  thingNumber: string;
  matter: string;
  limit: string | null;
  dueAt: Date | null;
  unit: string;
  expected: string;
  /** Working days. */
  answerDays: number;
};

export type NewLetter = { id: string; number: string; unit: string; fired: string };

/** `督办〔2026〕12号`: the year, and a running number that is never reused. */
export async function makeLetters(tx: Tx, made: readonly MadeLetter[]): Promise<NewLetter[]> {
  if (made.length === 0) return [];
  const rows = made.map((one) => ({ ...one, id: one.id ?? newId(), by: one.by ?? null }));
  const { rows: letters } = await sql<NewLetter>`
    insert into letter (id, number, state, fired_id, kind, thing, thing_number, matter, limit_name, due_at, unit_id, expected,
      answer_days, made_by, made_at, changed_at)
    select r.id, '督办〔' || to_char(${tx.now}::timestamptz at time zone 'Asia/Shanghai', 'YYYY') || '〕' || nextval('letter_number') || '号',
           'sent', r.fired, r.kind, r.thing, r."thingNumber", r.matter, r."limit", r."dueAt", r.unit, r.expected, r."answerDays", r.by,
           ${tx.now}, ${tx.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, fired uuid, kind text, thing uuid, "thingNumber" text,
        matter text, "limit" text, "dueAt" timestamptz, unit uuid, expected text, "answerDays" int, by uuid)
    returning id, number, unit_id as unit, fired_id as fired`.execute(tx);
  const days = new Map(rows.map(({ id, answerDays }) => [id, answerDays]));
  await startAnswers(
    tx,
    letters.map(({ id }) => ({ id, days: days.get(id)! })),
  );
  return letters;
}

/** The time to answer is set by hand: the ladder or the sender says how many working days. */
export const startAnswers = (tx: Tx, letters: readonly { id: string; days: number }[]): Promise<void> =>
  startClocks(
    tx,
    letters.map(({ id, days }) => ({
      ...{ kind: 'letter' as const, thing: id, limit: 'answer_letter', startedAt: tx.now, rule_id: null },
      ...{ unit_of_time: 'working_day' as const, budget: days, roll: false },
    })),
  );

export type LetterRow = {
  id: string;
  number: string;
  state: LetterState;
  kind: string;
  thing: string;
  unit_id: string;
  answer_days: number;
  version: number;
};

export async function lockLetter(tx: Tx, id: string): Promise<LetterRow | undefined> {
  const { rows } = await sql<LetterRow>`
    select id, number, state, kind, thing, unit_id, answer_days, version from letter where id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function writeLetter(
  tx: Tx,
  id: string,
  change: { state?: LetterState; unit_id?: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('letter')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
