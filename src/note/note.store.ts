/** Leaders' notes as rows, and as pages show them. */
import { sql } from 'kysely';
import type { NoteInput, NoteItem, NoteShown } from '#note/note.api.ts';
import { noteSeen, rolesTowards } from '#note/note.scope.ts';
import { lifeCycle, type NoteState, type NoteStep } from '#note/note.ts';
import type { Actor } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';
import { openSteps } from '#rules/steps.ts';
import { maskWords } from '#text/mask.ts';
import { likePattern } from '#text/words.ts';
import { dueJson } from '#triage/problem.store.ts';

export type NoteRow = { id: string; number: string; state: NoteState; unitId: string; version: number };

/** Held against other decisions. @throws not_found */
export async function lockNote(tx: Tx, actor: Actor, id: string): Promise<NoteRow> {
  const { rows } = await sql<NoteRow>`
    select n.id, n.number, n.state, n.unit_id as "unitId", n.version from leader_note n
     where n.id = ${id} and ${noteSeen(actor)} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export type About = { signal_id?: string; problem_id?: string; project_id?: string };

export async function insertNote(tx: Tx, input: NoteInput, about: About, by: string): Promise<string> {
  const { id, leader, writtenOn, words, unitId } = input;
  const { rows } = await sql<{ number: string }>`
    insert into leader_note (id, number, state, leader, written_on, words, unit_id, signal_id, problem_id, project_id, recorded_by, recorded_at, changed_at)
    values (${id}, ${numberOfYear('N', tx.now, 'leader_note_number', 4)},
            'open', ${leader}, ${writtenOn}, ${words}, ${unitId}, ${about.signal_id ?? null}, ${about.problem_id ?? null},
            ${about.project_id ?? null}, ${by}, ${tx.now}, ${tx.now}) returning number`.execute(tx);
  return rows[0]!.number;
}

type Decided = { id: string; noteId: string; step: NoteStep; words: string; by: string; to: NoteState };

export async function writeDecision(tx: Tx, { id, noteId, step, words, by, to }: Decided): Promise<number> {
  await tx
    .insertInto('leader_note_decision')
    .values({ id, note_id: noteId, step, words, by_person: by, at: tx.now })
    .execute();
  const { version } = await tx
    .updateTable('leader_note')
    .set((eb) => ({ state: to, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', noteId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The unit that takes the place of one that closes. */
export async function moveNote(tx: Tx, id: string, unitId: string): Promise<void> {
  await tx
    .updateTable('leader_note')
    .set((eb) => ({ unit_id: unitId, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

type Row = Omit<NoteItem, 'changedAt'> & { changedAt: Date; key: string; recordedBy: string; recordedAt: Date };

const select = sql`
  select n.id, n.number, n.state, n.leader, to_char(n.written_on, 'YYYY-MM-DD') as "writtenOn", n.words,
         jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
         case when p.id is not null then jsonb_build_object('kind', 'problem', 'id', p.id, 'number', p.number)
              when j.id is not null then jsonb_build_object('kind', 'project', 'id', j.id, 'number', j.number)
              when s.id is not null then jsonb_build_object('kind', 'signal', 'id', s.id, 'number', s.number) end as about,
         ${dueJson(sql`n.id`, sql`'note'`)} as due, n.changed_at as "changedAt", n.version,
         (extract(epoch from n.changed_at) * 1000000)::bigint::text as key, r.name as "recordedBy", n.recorded_at as "recordedAt"
    from leader_note n join unit u on u.id = n.unit_id join person r on r.id = n.recorded_by
    left join problem p on p.id = n.problem_id left join project j on j.id = n.project_id left join signal s on s.id = n.signal_id`;

const show = ({ key: _, recordedBy: __, recordedAt: ___, changedAt, words, ...row }: Row): NoteItem => ({
  ...row,
  words: maskWords(words),
  changedAt: changedAt.toISOString(),
});

type Query = { state?: NoteState | undefined; q?: string | undefined; cursor?: string | undefined; limit: number };

/** Open ones first named by their state; what changed last stands first. */
export async function listNotes(tx: Tx, actor: Actor, { state, q, cursor, limit }: Query) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const typed = q ? likePattern(q) : undefined;
  const { rows } = await sql<Row>`${select}
     where ${noteSeen(actor)} and ${state ? sql`n.state = ${state}` : sql`true`}
       and ${typed ? sql`(n.number ilike ${typed} or n.leader ilike ${typed} or n.words ilike ${typed})` : sql`true`}
       and ${after ? sql`(n.changed_at, n.id) < (timestamptz 'epoch' + ${after[0]!}::bigint * interval '1 microsecond', ${after[1]!}::uuid)` : sql`true`}
     order by n.changed_at desc, n.id desc limit ${limit + 1}`.execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.key, row.id]);
  return { items: items.map(show), next };
}

/** @throws not_found */
export async function showNote(tx: Tx, actor: Actor, id: string): Promise<NoteShown> {
  const { rows } = await sql<Row>`${select} where n.id = ${id} and ${noteSeen(actor)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const row = rows[0];
  const { rows: moves } = await sql<{ id: string; step: string; words: string; by: string; at: Date }>`
    select d.id, d.step, d.words, p.name as by, d.at from leader_note_decision d join person p on p.id = d.by_person
     where d.note_id = ${id} order by d.at, d.id`.execute(tx);
  const item = show(row);
  return {
    ...item,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
    moves: moves.map((move) => ({ ...move, words: maskWords(move.words), at: move.at.toISOString() })),
    buttons: openSteps(lifeCycle, item.state, rolesTowards(actor, item.unit.id)),
  };
}
