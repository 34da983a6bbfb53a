/** The rules of limits as their page shows them: those of today's programme version, with the paths of their categories. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { currentBasic } from '#rules/programme.store.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathWords } from '#triage/category/category.ts';
import type { LimitItem } from '#views/limits.api.ts';

export async function limitRules(tx: Tx) {
  const version = await currentBasic(tx);
  const { rows } = await sql<Omit<LimitItem, 'category'>>`
    select r.id, r.limit_name as "limitName", r.channel_id as "channelId", c.name as channel, r.category_id as "categoryId", r.urgency, r.class, r.unit_of_time as "unitOfTime", r.budget,
           r.roll, r.extensions, r.extension_budget as "extensionBudget", r.suspension_days as "suspensionDays", r.milestones,
           r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.source, p.name as "madeBy"
      from limit_rule r left join person p on p.id = r.made_by left join channel c on c.id = r.channel_id
     where r.programme_version_id = ${version}
     order by r.channel_id is not null, c.name, r.category_id is not null, r.urgency is not null, r.class is not null, r.category_id, r.urgency, r.class, r.valid_from`.execute(
    tx,
  );
  const programme = await sql<{ zh: string; en: string; number: number }>`
    select g.name_zh as zh, g.name_en as en, v.number from programme_version v join programme g on g.id = v.programme_id
     where v.id = ${version}`.execute(tx);
  const nodes = new Map((await allCategories(tx, { closed: true })).map((one) => [one.id, one]));
  const items = rows.map((row) => ({ ...row, category: row.categoryId && pathWords(nodes, row.categoryId) }));
  return { programme: programme.rows[0]!, items };
}
