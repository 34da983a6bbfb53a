/** Extracts as rows: who sees which, holding one for a decision, its file and who fetched it. */
import { type RawBuilder, sql } from 'kysely';
import type { ExtractItem } from '#extract/extract.api.ts';
import { type ExtractRole, type ExtractState, lifeCycle } from '#extract/extract.ts';
import { type Actor, actsAs, may, selves } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { openSteps } from '#rules/steps.ts';

type Row = Omit<ExtractItem, 'askedBy' | 'askedAt' | 'decidedBy' | 'decidedAt' | 'until' | 'over' | 'steps'> & {
  askedBy: string;
  asker: string;
  askedAt: Date;
  asked_us: string;
  decidedBy: string | null;
  decider: string | null;
  decidedAt: Date | null;
  until: Date | null;
  hash: string | null;
};

/** One's own, and all of them for whoever decides. */
const seen = (actor: Actor) =>
  may(actor, 'export.decide') ? sql<boolean>`true` : sql<boolean>`x.asked_by = any(${selves(actor)}::uuid[])`;

const read = (where: RawBuilder<boolean>, rest: RawBuilder<unknown>) => sql<Row>`
  select x.id, x.state, x.purpose, x.columns, x.filter, cardinality(x.signal_ids) as count, x.asked_by as "askedBy", a.name as asker,
         x.asked_at as "askedAt", x.asked_at::text as asked_us, x.decided_by as "decidedBy", d.name as decider, x.decided_at as "decidedAt",
         x.words, x.rows, x.until, x.file_hash as hash, x.version,
         (select count(*)::int from extract_fetch f where f.extract_id = x.id) as fetched
    from data_extract x join person a on a.id = x.asked_by left join person d on d.id = x.decided_by
   where ${where} ${rest}`;

/** Nobody decides on what they asked for, nor whoever acts for them. */
export const rolesOf = (actor: Actor, askedBy: string): Set<ExtractRole> =>
  new Set<ExtractRole>([
    ...(actor.kind === 'program' ? (['program'] as const) : []),
    ...(actsAs(actor, askedBy) ? (['asker'] as const) : []),
    ...(actor.kind === 'person' && may(actor, 'export.decide') && !actsAs(actor, askedBy)
      ? (['decider'] as const)
      : []),
  ]);

const isOver = (tx: Tx, { until, hash }: Pick<Row, 'until' | 'hash'>) =>
  until !== null && (hash === null || until <= tx.now);

function show(tx: Tx, actor: Actor, row: Row): ExtractItem {
  const { askedBy, asker, decidedBy, decider, askedAt, decidedAt, until, asked_us: _, hash, ...rest } = row;
  return {
    ...rest,
    askedBy: { id: askedBy, name: asker },
    askedAt: askedAt.toISOString(),
    decidedBy: decidedBy ? { id: decidedBy, name: decider ?? '' } : null,
    decidedAt: decidedAt?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    over: isOver(tx, { until, hash }),
    steps: openSteps(lifeCycle, row.state, rolesOf(actor, askedBy)).filter(({ closed }) => closed === null),
  };
}

/** The newest first; those that wait for a decision of this actor's, where only these are wanted. */
export async function listExtracts(
  tx: Tx,
  actor: Actor,
  { cursor, limit, waiting }: { cursor?: string | undefined; limit: number; waiting?: boolean | undefined },
) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const where = sql<boolean>`${seen(actor)} and ${waiting ? waits(actor) : sql`true`}
    and ${after ? sql`(x.asked_at, x.id) < (${after[0]!}::timestamptz, ${after[1]!}::uuid)` : sql`true`}`;
  const { rows } = await read(where, sql`order by x.asked_at desc, x.id desc limit ${limit + 1}`).execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.asked_us, row.id]);
  return { items: items.map((row) => show(tx, actor, row)), next };
}

const waits = (actor: Actor) => sql`x.state = 'asked' and x.asked_by <> all(${selves(actor)}::uuid[])`;

/** How many wait for a decision of this actor's. */
export async function countExtracts(tx: Tx, actor: Actor): Promise<number> {
  if (!may(actor, 'export.decide')) return 0;
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from data_extract x where ${waits(actor)}`.execute(tx);
  return rows[0]!.n;
}

/** @throws not_found where the actor may not see it. */
export async function extractNow(tx: Tx, actor: Actor, id: string): Promise<ExtractItem> {
  const { rows } = await read(sql`x.id = ${id} and ${seen(actor)}`, sql``).execute(tx);
  if (!rows[0]) throw problem('not_found');
  return show(tx, actor, rows[0]);
}

/** Held until the transaction ends. @throws not_found */
export async function holdExtract(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<{ askedBy: string; state: ExtractState; version: number; hash: string | null }>`
    select x.asked_by as "askedBy", x.state, x.version, x.file_hash as hash from data_extract x
     where x.id = ${id} and ${actor.kind === 'program' ? sql`true` : seen(actor)} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return { id, ...rows[0] };
}

/** A signal in it was erased since it was asked for: the file says what the city has promised to forget. */
export async function holdsErased(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from data_extract x join ledger l on l.thing = any(x.signal_ids) and l.at >= x.asked_at and l.verb = 'signal.erased'
     where x.id = ${id}) as found`.execute(tx);
  return rows[0]!.found;
}

/** Those whose file must go: their time is over, or they hold what was erased. */
export async function outlived(tx: Tx): Promise<{ id: string; hash: string }[]> {
  const { rows } = await sql<{ id: string; hash: string; until: Date }>`
    select id, file_hash as hash, until from data_extract where file_hash is not null for update skip locked`.execute(
    tx,
  );
  const gone = [];
  for (const row of rows) if (row.until <= tx.now || (await holdsErased(tx, row.id))) gone.push(row);
  return gone;
}

/** What was asked for is forgotten with the file; that it was, by whom and what for, stays. */
export async function forgetFile(tx: Tx, id: string): Promise<void> {
  await sql`update data_extract set file_hash = null where id = ${id}`.execute(tx);
}

/** Asked before a file of the city is removed. */
export const isExtractFile = async (tx: Tx, hash: string): Promise<boolean> =>
  Boolean(await tx.selectFrom('data_extract').select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst());
