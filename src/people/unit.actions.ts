/** Making units and correcting what is written of them. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import type { UnitChange, UnitInput } from '#people/unit.api.ts';
import {
  closesCircle,
  holdTrees,
  holdUnits,
  insertEdge,
  insertUnit,
  loadUnit,
  type Unit,
  updateUnit,
} from '#people/unit.store.ts';
import { type Relation, relations, unitKinds } from '#people/unit.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

export async function makeUnit(tx: Tx, actor: Actor, input: UnitInput): Promise<{ id: string; version: number }> {
  mustBeAbleTo(actor, 'people.manage');
  if (!(await once(tx, actor, input.id, 'unit.make', input))) return present(tx, input.id);
  const { tree } = unitKinds[input.kind];
  const from = input.from ?? dayOf(tx.now);
  await mustBeHost(tx, input.hostUnitId);
  await insertUnit(tx, {
    id: input.id,
    code: input.code,
    name: input.name,
    short_name: input.shortName,
    tree,
    kind: input.kind,
    area_id: input.areaId,
    host_unit_id: input.hostUnitId,
    valid_from: from,
  });
  if (input.parents.length > 0) await holdTrees(tx);
  for (const parent of input.parents) await link(tx, parent.unitId, { id: input.id, tree }, parent.relation, from);
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'unit.made',
    kind: 'unit',
    thing: input.id,
    unit: input.id,
    data: { name: input.name, kind: input.kind, parents: input.parents, from },
    request: input.id,
  });
  return { id: input.id, version: 1 };
}

async function present(tx: Tx, unitId: string): Promise<{ id: string; version: number }> {
  const unit = await loadUnit(tx, unitId);
  if (!unit) throw problem('not_found');
  return { id: unit.id, version: unit.version };
}

/** Puts the child below the parent from that day on; `holdTrees` comes first. */
export async function link(
  tx: Tx,
  parentId: string,
  child: Pick<Unit, 'id' | 'tree'>,
  relation: Relation,
  from: string,
  to: string | null = null,
): Promise<void> {
  await mustFit(tx, parentId, child, relation, from);
  await insertEdge(tx, { parentId, childId: child.id, relation, from, to });
}

/** Writes nothing. @throws unit_not_open, unit_trees_differ, unit_circle */
export async function mustFit(
  tx: Tx,
  parentId: string,
  child: Pick<Unit, 'id' | 'tree'>,
  relation: Relation,
  from: string,
): Promise<void> {
  const [parent] = await holdUnits(tx, [parentId]);
  if (!parent || parent.valid_to) throw problem('unit_not_open', { name: parent?.name ?? parentId });
  if (parent.tree !== child.tree || relations[relation].tree !== child.tree) throw problem('unit_trees_differ');
  if (await closesCircle(tx, parentId, child.id, relation, from)) throw problem('unit_circle', { name: parent.name });
}

/** A party organisation belongs to an administrative unit. */
async function mustBeHost(tx: Tx, unitId: string | null): Promise<void> {
  if (!unitId) return;
  const host = await loadUnit(tx, unitId);
  if (!host || host.valid_to) throw problem('unit_not_open', { name: host?.name ?? unitId });
  if (host.tree !== 'admin') throw problem('unit_trees_differ');
}

/** A slip of the pen put right. An official new name is a succession, so that old figures keep the old name. */
export async function changeUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  change: UnitChange,
): Promise<{ id: string; version: number }> {
  mustBeAbleTo(actor, 'people.manage');
  const [unit] = await holdUnits(tx, [unitId]);
  if (!unit) throw problem('not_found');
  if (!(await once(tx, actor, change.id, 'unit.change', { unitId, ...change }))) return present(tx, unitId);
  await mustBeCurrent(tx, unitId, change.version, unit.version);
  if (unitKinds[change.kind].tree !== unit.tree) throw problem('unit_trees_differ');
  if (change.hostUnitId !== unit.host_unit_id) await mustBeHost(tx, change.hostUnitId);
  const after = {
    code: change.code,
    name: change.name,
    short_name: change.shortName,
    kind: change.kind,
    area_id: change.areaId,
    host_unit_id: change.hostUnitId,
  };
  await updateUnit(tx, unitId, after);
  const before = { code: unit.code, name: unit.name, short_name: unit.short_name, kind: unit.kind };
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'unit.changed',
    kind: 'unit',
    thing: unitId,
    unit: unitId,
    data: { before, after },
    request: change.id,
  });
  return present(tx, unitId);
}
