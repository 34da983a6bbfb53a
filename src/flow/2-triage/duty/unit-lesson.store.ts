/** The past tickets from which a model learns who handles what: never from a unit that sent the matter back or on. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { loadUnits } from '#people/unit-finder.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { plainName } from '#sheet/column-name.ts';
import { signalFields } from '#sheet/signal-fields.ts';
import { LEAST_EXAMPLES } from '#triage/category/category.ts';
import { MOST_EXAMPLES, wordsToRead } from '#triage/category/learn.ts';
import type { Example, Lesson } from '#triage/category/lesson.ts';
import { namedUnits } from '#triage/duty/named-unit.store.ts';

const BATCH = 1_000;
/** So many tickets are looked through, the newest first. */
const LOOKED_AT = 300_000;

type Row = {
  id: string;
  at: string;
  title: string | null;
  words: string;
  extra: Record<string, string>;
  handled: string | null;
};

/** What files call the column of the unit that handled a ticket. */
const handledBy = new Set(
  signalFields.flatMap(({ field, names }): string[] => (field === 'handling_unit' ? names.map(plainName) : [])),
);

/** The label is the unit that led the problem when it was handled, else the one that the file names. */
async function* examples(city: City): AsyncGenerator<Example[]> {
  const finder = await transact(city, loadUnits);
  const taken = new Map<string, number>();
  let after: { at: string; id: string } | undefined;
  for (let looked = 0; looked < LOOKED_AT; looked += BATCH) {
    const rows = await transact(city, (tx) => batch(tx, after));
    const last = rows.at(-1);
    const found = rows.flatMap(({ id, title, words, extra, handled }): Example[] => {
      const label = handled ?? unitIn(finder, extra);
      const before = label ? (taken.get(label) ?? 0) : MOST_EXAMPLES;
      if (!label || before >= MOST_EXAMPLES) return [];
      taken.set(label, before + 1);
      return [{ id, words: wordsToRead(title, words), label }];
    });
    if (found.length > 0) yield found;
    if (!last || rows.length < BATCH) return;
    after = { at: last.at, id: last.id };
  }
}

function unitIn(finder: Awaited<ReturnType<typeof loadUnits>>, extra: Record<string, string>): string | undefined {
  const named = Object.entries(extra).find(([name]) => handledBy.has(plainName(name)))?.[1];
  const found = named ? finder.byPath(named, 'admin') : [];
  return found.length === 1 ? found[0]!.id : undefined;
}

/** Handled, verified or closed: who led it last did not send it back. */
async function batch(tx: Tx, after: { at: string; id: string } | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.received_at::text as at, s.title, s.words, s.extra,
           (select a.to_unit from signal_problem e join problem p on p.id = e.problem_id
              join assignment a on a.problem_id = p.id and a.role = 'lead'
             where e.signal_id = s.id and e.closed_at is null and p.state in ('handled', 'verified', 'closed')
             order by a.opened_at desc, a.id desc limit 1) as handled
      from signal s
     where s.erased_at is null and s.divided_from is null
       and ${after ? sql`(s.received_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
     order by s.received_at desc, s.id desc limit ${BATCH}`.execute(tx);
  return rows;
}

async function count(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from signal_problem e join problem p on p.id = e.problem_id
     where e.closed_at is null and p.state in ('handled', 'verified', 'closed')`.execute(tx);
  return rows[0]!.n;
}

/** A closed unit's tickets are its one successor's; too few teach nothing. */
async function labels(tx: Tx, counts: ReadonlyMap<string, number>): Promise<Map<string, string | null>> {
  const units = await namedUnits(tx, [...counts.keys()], dayOf(tx.now));
  const today = (id: string): string | null => {
    const unit = units.get(id)!;
    if (unit.closedOn === null) return id;
    return unit.now.length === 1 ? unit.now[0]!.id : null;
  };
  const sums = new Map<string, number>();
  for (const [id, n] of counts) {
    const now = today(id);
    if (now) sums.set(now, (sums.get(now) ?? 0) + n);
  }
  return new Map(
    [...counts.keys()].map((id) => {
      const now = today(id);
      return [id, now && sums.get(now)! >= LEAST_EXAMPLES ? now : null];
    }),
  );
}

export const unitLesson: Lesson = { examples, labels, count };
