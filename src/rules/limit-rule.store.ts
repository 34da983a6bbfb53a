/** Limit rules as rows: those of a programme version, written once and ended, never changed. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { RuleDraft, Standing } from '#rules/limit-rule.ts';

/** One change of the rules of a version at a time: two that are both right alone may overlap. @throws not_found */
export async function lockProgramme(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql`select from programme_version where id = ${id} for update`.execute(tx);
  if (rows.length === 0) throw problem('not_found');
}

const columns = sql`r.id, r.limit_name as "limitName", r.channel_id as "channelId", r.category_id as "categoryId", r.urgency, r.class, r.unit_of_time as "unitOfTime",
  r.budget, r.roll, r.extensions, r.extension_budget as "extensionBudget", r.suspension_days as "suspensionDays", r.milestones,
  r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.source`;

export async function standingRules(tx: Tx, version: string): Promise<Standing[]> {
  const { rows } =
    await sql<Standing>`select ${columns} from limit_rule r where r.programme_version_id = ${version}`.execute(tx);
  return rows;
}

export type RuleRow = RuleDraft & { id: string; version: string };

/** @throws not_found */
export async function ruleRow(tx: Tx, id: string): Promise<RuleRow> {
  const { rows } =
    await sql<RuleRow>`select ${columns}, r.programme_version_id as version from limit_rule r where r.id = ${id}`.execute(
      tx,
    );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function insertRule(tx: Tx, id: string, version: string, draft: RuleDraft, by: string): Promise<void> {
  await tx
    .insertInto('limit_rule')
    .values({
      ...{
        id,
        programme_version_id: version,
        limit_name: draft.limitName,
        channel_id: draft.channelId,
        category_id: draft.categoryId,
      },
      ...{
        urgency: draft.urgency,
        class: draft.class,
        unit_of_time: draft.unitOfTime,
        budget: draft.budget,
        roll: draft.roll,
      },
      ...{
        extensions: draft.extensions,
        extension_budget: draft.extensionBudget,
        suspension_days: draft.suspensionDays,
        milestones: JSON.stringify(draft.milestones),
      },
      ...{ valid_from: draft.validFrom, valid_to: draft.validTo, source: draft.source, made_by: by, made_at: tx.now },
    })
    .execute();
}

/** @param day the first on which it no longer holds */
export async function endRuleOn(tx: Tx, id: string, day: string): Promise<void> {
  await tx.updateTable('limit_rule').set({ valid_to: day }).where('id', '=', id).execute();
}

/** One that never held goes: no clock can have run by it. */
export async function dropRule(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('limit_rule').where('id', '=', id).execute();
}
