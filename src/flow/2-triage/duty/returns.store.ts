/** Problems that came back or went on to another unit: by matter, unit, and the line of the list that had named it. */
import { sql } from 'kysely';
import { dayOf, startOfDay } from '#clock/day.ts';
import { type Actor, reachOf } from '#people/actor.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { openBook, pathsOf } from '#triage/duty/book.store.ts';
import type { Returned } from '#triage/duty/duty.api.ts';
import { labelFinder } from '#triage/duty/label.store.ts';
import { issuedLists } from '#triage/duty/list.store.ts';
import { mattersOfProblems, type ProblemMatter } from '#triage/duty/problem-matter.store.ts';
import { dutiesIn } from '#triage/duty/whose-duty.store.ts';

/** More than these are counted, but no line is looked for. */
const LOOKED_INTO = 5_000;

type Span = { from: string; to: string };
type Back = {
  problem: string;
  unit: string;
  category: string | null;
  at: Date;
  reason: 'returned' | 'transferred';
  ended: string | null;
};

/**
 * Leading assignments begun in the days `from` … `to`, both included, with what most of the problem's signals are about:
 * the category that a person decided, else what the file said.
 */
const givenIn = ({ from, to }: Span) => sql`
  given as (
    select a.id, a.problem_id, a.to_unit, a.opened_at, a.close_reason from assignment a
     where a.role = 'lead' and a.problem_id is not null and a.to_unit is not null
       and a.opened_at >= ${startOfDay(from)} and a.opened_at < ${startOfDay(to)}::timestamptz + interval '1 day'),
  matter as (
    select distinct on (m.problem_id) m.problem_id, m.label from (
      select e.problem_id, coalesce(c.category_id::text, nullif(btrim(s.category), '')) as label, count(*) as n
        from signal_problem e join signal s on s.id = e.signal_id
        left join signal_category c on c.signal_id = e.signal_id and c.closed_at is null
       where e.closed_at is null and e.problem_id in (select problem_id from given) group by 1, 2) m
     where m.label is not null order by m.problem_id, m.n desc, m.label)`;

/** What the actor's units were given; everything for whoever sees the whole city. */
export async function returnsIn(
  tx: Tx,
  actor: Actor,
  span: Span,
): Promise<Span & { given: number; items: Returned[] }> {
  const reach = reachOf(actor, 'problem.read');
  const seen = reach === 'city' ? sql`true` : sql`g.to_unit = any(${reach}::uuid[])`;
  const find = await labelFinder(tx);
  const { rows: counts } = await sql<{ unit: string; label: string | null; given: number }>`
    with ${givenIn(span)}
    select g.to_unit as unit, m.label, count(*) as given
      from given g left join matter m on m.problem_id = g.problem_id where ${seen} group by 1, 2`.execute(tx);
  const { rows } = await sql<Omit<Back, 'category'> & { label: string | null }>`
    with ${givenIn(span)}
    select g.problem_id as problem, g.to_unit as unit, m.label, g.opened_at as at, g.close_reason as reason,
           (select a.to_unit from assignment a where a.problem_id = g.problem_id and a.role = 'lead'
             order by a.opened_at desc, a.id desc limit 1) as ended
      from given g left join matter m on m.problem_id = g.problem_id
     where g.close_reason in ('returned', 'transferred') and ${seen}
     order by g.opened_at desc limit ${LOOKED_INTO}`.execute(tx);
  const back = rows.map(({ label, ...row }): Back => ({ ...row, category: find(label) }));
  const given = new Map<string, number>();
  for (const { unit, label, given: n } of counts) {
    const key = keyOf(find(label), unit);
    given.set(key, (given.get(key) ?? 0) + n);
  }
  const items = await show(tx, gather(back, await linesBehind(tx, back)), given);
  return { ...span, given: counts.reduce((sum, one) => sum + one.given, 0), items };
}

const keyOf = (category: string | null, unit: string) => `${category} ${unit}`;

type Behind = NonNullable<Returned['line']>;

/** The line that named the unit on the day it was given the problem. A problem's matter is what is known of it today. */
async function linesBehind(tx: Tx, back: readonly Back[]): Promise<(Behind | null)[]> {
  const wanted = [...new Set(back.map(({ problem }) => problem))];
  const matters = new Map<string, ProblemMatter>();
  for (const one of await mattersOfProblems(tx, sql`select unnest(${wanted}::uuid[])`)) matters.set(one.problemId, one);
  const lists = await issuedLists(tx);
  const listOf = (at: Date) => lists.find(({ validFrom }) => validFrom <= dayOf(at));
  const found: (Behind | null)[] = back.map(() => null);
  for (const list of lists) {
    const mine = [...back.keys()].filter((i) => listOf(back[i]!.at) === list);
    if (mine.length === 0) continue;
    const book = await openBook(tx, dayOf(tx.now), list.id);
    const duties = await dutiesIn(
      tx,
      book,
      mine.map((i) => matters.get(back[i]!.problem)!),
    );
    for (const [n, i] of mine.entries()) {
      const answer = duties[n]!.answers.find(({ lead, was }) => [lead?.id, was?.id].includes(back[i]!.unit));
      if (!answer) continue;
      const standing = listOf(tx.now) === list;
      found[i] = { entryId: answer.entryId, listNumber: list.number, line: answer.line, standing };
    }
  }
  return found;
}

type Group = {
  category: string | null;
  unit: string;
  line: Behind | null;
  returned: number;
  rerouted: number;
  ended: Map<string, number>;
};

function gather(back: readonly Back[], lines: readonly (Behind | null)[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [i, { category, unit, reason, ended }] of back.entries()) {
    const line = lines[i]!;
    const key = [category, unit, line?.entryId].join(' ');
    const group = groups.get(key) ?? { category, unit, line, returned: 0, rerouted: 0, ended: new Map() };
    group[reason === 'returned' ? 'returned' : 'rerouted']++;
    if (ended && ended !== unit) group.ended.set(ended, (group.ended.get(ended) ?? 0) + 1);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function show(tx: Tx, groups: readonly Group[], given: ReadonlyMap<string, number>): Promise<Returned[]> {
  const names = await unitBriefs(
    tx,
    groups.flatMap(({ unit, ended }) => [unit, ...ended.keys()]),
  );
  const paths = await pathsOf(
    tx,
    groups.flatMap(({ category }) => category ?? []),
  );
  return groups
    .map(({ category, unit, line, returned, rerouted, ended }) => {
      const path = category ? paths.get(category) : undefined;
      return {
        category: (path?.ids ?? []).map((id, n) => ({ id, name: path!.names[n]! })),
        unit: names.get(unit)!,
        ...{ line, returned, rerouted, given: given.get(keyOf(category, unit)) ?? 0 },
        ended: [...ended]
          .map(([id, times]) => ({ unit: names.get(id)!, times }))
          .sort((a, b) => b.times - a.times || (a.unit.id < b.unit.id ? -1 : 1))
          .slice(0, 3),
      };
    })
    .sort((a, b) => b.returned - a.returned || b.rerouted - a.rerouted || (a.unit.id < b.unit.id ? -1 : 1));
}
