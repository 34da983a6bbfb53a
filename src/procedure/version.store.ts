/** Versions of a procedure and their steps as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { running } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';
import type { Drafted } from '#procedure/procedure.api.ts';
import type { VersionState } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';

export type VersionRow = {
  id: string;
  procedureId: string;
  name: string;
  unitId: string;
  nth: number;
  state: VersionState;
  words: string;
  responsibleId: string;
  secondId: string;
  validFrom: string | null;
  validTo: string | null;
  version: number;
};

/** A step as it stands in a version, with the id that its tasks carry. */
export type StepRow = Step & { id: string };

const versionColumns = sql`v.id, v.procedure_id as "procedureId", d.name, d.unit_id as "unitId", v.nth, v.state, v.words,
  v.responsible_id as "responsibleId", v.second_id as "secondId", to_char(v.valid_from, 'YYYY-MM-DD') as "validFrom",
  to_char(v.valid_to, 'YYYY-MM-DD') as "validTo", v.version`;

/** A version with its procedure, both held: one verb on a procedure at a time. @throws not_found */
export async function lockVersion(tx: Tx, id: string): Promise<VersionRow> {
  const { rows } = await sql<VersionRow>`select ${versionColumns}
    from procedure_version v join procedure d on d.id = v.procedure_id where v.id = ${id} for update of d, v`.execute(
    tx,
  );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function versionsOf(tx: Tx, procedureId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`select ${versionColumns}
    from procedure_version v join procedure d on d.id = v.procedure_id where d.id = ${procedureId} order by v.nth desc`.execute(
    tx,
  );
  return rows;
}

/** The version that holds on a day. */
export async function versionOn(tx: Tx, procedureId: string, day: string): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`select ${versionColumns}
    from procedure_version v join procedure d on d.id = v.procedure_id where d.id = ${procedureId} and v.state = 'issued'
     and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') > ${day}::date`.execute(tx);
  return rows[0];
}

/** Their steps, in order. */
export async function stepsOf(tx: Tx, versionIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const { rows } = await sql<{ versionId: string; steps: StepRow[] }>`
    select version_id as "versionId", json_agg(json_build_object('id', id, 'key', key, 'title', title, 'words', words, 'who', who,
        'roleCode', role_code, 'personId', person_id, 'place', place, 'unitId', unit_id, 'unitOfTime', unit_of_time, 'budget', budget,
        'supervision', supervision, 'evidenceAsked', evidence_asked, 'after', after, 'feedback', feedback) order by ord) as steps
      from procedure_step where version_id = any(${[...versionIds]}::uuid[]) group by version_id`.execute(tx);
  return new Map(rows.map(({ versionId, steps }) => [versionId, steps]));
}

export async function insertProcedure(
  tx: Tx,
  { id, name, unitId, by }: { id: string; name: string; unitId: string; by: string },
): Promise<void> {
  await sql`insert into procedure (id, number, name, unit_id, made_by, made_at, changed_at)
    values (${id}, 'B' || ${running('procedure_number', 4)}, ${name}, ${unitId}, ${by}, ${tx.now}, ${tx.now})`.execute(
    tx,
  );
}

type Draft = Omit<Drafted, 'name'> & { id: string; procedureId: string; by: string };

export async function insertDraft(tx: Tx, { id, procedureId, words, responsibleId, secondId, by, steps }: Draft) {
  await sql`insert into procedure_version (id, procedure_id, nth, state, words, responsible_id, second_id, made_by, made_at, changed_at)
    select ${id}, ${procedureId}, coalesce(max(nth), 0) + 1, 'draft', ${words}, ${responsibleId}, ${secondId}, ${by}, ${tx.now}, ${tx.now}
      from procedure_version where procedure_id = ${procedureId}`.execute(tx);
  await insertSteps(tx, id, steps);
}

async function insertSteps(tx: Tx, versionId: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((one, ord) => ({
    ...{ id: newId(), version_id: versionId, ord, key: one.key, title: one.title, words: one.words, who: one.who },
    ...{ role_code: one.roleCode, person_id: one.personId, place: one.place, unit_id: one.unitId },
    ...{ unit_of_time: one.unitOfTime, budget: one.budget, evidence_asked: one.evidenceAsked, after: one.after },
    supervision: one.supervision,
    feedback: one.feedback && JSON.stringify(one.feedback),
  }));
  await tx.insertInto('procedure_step').values(rows).execute();
}

/** What a draft says, written over; its steps are nobody's yet. */
export async function writeDraft(
  tx: Tx,
  { id, procedureId }: Pick<VersionRow, 'id' | 'procedureId'>,
  { name, words, responsibleId, secondId, steps }: Drafted,
): Promise<void> {
  await tx.updateTable('procedure').set({ name }).where('id', '=', procedureId).execute();
  await tx
    .updateTable('procedure_version')
    .set({ words, responsible_id: responsibleId, second_id: secondId })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('procedure_step').where('version_id', '=', id).execute();
  await insertSteps(tx, id, steps);
}

type Change = {
  state?: VersionState;
  valid_from?: string;
  valid_to?: string | null;
  issued_by?: string;
  issued_at?: Date;
  reason?: string;
};

/** @returns its new version number, for the page that decides next. */
export async function writeVersion(
  tx: Tx,
  { id, procedureId }: Pick<VersionRow, 'id' | 'procedureId'>,
  change: Change,
) {
  await tx
    .updateTable('procedure')
    .set((eb) => ({ changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', procedureId)
    .execute();
  const { version } = await tx
    .updateTable('procedure_version')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
