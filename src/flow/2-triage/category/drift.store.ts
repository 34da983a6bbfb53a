/** Proposals beside what people decided, by months: whether a model still fits what arrives. */
import { sql } from 'kysely';
import { addMonths, monthOf, monthsFrom, spanOf } from '#clock/month.ts';
import type { Tx } from '#platform/db.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathOf } from '#triage/category/category.ts';
import type { DriftMonth } from '#triage/category/model.api.ts';
import type { ModelKind } from '#triage/category/model.ts';

const MONTHS = 12;

type Row = Omit<DriftMonth, 'mix'>;

/** This month and the eleven before it; those without a proposal are left out. */
export async function driftOf(tx: Tx, kind: ModelKind): Promise<DriftMonth[]> {
  const now = monthOf(tx.now);
  const months = monthsFrom(addMonths(now, 1 - MONTHS), now);
  const since = spanOf(months[0]!).start;
  const month = sql`to_char(p.made_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;
  const first = sql`(case when jsonb_array_length(p.answers) > 0 then p.answers else p.withheld end)->0->>'id'`;
  const shown = sql`jsonb_array_length(p.answers) > 0`;
  const byPerson = sql`p.decision in ('taken', 'other', 'none')`;
  const { rows } = await sql<Row>`
    select ${month} as month, count(*) as proposed, count(*) filter (where not ${shown}) as abstained,
           count(*) filter (where ${byPerson}) as decided,
           count(*) filter (where ${byPerson} and p.chosen::text = ${first}) as agreed,
           count(*) filter (where ${byPerson} and ${shown}) as "shownDecided",
           count(*) filter (where ${byPerson} and ${shown} and p.chosen::text = ${first}) as "shownAgreed"
      from proposal p where p.kind = ${kind} and p.made_at >= ${since} and p.decision is distinct from 'replaced'
     group by 1 order by 1`.execute(tx);
  const { rows: chosen } = await sql<{ month: string; id: string; n: number }>`
    select ${month} as month, p.chosen as id, count(*) as n from proposal p
     where p.kind = ${kind} and p.made_at >= ${since} and ${byPerson} and p.chosen is not null group by 1, 2`.execute(
    tx,
  );
  const top = await topOf(tx, kind);
  return rows.map((row) => {
    const sums = new Map<string, DriftMonth['mix'][number]>();
    for (const one of chosen) {
      const above = one.month === row.month ? top(one.id) : undefined;
      if (!above) continue;
      const sum = sums.get(above.id) ?? { ...above, n: 0 };
      sums.set(above.id, { ...sum, n: sum.n + one.n });
    }
    return { ...row, mix: [...sums.values()].sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)) };
  });
}

/** The highest category above one; units are told by themselves. */
async function topOf(tx: Tx, kind: ModelKind): Promise<(id: string) => { id: string; name: string } | undefined> {
  if (kind === 'category') {
    const nodes = new Map((await allCategories(tx, { closed: true })).map((one) => [one.id, one]));
    return (id) => {
      const top = pathOf(nodes, id)[0];
      return top && { id: top.id, name: top.name };
    };
  }
  const rows = await tx.selectFrom('unit').select(['id', 'short_name as name']).execute();
  const units = new Map(rows.map((row) => [row.id, row]));
  return (id) => units.get(id);
}
