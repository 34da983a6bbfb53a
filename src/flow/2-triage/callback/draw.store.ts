/** The lot of a day as it was drawn, with all that is needed to draw it again. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Stratum } from '#triage/callback/lot.ts';

/** Channels and units by name. @throws not_found where the day was not drawn */
export async function loadDraw(tx: Tx, day: Day) {
  const { rows } = await sql<{ seed: string; at: Date; strata: Stratum[] }>`
    select seed, at, strata from callback_draw where day = ${day}::date`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  const { seed, at, strata } = rows[0];
  const channels = await tx.selectFrom('channel').select(['id', 'name']).execute();
  const units = await tx.selectFrom('unit').select(['id', 'short_name as name']).execute();
  const name = new Map([...channels, ...units].map((row) => [row.id, row.name]));
  const { rows: numbers } = await sql<{ number: string; why: 'lot' | 'again' }>`
    select s.number, i.why from callback_item i join signal s on s.id = i.signal_id where i.day = ${day}::date
     order by s.number`.execute(tx);
  return {
    ...{ day, seed, at: at.toISOString(), numbers },
    strata: strata.map((one) => ({
      ...one,
      channel: name.get(one.channel) ?? one.channel,
      unit: one.unit && (name.get(one.unit) ?? one.unit),
    })),
  };
}
