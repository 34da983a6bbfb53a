/** Entries as they are listed and shown: with names, how often they were used, and what waits for whom. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '#clock/day.ts';
import type { KnowledgeItem, KnowledgeShown, KnowledgeVersion, knowledgeViews } from '#knowledge/knowledge.api.ts';
import { entrySeen, rolesTowards } from '#knowledge/knowledge.scope.ts';
import { isDue, type KnowledgeState, lifeCycle } from '#knowledge/knowledge.ts';
import { type Actor, may, selves } from '#people/actor.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { openSteps } from '#rules/steps.ts';
import { likePattern } from '#text/words.ts';

const USED_DAYS = 30;

const isDueNow = (today: Day) =>
  sql`(e.state = 'published' and (e.review_on <= ${today}::date or v.valid_to < ${today}::date))`;
const isMine = (actor: Actor) => sql`e.owner_person = any(${selves(actor)}::uuid[])`;

type Row = Omit<KnowledgeItem, 'due' | 'changedAt'> & { changedAt: Date; key: string };

const category = sql`(select jsonb_build_object('id', c.id, 'name', c.name) from category c where c.id = v.category_id)`;
const area = sql`(select jsonb_build_object('id', a.id, 'name', a.name) from area a where a.id = v.area_id)`;
const columns = (today: Day) => sql`e.id, e.number, e.state, v.question, ${category} as category, ${area} as area,
  jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
  case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person,
  to_char(e.review_on, 'YYYY-MM-DD') as "reviewOn", to_char(v.valid_to, 'YYYY-MM-DD') as "validTo",
  e.draft_id is not null as waits, e.changed_at as "changedAt", e.version,
  (extract(epoch from e.changed_at) * 1000000)::bigint::text as key,
  (select coalesce(sum(n.copied + n.opened), 0)::int from knowledge_use n
    where n.entry_id = e.id and n.day > ${addDays(today, -USED_DAYS)}::date) as used`;
const from = sql`knowledge_entry e join knowledge_version v on v.id = coalesce(e.current_id, e.draft_id)
  join unit u on u.id = e.owner_unit left join person p on p.id = e.owner_person`;

const show = (today: Day, { key, changedAt, ...row }: Row): KnowledgeItem => ({
  ...row,
  due: isDue(row, today),
  changedAt: changedAt.toISOString(),
});

type Query = {
  q?: string | undefined;
  view: (typeof knowledgeViews)[number];
  cursor?: string | undefined;
  limit: number;
};

/** What changed last stands first. */
export async function listEntries(tx: Tx, actor: Actor, { q, view, cursor, limit }: Query) {
  const today = dayOf(tx.now);
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const views = {
    all: sql`e.state <> 'withdrawn'`,
    waiting: sql`e.draft_id is not null and e.state <> 'withdrawn'`,
    due: isDueNow(today),
    mine: sql`${isMine(actor)} and e.state <> 'withdrawn'`,
    withdrawn: sql`e.state = 'withdrawn'`,
  };
  const typed = q ? likePattern(q) : undefined;
  const { rows } = await sql<Row>`
    select ${columns(today)} from ${from}
     where ${entrySeen(actor)} and ${views[view]}
       and ${typed ? sql`(v.question ilike ${typed} or v.answer ilike ${typed} or e.number ilike ${typed} or array_to_string(v.wordings, ' ') ilike ${typed})` : sql`true`}
       and ${after ? sql`(e.changed_at, e.id) < (timestamptz 'epoch' + ${after[0]!}::bigint * interval '1 microsecond', ${after[1]!}::uuid)` : sql`true`}
     order by e.changed_at desc, e.id desc limit ${limit + 1}`.execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.key, row.id]);
  return { items: items.map((row) => show(today, row)), next, counts: await counts(tx, actor, today) };
}

/** What waits: for those who could act on it, else nothing. */
async function counts(tx: Tx, actor: Actor, today: Day) {
  const writes = may(actor, 'knowledge.write');
  const { rows } = await sql<{ waiting: number; due: number; wishes: number }>`
    select (select count(*)::int from knowledge_entry where draft_id is not null and ${writes || may(actor, 'knowledge.publish')}) as waiting,
           (select count(*)::int from ${from} where ${isDueNow(today)} and ${writes}) as due,
           (select count(*)::int from knowledge_wish where settled_at is null and ${writes}) as wishes`.execute(tx);
  return rows[0]!;
}

/** Of what this person or their unit owns: what has to be looked at again. */
export async function countDue(tx: Tx, actor: Actor): Promise<number> {
  if (!may(actor, 'knowledge.write')) return 0;
  const units = actor.posts.filter((post) => post.verbs.includes('knowledge.write')).map((post) => post.unit);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${from} where ${isDueNow(dayOf(tx.now))}
       and (${isMine(actor)} or (e.owner_person is null and e.owner_unit = any(${units}::uuid[])))`.execute(tx);
  return rows[0]!.n;
}

/** @throws not_found */
export async function showEntry(tx: Tx, actor: Actor, id: string): Promise<KnowledgeShown> {
  const today = dayOf(tx.now);
  const { rows } = await sql<Row & { currentId: string | null; draftId: string | null }>`
    select ${columns(today)}, e.current_id as "currentId", e.draft_id as "draftId" from ${from}
     where e.id = ${id} and ${entrySeen(actor)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const { currentId, draftId, ...row } = rows[0];
  const all = await versionsOf(tx, id);
  const held = rolesTowards(actor, row.unit.id);
  const writes = held.size > 0;
  const item = show(today, row);
  return {
    ...item,
    current: all.find((one) => one.id === currentId) ?? null,
    draft: writes ? (all.find((one) => one.id === draftId) ?? null) : null,
    versions: writes ? all : all.filter((one) => one.publishedAt !== null),
    // What has nothing to publish shows no button for it.
    buttons: openSteps(lifeCycle, item.state as KnowledgeState, held).filter(
      ({ step }) => step !== 'publish' || draftId !== null,
    ),
  };
}

async function versionsOf(tx: Tx, entryId: string): Promise<KnowledgeVersion[]> {
  const { rows } = await sql<KnowledgeVersion & { writtenAt: Date; publishedAt: Date | null }>`
    select v.id, v.question, v.wordings, v.answer, v.basis, v.area_id as "areaId", v.category_id as "categoryId",
           ${category} as category, ${area} as area, to_char(v.valid_from, 'YYYY-MM-DD') as "validFrom",
           to_char(v.valid_to, 'YYYY-MM-DD') as "validTo", to_char(v.review_on, 'YYYY-MM-DD') as "reviewOn",
           jsonb_build_object('id', w.id, 'name', w.name) as "writtenBy", v.written_at as "writtenAt",
           case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as "publishedBy", v.published_at as "publishedAt"
      from knowledge_version v join person w on w.id = v.written_by left join person b on b.id = v.published_by
     where v.entry_id = ${entryId} order by v.written_at desc, v.id desc`.execute(tx);
  return rows.map((row) => ({
    ...row,
    writtenAt: row.writtenAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }));
}
