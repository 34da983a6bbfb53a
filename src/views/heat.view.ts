/** One indicator as several units keep it, month by month: the rows of a heat map. */
import { sql } from 'kysely';
import { addMonths, firstDay, lastDay, monthOf, monthsFrom } from '#clock/month.ts';
import { indicatorSeen } from '#indicator/indicator.scope.ts';
import { unitKey } from '#indicator/reading.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import type { Heat, HeatQuery } from '#views/heat.api.ts';

type Kept = {
  indicator: string;
  number: string;
  name: string;
  unitWords: string;
  digits: number;
  direction: NonNullable<Heat['shown']>['direction'];
  unit: UnitBrief;
};

export async function heatMap(tx: Tx, actor: Actor, query: HeatQuery): Promise<Heat> {
  const all = await keptBy(tx, actor);
  const groups = [...Map.groupBy(all, ({ name, unitWords }) => `${name} ${unitKey(unitWords)}`).values()];
  const ordered = groups.toSorted((a, b) => b.length - a.length || (a[0]!.name < b[0]!.name ? -1 : 1));
  const kept = ordered.map(([one, ...rest]) => ({
    name: one!.name,
    unitWords: one!.unitWords,
    units: rest.length + 1,
  }));
  const chosen = query.name
    ? ordered.find(
        ([one]) =>
          one!.name === query.name && (!query.unitWords || unitKey(one!.unitWords) === unitKey(query.unitWords)),
      )
    : ordered[0];
  const last = monthOf(tx.now);
  const months = monthsFrom(addMonths(last, 1 - query.months), last);
  if (!chosen) return { kept, shown: null, months, rows: [], across: 0 };
  const { name, unitWords, digits, direction } = chosen[0]!;
  const { cells, across } = await cellsOf(tx, chosen, months);
  const rows = chosen.map(({ indicator, number, unit }) => ({
    ...{ indicator, number, unit },
    cells: months.map((month) => cells.get(`${indicator} ${month}`) ?? null),
  }));
  return { kept, shown: { name, unitWords, units: chosen.length, digits, direction }, months, rows, across };
}

/** What people read and what is in use; a count of a problem's signals is nobody else's. */
async function keptBy(tx: Tx, actor: Actor): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select i.id as indicator, i.number, i.name, i.unit_words as "unitWords", i.digits, i.direction,
           json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit
      from indicator i join unit u on u.id = i.owner_unit
     where i.state = 'open' and i.counted is null and ${indicatorSeen(tx, actor)} order by u.name, i.number`.execute(
    tx,
  );
  return rows;
}

async function cellsOf(tx: Tx, kept: readonly Kept[], months: readonly string[]) {
  const { rows } = await sql<{ indicator: string; month: string; value: number; inside: boolean }>`
    select r.indicator_id as indicator, to_char(r.to_on, 'YYYY-MM') as month, r.value::float8 as value,
           date_trunc('month', r.from_on) = date_trunc('month', r.to_on) as inside
      from reading r where r.indicator_id = any(${kept.map(({ indicator }) => indicator)}::uuid[]) and r.withdrawn_at is null
       and r.to_on >= ${firstDay(months[0]!)} and r.from_on <= ${lastDay(months[months.length - 1]!)} order by r.to_on`.execute(
    tx,
  );
  const inside = rows.filter((row) => row.inside);
  const cells = new Map(inside.map(({ indicator, month, value }) => [`${indicator} ${month}`, value]));
  return { cells, across: rows.length - inside.length };
}
