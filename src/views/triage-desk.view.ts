/** The triage desk: what waits, in the order of the queue, with the names of all that is proposed for it. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import { showLine } from '#signal/signal.store.ts';
import { maskWords } from '#text/mask.ts';
import { emptyLexicon } from '#text/reading/lexicon.ts';
import { reader } from '#text/reading/read.ts';
import type { Answer } from '#triage/category/proposal.ts';
import { heldByOthers } from '#triage/centre/lease.store.ts';
import { takenOf } from '#triage/desk/taken.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import type { ProblemState } from '#triage/problem.ts';
import type { HeldItem, QueueItem, QueueQuery, TakenItem } from '#views/triage-desk.api.ts';
import { LOOKED_AT, type QueueRow, queuePage, writeQueueCursor } from '#views/triage-desk.store.ts';
import { type Duties, dutiesOf } from '#views/triage-duties.store.ts';

export async function triageQueue(tx: Tx, actor: Actor, query: QueueQuery) {
  const { rows, waiting } = await queuePage(tx, actor, query);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const ids = (kind: 'category' | 'unit' | 'repeat') =>
    shown.flatMap((row) => (row.said?.[kind] ?? []).map((answer) => answer.id));
  const names = {
    category: await categoryNames(tx, [...ids('category'), ...shown.flatMap((row) => row.decided ?? [])]),
    unit: await unitNames(tx, ids('unit')),
    repeat: await problemLinesOf(tx, actor, ids('repeat')),
  };
  const duties = await dutiesOf(tx, shown);
  return {
    items: shown.map((row) => itemOf(row, names, duties)),
    next: last ? writeQueueCursor(last) : null,
    waiting: Math.min(waiting, LOOKED_AT),
    more: waiting > LOOKED_AT,
  };
}

type Names = {
  category: Map<string, { name: string; path: string }>;
  unit: Map<string, { name: string; shortName: string }>;
  repeat: Map<string, Problem>;
};

/** An answer whose thing is gone, or is not the actor's to see, is not shown. */
function named<T extends object>(answers: Answer[] | undefined, names: Map<string, T>) {
  return (answers ?? []).flatMap((answer) => {
    const found = names.get(answer.id);
    return found ? [{ ...answer, because: answer.because.map((words) => maskWords(words)), ...found }] : [];
  });
}

/** No lexicon: what the city's own names are, the words around them tell often enough for an underline. */
const read = reader(emptyLexicon);

function itemOf(row: QueueRow, names: Names, duties: Duties): QueueItem {
  const decided = row.decided ? names.category.get(row.decided) : undefined;
  const line = showLine(row);
  const { places, organisations } = read(line.words);
  return {
    ...line,
    due: row.due,
    area: row.area,
    group: { key: row.key, size: row.size },
    decided: decided ? { id: row.decided!, ...decided, units: duties(row, row.decided!) } : null,
    places: places.map((place) => place.text),
    organisations: organisations.map((organisation) => organisation.text),
    repeats: named(row.said?.repeat, names.repeat),
    categories: named(row.said?.category, names.category).map((one) => ({ ...one, units: duties(row, one.id) })),
    units: named(row.said?.unit, names.unit).map((one) => ({ ...one, why: null })),
  };
}

/** Open ones only: nothing is sorted into what is offered no more. The path is said from the top down. */
async function categoryNames(tx: Tx, ids: string[]): Promise<Names['category']> {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    with recursive up as (
      select c.id as leaf, c.name, c.parent_id, c.name as path from category c
       where c.id = any(${ids}::uuid[]) and (c.valid_to is null or c.valid_to > ${tx.now}::date)
      union all select up.leaf, up.name, c.parent_id, c.name || ' / ' || up.path from up join category c on c.id = up.parent_id)
    select leaf as id, name, path from up where parent_id is null`.execute(tx);
  return new Map(rows.map(({ id, name, path }) => [id, { name, path }]));
}

async function unitNames(tx: Tx, ids: string[]): Promise<Names['unit']> {
  const { rows } = await sql<{ id: string; name: string; shortName: string }>`
    select id, name, coalesce(nullif(short_name, ''), name) as "shortName" from unit
     where id = any(${ids}::uuid[]) and (valid_to is null or valid_to > ${tx.now}::date)`.execute(tx);
  return new Map(rows.map(({ id, ...unit }) => [id, unit]));
}

type Problem = { number: string; title: string; state: ProblemState; lead: UnitBrief | null; signals: number };

/** Problems that still run and that the actor sees. */
async function problemLinesOf(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, Problem>> {
  const { rows } = await sql<Problem & { id: string }>`
    select p.id, p.number, p.title, p.state, p.signal_count as signals,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
             where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) as lead
      from problem p where p.id = any(${ids}::uuid[]) and p.state not in ('closed', 'merged') and ${problemSeen(tx, actor)}`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...problem }) => [id, problem]));
}

export async function triageTaken(
  tx: Tx,
  actor: Actor,
  ids: string[],
): Promise<{ items: TakenItem[]; held: HeldItem[] }> {
  const rows = await takenOf(tx, actor, ids);
  const held = await heldByOthers(tx, actor, ids);
  return {
    items: rows.map(({ at, verb: _, ...row }) => ({ ...row, at: at.toISOString() })),
    held: held.map(({ untilAt, ...row }) => ({ ...row, untilAt: untilAt.toISOString() })),
  };
}
