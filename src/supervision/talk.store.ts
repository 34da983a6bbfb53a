/** Formal talks as rows: numbered by year, quarter and a running number. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { TalkState } from '#supervision/letter.ts';

export type MadeTalk = {
  fired: string | null;
  id?: string;
  by?: string;
  kind: string;
  thing: string;
  thingNumber: string;
  matter: string;
  unit: string;
  /** Heads who are called. */
  asked: readonly string[];
  letter: string | null;
};

export type NewTalk = { id: string; number: string; unit: string; fired: string };

/** `2026-4-12`. */
export async function makeTalks(tx: Tx, made: readonly MadeTalk[]): Promise<NewTalk[]> {
  if (made.length === 0) return [];
  const rows = made.map((one) => ({ ...one, id: one.id ?? newId(), by: one.by ?? null }));
  const { rows: talks } = await sql<NewTalk>`
    insert into talk (id, number, state, fired_id, letter_id, kind, thing, thing_number, matter, unit_id, made_by, made_at, changed_at)
    select r.id, to_char(${tx.now}::timestamptz at time zone 'Asia/Shanghai', 'YYYY-Q') || '-' || nextval('talk_number'), 'called',
           r.fired, r.letter, r.kind, r.thing, r."thingNumber", r.matter, r.unit, r.by, ${tx.now}, ${tx.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, fired uuid, letter uuid, kind text, thing uuid,
        "thingNumber" text, matter text, unit uuid, by uuid)
    returning id, number, unit_id as unit, fired_id as fired`.execute(tx);
  await addPersons(
    tx,
    rows.flatMap(({ id, asked }) => asked.map((person) => ({ talk: id, person, part: 'asked' as const }))),
  );
  return talks;
}

export type Part = 'asked' | 'asks' | 'present';

/** Who is there already stays in their part. */
export async function addPersons(tx: Tx, list: readonly { talk: string; person: string; part: Part }[]): Promise<void> {
  if (list.length === 0) return;
  await tx
    .insertInto('talk_person')
    .values(list.map(({ talk, person, part }) => ({ talk_id: talk, person_id: person, part })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type TalkRow = {
  id: string;
  number: string;
  state: TalkState;
  kind: string;
  thing: string;
  unit_id: string;
  version: number;
};

export async function lockTalk(tx: Tx, id: string): Promise<TalkRow | undefined> {
  const { rows } = await sql<TalkRow>`
    select id, number, state, kind, thing, unit_id, version from talk where id = ${id} for update`.execute(tx);
  return rows[0];
}

type Outcome = { state: 'held' | 'dropped'; held_on: string | null; agreed: string; recorded_by: string };

export async function writeTalk(tx: Tx, id: string, change: Outcome): Promise<number> {
  const { version } = await tx
    .updateTable('talk')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
