/** Verbs on a procedure: writing it, saving a draft, issuing a version, dropping one, drafting a new one out of an old. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { faultsOf } from '#procedure/faults.ts';
import { unfitToday } from '#procedure/fits-today.store.ts';
import type { Drafted } from '#procedure/procedure.api.ts';
import { mayManage } from '#procedure/procedure.scope.ts';
import { type VersionState, type VersionStep, versionCycle, versionSteps } from '#procedure/procedure.ts';
import type { Step } from '#procedure/step.ts';
import {
  insertDraft,
  insertProcedure,
  lockVersion,
  stepsOf,
  type VersionRow,
  versionsOf,
  writeDraft,
  writeVersion,
} from '#procedure/version.store.ts';
import { mustBeOpen } from '#rules/decide.ts';
import type { Step as CycleStep } from '#rules/steps.ts';

type Decision = { id: string; version: number };
type Done = { id: string; version: number };

/** Its first version is a draft. @throws procedure_same_two, person_left */
export async function addProcedure(
  tx: Tx,
  actor: Actor,
  input: Drafted & { id: string; unitId: string },
): Promise<Done> {
  const { id, unitId, name } = input;
  mustBeAbleTo(actor, 'procedure.manage', [unitId]);
  const by = signing(actor, 'procedure.manage', [unitId]);
  if (await once(tx, by, id, 'procedure.add', input)) {
    await mustBeTwo(tx, input);
    const person = personOf(actor);
    await insertProcedure(tx, { id, name, unitId, by: person });
    await insertDraft(tx, { ...input, procedureId: id, by: person });
    const data = { steps: input.steps.length };
    await record(tx, by, { verb: 'procedure.add', kind: 'procedure', thing: id, unit: unitId, data, request: id });
  }
  return { id, version: 1 };
}

type Two = Pick<Drafted, 'responsibleId' | 'secondId'>;

async function mustBeTwo(tx: Tx, { responsibleId, secondId }: Two): Promise<void> {
  const wrong = fieldProblem('secondId', 'procedure_same_two');
  if (responsibleId === secondId) throw problem('malformed', { count: 1 }, { fields: [wrong] });
  await presentPerson(tx, responsibleId);
  await presentPerson(tx, secondId);
}

/** One draft at a time. @throws procedure_has_draft */
export async function draftAnew(
  tx: Tx,
  actor: Actor,
  procedureId: string,
  input: { id: string; fromId: string },
): Promise<Done> {
  const from = await lockVersion(tx, input.fromId);
  if (from.procedureId !== procedureId) throw problem('not_found');
  mustBeAbleTo(actor, 'procedure.manage', [from.unitId]);
  const by = signing(actor, 'procedure.manage', [from.unitId]);
  if (await once(tx, by, input.id, 'procedure.draft', { procedureId, ...input })) {
    if ((await versionsOf(tx, procedureId)).some(({ state }) => state === 'draft'))
      throw problem('procedure_has_draft');
    const steps = (await stepsOf(tx, [from.id])).get(from.id) ?? [];
    await insertDraft(tx, { ...from, id: input.id, steps, by: personOf(actor) });
    const data = { from: from.nth };
    const entry = { verb: 'procedure.draft', kind: 'procedure', thing: procedureId, unit: from.unitId, data };
    await record(tx, by, { ...entry, request: input.id });
  }
  return { id: input.id, version: (await lockVersion(tx, input.id)).version };
}

type Change = Parameters<typeof writeVersion>[2];

async function decideOnVersion<D extends Decision & { reason?: string }>(
  tx: Tx,
  actor: Actor,
  versionId: string,
  step: VersionStep,
  input: D,
  write: (row: VersionRow, person: string) => Promise<Change>,
): Promise<Done> {
  const row = await lockVersion(tx, versionId);
  const by = signing(actor, 'procedure.manage', [row.unitId]);
  if (!(await once(tx, by, input.id, `procedure.${step}`, { versionId, ...input })))
    return { id: versionId, version: row.version };
  const roles = new Set(mayManage(actor, row.unitId) ? (['manager'] as const) : []);
  await mustBeOpen(tx, versionCycle, step, row, roles, input.version);
  const change = await write(row, personOf(actor));
  const { to }: CycleStep<VersionState, 'manager'> = versionSteps[step];
  const version = await writeVersion(tx, row, { ...change, ...(to && { state: to }) });
  const data = { version: versionId, nth: row.nth, from: change.valid_from, to: change.valid_to };
  const entry = { verb: `procedure.${step}`, kind: 'procedure', thing: row.procedureId, unit: row.unitId, data };
  await record(tx, by, { ...entry, ...(input.reason && { reason: input.reason }), request: input.id });
  return { id: versionId, version };
}

export const saveDraft = (tx: Tx, actor: Actor, versionId: string, input: Decision & Drafted): Promise<Done> =>
  decideOnVersion(tx, actor, versionId, 'save', input, async (row) => {
    await mustBeTwo(tx, input);
    await writeDraft(tx, row, input);
    return {};
  });

type Issue = Decision & { from: string; to: string | null; reason: string };

/** The version without an end that it follows ends the day it begins. @throws malformed with each step that cannot be, procedure_days_overlap */
export const issueVersion = (tx: Tx, actor: Actor, versionId: string, input: Issue): Promise<Done> =>
  decideOnVersion(tx, actor, versionId, 'issue', input, async (row, person) => {
    const steps: Step[] = (await stepsOf(tx, [row.id])).get(row.id) ?? [];
    await mustFit(tx, actor, steps, row.unitId);
    await mustBeTwo(tx, row);
    const { from, to } = input;
    if (from < dayOf(tx.now)) throw refuse('from', 'procedure_begins_past');
    if (to !== null && to <= from) throw refuse('to', 'procedure_ends_first');
    for (const other of (await versionsOf(tx, row.procedureId)).filter(({ state }) => state === 'issued')) {
      if (other.validTo === null && other.validFrom! < from) await writeVersion(tx, other, { valid_to: from });
      else if (meet(other, { from, to }))
        throw problem('procedure_days_overlap', {
          ...{ nth: other.nth, from: other.validFrom!, to: other.validTo ?? '—' },
        });
    }
    return { valid_from: from, valid_to: to, issued_by: person, issued_at: tx.now, reason: input.reason };
  });

const refuse = (field: string, code: 'procedure_begins_past' | 'procedure_ends_first') =>
  problem('malformed', { count: 1 }, { fields: [fieldProblem(field, code)] });

const meet = (other: Pick<VersionRow, 'validFrom' | 'validTo'>, mine: { from: string; to: string | null }): boolean =>
  (mine.to === null || other.validFrom! < mine.to) && (other.validTo === null || other.validTo > mine.from);

/** @throws malformed, each fault on its step and field */
export async function mustFit(tx: Tx, actor: Actor, steps: readonly Step[], ownerUnit: string): Promise<void> {
  const written = faultsOf(steps).map(({ nth, field, fault }) =>
    fieldProblem(`steps.${nth}.${field}`, `procedure_${fault}`, { step: steps[nth]?.title || `${nth + 1}` }),
  );
  const fields = written.length > 0 ? written : await unfitToday(tx, actor, steps, ownerUnit);
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
}

/** Runs that go by it go on; nothing new begins by it. */
export const dropVersion = (
  tx: Tx,
  actor: Actor,
  versionId: string,
  input: Decision & { reason: string },
): Promise<Done> => decideOnVersion(tx, actor, versionId, 'drop', input, async () => ({}));
