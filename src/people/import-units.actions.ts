/** Writing the rows of a list of units: the only import that makes units. Known ones are met again, moved where the list says so. */
import { dayOf } from '#clock/day.ts';
import { type Actor, mustBeAbleTo } from '#people/actor.ts';
import { noted, type Outcome } from '#people/import-cells.ts';
import type { UnitRow } from '#people/import-units.ts';
import { changeUnit, makeUnit } from '#people/unit.actions.ts';
import { loadUnit } from '#people/unit.store.ts';
import { mainRelation } from '#people/unit.ts';
import { type FoundUnit, loadUnits, type UnitFinder } from '#people/unit-finder.ts';
import { moveUnit } from '#people/unit-move.actions.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import type { UnitField } from '#sheet/unit-fields.ts';

type Result = Outcome<UnitField>;

/** A list of units tells how the city stands, not since when: the trees of earlier days show them too. */
const SINCE = '1900-01-01';
const NAMED_MAX = 30;

/** Up to 1,000 rows in one transaction. A unit may stand before the one above it; rows are tried again while any gets on. */
export async function writeUnits(tx: Tx, actor: Actor, rows: readonly UnitRow[]): Promise<Result[]> {
  mustBeAbleTo(actor, 'people.manage');
  const units = await loadUnits(tx);
  const outcomes: Result[] = new Array(rows.length);
  let waiting = rows.map((_, i) => i);
  for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    const again: number[] = [];
    for (const i of waiting) {
      outcomes[i] = await take(tx, actor, units, rows[i]!);
      if (waitsForParent(outcomes[i])) again.push(i);
    }
    waiting = again;
  }
  return outcomes;
}

const waitsForParent = (result: Result) =>
  typeof result === 'object' && result.rejected.some((note) => note.field === 'parent' && note.code === 'unit_unknown');

async function take(tx: Tx, actor: Actor, units: UnitFinder, row: UnitRow): Promise<Result> {
  const parent = parentOf(units, row);
  if (parent && !('id' in parent)) return { rejected: [{ ...parent, field: 'parent' }] };
  if (parent && parent.tree !== row.tree)
    return { rejected: [noted('parent', 'unit_of_other_tree', { name: parent.name })] };
  const met = meet(units, row, parent);
  if (met === 'several') return { rejected: [noted('name', 'unit_name_twice', { name: row.name })] };
  if (!met) return enter(tx, actor, units, row, parent);
  if (met.name !== row.name) {
    return { rejected: [noted('name', 'unit_exists_other_name', { code: row.code, name: met.name })] };
  }
  return revise(tx, actor, units, met, row, parent);
}

/** An administrative unit of which nothing is said stands directly below the city. */
function parentOf(units: UnitFinder, row: UnitRow) {
  if (row.parent) return units.find(row.parent, '');
  return row.tree === 'admin' && row.kind !== 'city' ? units.root() : undefined;
}

function meet(units: UnitFinder, row: UnitRow, parent: FoundUnit | undefined): FoundUnit | 'several' | undefined {
  const coded = row.code ? units.byCode(row.code) : undefined;
  if (coded) return coded;
  // A code that differs means another unit, though the name is the same: every township has a 党政办.
  const named = units.byPath(row.name, row.tree).filter((unit) => unit.name === row.name && !(row.code && unit.code));
  const here = named.filter((unit) => unit.parentId === (parent?.id ?? null));
  if (here.length > 0) return here.length === 1 ? here[0] : 'several';
  // Without a word about the parent the name alone tells; with one, the same name elsewhere is another unit.
  if (row.parent) return undefined;
  return named.length > 1 ? 'several' : named[0];
}

async function enter(
  tx: Tx,
  actor: Actor,
  units: UnitFinder,
  row: UnitRow,
  parent: FoundUnit | undefined,
): Promise<Result> {
  const id = newId();
  const root = units.root()?.name ?? '';
  const plain =
    root && row.name.startsWith(root) && row.name.length > root.length + 1 ? row.name.slice(root.length) : row.name;
  const shortName = plain.slice(0, NAMED_MAX);
  const { name, kind, tree } = row;
  const parents = parent ? [{ unitId: parent.id, relation: mainRelation(tree) }] : [];
  const code = row.code || null;
  const rest = { areaId: null, hostUnitId: null, from: SINCE };
  await makeUnit(tx, actor, { id, code, name, shortName, kind, parents, ...rest });
  units.add({ id, code, name, shortName, tree, kind, parentId: parent?.id ?? null });
  return 'accepted';
}

async function revise(
  tx: Tx,
  actor: Actor,
  units: UnitFinder,
  met: FoundUnit,
  row: UnitRow,
  parent: FoundUnit | undefined,
): Promise<Result> {
  const moved = row.parent !== '' && parent !== undefined && parent.id !== met.parentId;
  const coded = row.code !== '' && met.code === null;
  const kindChanged = row.kindSaid && row.kind !== met.kind;
  if (!moved && !coded && !kindChanged) return 'repeated';
  if (moved) {
    const decision = {
      id: newId(),
      relation: mainRelation(row.tree),
      parentId: parent.id,
      from: dayOf(tx.now),
      reason: '单位名册导入',
    };
    try {
      await moveUnit(tx, actor, met.id, decision);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { rejected: [noted('parent', error.body.code, { name: parent.name })] };
    }
  }
  const after = { ...met, code: coded ? row.code : met.code, kind: kindChanged ? row.kind : met.kind };
  if (coded || kindChanged) await correct(tx, actor, met, after);
  units.add({ ...after, parentId: moved ? parent.id : met.parentId });
  return 'revised';
}

async function correct(tx: Tx, actor: Actor, met: FoundUnit, after: FoundUnit): Promise<void> {
  const unit = (await loadUnit(tx, met.id))!;
  const { code, kind, name, shortName } = after;
  const rest = { areaId: unit.area_id, hostUnitId: unit.host_unit_id };
  await changeUnit(tx, actor, met.id, { id: newId(), version: unit.version, code, kind, name, shortName, ...rest });
}
