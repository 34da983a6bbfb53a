/** Organisations, facts about them, and supervision that was done, as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

export type NewOrganisation = { id: string; code: string; name: string };

export async function insertOrganisations(tx: Tx, made: readonly NewOrganisation[], by: string): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map(({ id, code, name }) => ({ id, code, name, made_by: by, made_at: tx.now }));
  await tx.insertInto('organisation').values(rows).execute();
}

/** @throws not_found */
export async function mustExist(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found');
}

export async function idsOfCodes(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.selectFrom('organisation').select(['id', 'code']).where('code', 'in', codes).execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

export type NewFact = {
  id: string;
  organisation: string;
  metric: string;
  day: string;
  value: number;
  source: string;
  way: 'typed' | 'imported';
  by: string;
};

/** @returns the ids of those that were new: of the same figure, day and source one stands. */
export async function insertFacts(tx: Tx, facts: readonly NewFact[]): Promise<Set<string>> {
  if (facts.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into credit_fact (id, organisation_id, metric_id, day, value, source, way, by_person, at)
    select id, organisation, metric, day, value, source, way, by, ${tx.now}
      from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f(id uuid, organisation uuid, metric uuid, day date, value numeric,
        source text, way text, by uuid)
    on conflict (organisation_id, metric_id, day, source) where withdrawn_at is null do nothing returning id`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

export async function lockFact(tx: Tx, id: string): Promise<{ organisation: string; withdrawn: boolean } | undefined> {
  const { rows } = await sql<{ organisation: string; withdrawn: boolean }>`
    select organisation_id as organisation, withdrawn_at is not null as withdrawn from credit_fact where id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function withdraw(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  const change = { withdrawn_at: tx.now, withdrawn_by: by, withdrawn_for: reason };
  await tx.updateTable('credit_fact').set(change).where('id', '=', id).execute();
}

type NewCheck = { id: string; organisation: string; offSite: boolean; day: string; found: string; by: string };

export async function insertCheck(tx: Tx, { id, organisation, offSite, day, found, by }: NewCheck): Promise<void> {
  const row = { id, organisation_id: organisation, off_site: offSite, day, found, by_person: by, at: tx.now };
  await tx.insertInto('credit_check').values(row).execute();
}
