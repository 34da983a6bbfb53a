/** One search box: by number, words, unit and person; by caller with the permission, and then it is written down. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { type Actor, may, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { projectSeen } from '#project/project.scope.ts';
import { byCaller } from '#signal/caller.store.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { listSignals } from '#signal/signal.store.ts';
import { taskSeen } from '#task/task.store.ts';
import { queryGrams } from '#text/bigrams.ts';
import { maskWords } from '#text/mask.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { like } from '#triage/problem.store.ts';
import type { Found } from '#views/desk.api.ts';

const EACH = 8;
type Row = Omit<Found, 'at'> & { at: Date | null };

export async function search(tx: Tx, actor: Actor, q: string): Promise<Found[]> {
  const things = await byNumberOrTitle(tx, actor, q);
  const callers = may(actor, 'reporter.read') ? await bySender(tx, actor, q) : [];
  const { rows } = searchable(q) ? await listSignals(tx, actor, { q, limit: EACH }) : { rows: [] };
  const words = rows.map((row) => ({
    kind: 'signal' as const,
    id: row.id,
    number: row.source_number ?? row.number,
    title: row.title ?? row.words.slice(0, 80),
    by: 'words' as const,
    at: row.received_at,
  }));
  const seen = new Set<string>();
  return [...things, ...callers, ...words]
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((row) => ({ ...row, title: maskWords(row.title), at: row.at?.toISOString() ?? null }));
}

const searchable = (q: string) => queryGrams(q).grams.length > 0;

async function byNumberOrTitle(tx: Tx, actor: Actor, q: string): Promise<Row[]> {
  const start = `${like(q)}%`;
  const inside = `%${like(q)}%`;
  const directory = may(actor, 'people.read');
  const { rows } = await sql<Row>`
    (select 'signal' as kind, s.id, coalesce(s.source_number, s.number) as number, coalesce(nullif(s.title, ''), left(s.words, 80)) as title,
            'number' as by, s.received_at as at from signal s
      where (s.number like ${start} or s.source_number = ${q}) and ${signalSeen(actor)} limit ${EACH})
    union all
    (select 'problem', p.id, p.number, p.title, case when p.number ilike ${start} then 'number' else 'words' end, p.changed_at from problem p
      where (p.number ilike ${start} or p.title ilike ${inside}) and ${problemSeen(tx, actor)} order by p.changed_at desc limit ${EACH})
    union all
    (select 'task', t.id, t.number, t.title, case when t.number ilike ${start} then 'number' else 'words' end, t.changed_at from task t
      where (t.number ilike ${start} or t.title ilike ${inside}) and ${taskSeen(actor)} order by t.changed_at desc limit ${EACH})
    union all
    (select 'project', j.id, j.number, j.title, case when j.number ilike ${start} then 'number' else 'words' end, j.changed_at from project j
      where (j.number ilike ${start} or j.title ilike ${inside}) and ${projectSeen(actor)} order by j.changed_at desc limit ${EACH})
    union all
    (select 'unit', u.id, u.code, u.name, 'unit', null from unit u
      where ${directory} and u.valid_to is null and (u.name ilike ${inside} or u.short_name ilike ${inside} or u.code = ${q}) order by length(u.name) limit ${EACH})
    union all
    (select 'person', n.id, coalesce(n.staff_number, ''), n.name, 'name', null from person n
      where ${directory} and n.left_on is null and n.name like ${start} order by n.name limit ${EACH})`.execute(tx);
  return rows;
}

/** Callers by their phone or very name, through keyed codes: a look-up of a person, so the ledger knows of it. */
async function bySender(tx: Tx, actor: Actor, q: string): Promise<Row[]> {
  const ids = await byCaller(tx, q);
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select 'signal' as kind, s.id, coalesce(s.source_number, s.number) as number, coalesce(nullif(s.title, ''), left(s.words, 80)) as title,
           'phone' as by, s.received_at as at
      from signal s where s.id = any(${ids}::uuid[]) and ${signalSeen(actor)} order by s.received_at desc limit ${EACH}`.execute(
    tx,
  );
  const by = signing(actor, 'reporter.read');
  await record(tx, by, {
    verb: 'person.lookUp',
    kind: 'person',
    thing: actor.id!,
    data: { by: 'caller', found: rows.length },
  });
  return rows;
}
