/** Verbs on lines of a draft: added, changed, taken out. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type FieldProblem, fieldProblem, problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { openUnit } from '#triage/assign.actions.ts';
import type { LineInput } from '#triage/duty/duty.api.ts';
import { lifeCycle } from '#triage/duty/duty.ts';
import { type LineRow, readLine } from '#triage/duty/line.store.ts';
import { deleteLine, insertLine, keyOf, sameLine, updateLine } from '#triage/duty/line-write.store.ts';
import { keeping } from '#triage/duty/list.actions.ts';
import { lockList, writeList } from '#triage/duty/list.store.ts';
import { isLowUnit } from '#triage/duty/named-unit.store.ts';

type Decision = { id: string; version: number };
type Done = { id: string; version: number };

/** What one line can be wrong in by itself, field by field. */
export function faultsOf({ categoryId, matter, level, leadUnit, withdrawn }: LineInput): FieldProblem[] {
  return [
    ...(categoryId || keyOf(matter) !== '' ? [] : [fieldProblem('categoryId', 'duty_no_matter')]),
    ...(leadUnit || level !== 'city' ? [] : [fieldProblem('leadUnit', 'duty_no_lead')]),
    ...(withdrawn && level !== 'city' && level !== 'district' ? [fieldProblem('level', 'duty_low_withdrawal')] : []),
  ];
}

/** @throws malformed with the fields, unit_closed, not_found */
async function mustBeSound(tx: Tx, input: LineInput): Promise<void> {
  const fields = faultsOf(input);
  for (const unit of [...(input.leadUnit ? [input.leadUnit] : []), ...input.assists]) await openUnit(tx, unit);
  if (input.withdrawn && input.leadUnit && (await isLowUnit(tx, input.leadUnit)))
    fields.push(fieldProblem('leadUnit', 'duty_low_withdrawal'));
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
  const known = async (table: 'category' | 'area', id: string | null) =>
    id === null || (await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  if (!(await known('category', input.categoryId)) || !(await known('area', input.areaId))) throw problem('not_found');
}

/** Who may edit, in a draft that stands still meanwhile. Two people edit different lines at the same time. */
async function holdDraft(tx: Tx, actor: Actor, listId: string): Promise<void> {
  const list = await lockList(tx, listId);
  await mustBeOpen(tx, lifeCycle, 'edit', list, keeping(actor), list.version);
}

export async function addLine(
  tx: Tx,
  actor: Actor,
  listId: string,
  { id, ...input }: LineInput & { id: string },
): Promise<Done & { line: number }> {
  mustBeAbleTo(actor, 'duty.manage');
  const by = signing(actor, 'duty.manage');
  if (await once(tx, by, id, 'duty.add', { listId, ...input })) {
    await holdDraft(tx, actor, listId);
    await mustBeSound(tx, input);
    const there = await sameLine(tx, listId, input);
    if (there) throw problem('duty_line_there', { line: there.line });
    const line = await insertLine(tx, listId, id, input, by.id);
    await writeList(tx, listId);
    const data = { line, ...said(input) };
    await record(tx, by, { verb: 'duty.add', kind: 'duty', thing: listId, unit: input.leadUnit, data, request: id });
  }
  const { line, version } = await readLine(tx, id);
  return { id, line, version };
}

export async function changeLine(
  tx: Tx,
  actor: Actor,
  lineId: string,
  { id, version: seen, ...input }: LineInput & Decision,
): Promise<Done> {
  mustBeAbleTo(actor, 'duty.manage');
  const by = signing(actor, 'duty.manage');
  if (!(await once(tx, by, id, 'duty.change', { lineId, seen, ...input }))) {
    return { id: lineId, version: (await readLine(tx, lineId)).version };
  }
  const row = await holdLine(tx, actor, lineId, seen);
  await mustBeSound(tx, input);
  const there = await sameLine(tx, row.list_id, input);
  if (there && there.id !== lineId) throw problem('duty_line_there', { line: there.line });
  const version = await updateLine(tx, lineId, input, by.id);
  await writeList(tx, row.list_id);
  const data = { line: row.line, ...said(input) };
  const entry = { verb: 'duty.change', kind: 'duty', thing: row.list_id, unit: input.leadUnit };
  await record(tx, by, { ...entry, data, request: id });
  return { id: lineId, version };
}

export async function removeLine(tx: Tx, actor: Actor, lineId: string, input: Decision): Promise<Done> {
  mustBeAbleTo(actor, 'duty.manage');
  const by = signing(actor, 'duty.manage');
  if (await once(tx, by, input.id, 'duty.remove', { lineId, ...input })) {
    const row = await holdLine(tx, actor, lineId, input.version);
    await deleteLine(tx, lineId);
    await writeList(tx, row.list_id);
    const entry = { verb: 'duty.remove', kind: 'duty', thing: row.list_id };
    await record(tx, by, { ...entry, data: { line: row.line }, request: input.id });
  }
  return { id: lineId, version: input.version };
}

/** Its draft first, then the line: whoever writes lines of a version takes them in this order. */
async function holdLine(tx: Tx, actor: Actor, lineId: string, seen: number): Promise<LineRow> {
  await holdDraft(tx, actor, (await readLine(tx, lineId)).list_id);
  const row = await readLine(tx, lineId);
  if (seen !== row.version) throw await changedMeanwhile(tx, lineId);
  return row;
}

/** What the ledger keeps of a line: ids and codes alone. */
const said = ({ categoryId, level, areaId, withdrawn }: LineInput) => ({
  ...{ category: categoryId, level, area: areaId, withdrawn },
});

async function changedMeanwhile(tx: Tx, lineId: string) {
  const row = await tx
    .selectFrom('duty_entry')
    .leftJoin('person', 'person.id', 'duty_entry.changed_by')
    .select(['person.name', 'duty_entry.version'])
    .where('duty_entry.id', '=', lineId)
    .executeTakeFirstOrThrow();
  const who = row.name ?? { zh: '系统', en: 'The program' };
  const what = { zh: '修改这一条', en: 'change this line' };
  return problem('changed_meanwhile', { who, what }, { detail: { version: row.version } });
}
