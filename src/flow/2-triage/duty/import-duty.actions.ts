/** Writing the rows of a duty list into a draft: each becomes a line, meets one again, changes it, or is said why not. */
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import { type CellNote, noted, type Outcome } from '#people/import-cells.ts';
import { loadUnits, type UnitFinder } from '#people/unit-finder.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import type { DutyField } from '#sheet/duty-fields.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';
import type { LineInput } from '#triage/duty/duty.api.ts';
import type { DutyRow } from '#triage/duty/import-duty.ts';
import { insertLine, markSeen, sameLine, updateLine } from '#triage/duty/line-write.store.ts';
import { lockList, writeList } from '#triage/duty/list.store.ts';
import { type NameFinder, nameFinder } from '#triage/duty/name-finder.ts';
import { isLowUnit } from '#triage/duty/named-unit.store.ts';

type Result = Outcome<DutyField>;
type Note = CellNote<DutyField>;
type CategoryFinder = { find: ReturnType<typeof categoryFinder>; names: NameFinder };
type Finders = { units: UnitFinder; categories: CategoryFinder; areas: NameFinder };

/** Up to 1,000 rows in one transaction; all go into one draft. */
export async function writeDuties(tx: Tx, actor: Actor, rows: readonly DutyRow[], importId: string): Promise<Result[]> {
  mustBeAbleTo(actor, 'duty.manage');
  const { listId } = rows[0]!;
  const list = await lockList(tx, listId);
  if (list.state !== 'draft') throw problem('duty_no_draft');
  const finders = await loadFinders(tx);
  const by = signing(actor, 'duty.manage');
  const results: Result[] = [];
  for (const row of rows) results.push(await take(tx, finders, row, importId, by.id));
  const changed = results.filter((result) => result === 'accepted' || result === 'revised').length;
  if (changed > 0) {
    await writeList(tx, listId);
    const entry = { verb: 'duty.import', kind: 'duty', thing: listId, request: importId };
    await record(tx, by, { ...entry, data: { lines: changed } });
  }
  return results;
}

async function loadFinders(tx: Tx): Promise<Finders> {
  const categories = await allCategories(tx);
  const areas = await tx
    .selectFrom('area')
    .select(['id', 'code', 'name', 'parent_id as parentId'])
    .where('valid_to', 'is', null)
    .where('level', '<>', 'grid')
    .execute();
  return {
    units: await loadUnits(tx),
    categories: { find: categoryFinder(categories, await allAliases(tx)), names: nameFinder(categories) },
    areas: nameFinder(areas),
  };
}

async function take(tx: Tx, finders: Finders, row: DutyRow, importId: string, by: string | null): Promise<Result> {
  const found = resolve(finders, row);
  if ('rejected' in found) return found;
  const { line } = found;
  if (line.withdrawn && line.leadUnit && (await isLowUnit(tx, line.leadUnit)))
    return { rejected: [noted('lead', 'duty_low_withdrawal')] };
  const there = await sameLine(tx, row.listId, line);
  if (!there) {
    await insertLine(tx, row.listId, newId(), line, by, importId);
    return 'accepted';
  }
  if (isSame(there, line)) {
    await markSeen(tx, there.id, importId);
    return 'repeated';
  }
  // Twice in one file and not alike: which of them is meant, nobody can tell.
  if (there.import_id === importId)
    return { rejected: [noted<DutyField>(null, 'duty_line_twice', { line: there.line })] };
  await updateLine(tx, there.id, line, by, importId);
  return 'revised';
}

const isSame = (there: NonNullable<Awaited<ReturnType<typeof sameLine>>>, line: LineInput) =>
  there.lead_unit === line.leadUnit &&
  there.basis === line.basis &&
  there.withdrawn === line.withdrawn &&
  there.assists.join() === line.assists.join();

function resolve({ units, categories, areas }: Finders, row: DutyRow): { line: LineInput } | { rejected: Note[] } {
  const rejected: Note[] = [];
  const one = <T extends { id: string }>(found: T | Note): string | null => {
    if ('id' in found) return found.id;
    rejected.push(found as Note);
    return null;
  };
  const unit = (field: DutyField, written: string) => {
    const found = units.find(written, '');
    return one<{ id: string }>('id' in found ? found : noted<DutyField>(field, found.code, found.params));
  };
  const categoryId = row.category === '' ? null : one(categoryOf(categories, row.category));
  const areaId = row.area === '' ? null : one(areaOf(areas, row.area));
  const leadUnit = row.lead === '' ? null : unit('lead', row.lead);
  const assists = row.assists.flatMap((name) => unit('assists', name) ?? []).filter((id) => id !== leadUnit);
  if (rejected.length > 0) return { rejected };
  const { matter, level, basis, withdrawn } = row;
  return { line: { categoryId, matter, level, areaId, leadUnit, assists: [...new Set(assists)], basis, withdrawn } };
}

/** Found as the text of a ticket's file is: other names that the office gave a category are known. */
function categoryOf({ find, names }: CategoryFinder, name: string): { id: string } | Note {
  const found = find(name);
  if (found === 'several') {
    const paths = names.find(name).slice(0, 3).map(names.path).join('、');
    return noted<DutyField>('category', 'duty_category_several', { name, paths });
  }
  if (found !== undefined) return { id: found };
  const nearest = names.nearest(name).join('、') || '—';
  return noted<DutyField>('category', 'duty_category_unknown', { name, nearest });
}

function areaOf(areas: NameFinder, name: string) {
  const found = areas.find(name);
  if (found.length === 1) return found[0]!;
  return noted<DutyField>('area', found.length === 0 ? 'duty_area_unknown' : 'duty_area_several', { name });
}
