/** Moving a unit in its tree, and closing one that nothing needs any more. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import { openPostsOf } from '#people/post.store.ts';
import { mustFit } from '#people/unit.actions.ts';
import type { ClosingInput, MoveInput } from '#people/unit.api.ts';
import {
  edgesFrom,
  endEdges,
  holdTrees,
  holdUnits,
  hostedUnits,
  insertEdge,
  unitBriefs,
  updateUnit,
} from '#people/unit.store.ts';
import { openWorkOf } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Done = { id: string; version: number };

/** From that day on the unit stands below another (or, `parentId` null, below none) by this relation. */
export async function moveUnit(tx: Tx, actor: Actor, unitId: string, input: MoveInput): Promise<Done> {
  mustBeAbleTo(actor, 'people.manage');
  const [unit] = await holdUnits(tx, [unitId]);
  if (!unit) throw problem('not_found');
  if (!(await once(tx, actor, input.id, 'unit.move', { unitId, ...input })))
    return { id: unitId, version: unit.version };
  if (unit.valid_to) throw problem('unit_not_open', { name: unit.name });
  await holdTrees(tx);
  if (input.parentId) await mustFit(tx, input.parentId, unit, input.relation, input.from);
  const edges = (await edgesFrom(tx, 'child_id', unitId, input.from)).filter(
    (edge) => edge.relation === input.relation,
  );
  await endEdges(
    tx,
    edges.map((edge) => edge.id),
    input.from,
  );
  const { relation, from, parentId } = input;
  if (parentId) await insertEdge(tx, { parentId, childId: unitId, relation, from });
  await updateUnit(tx, unitId, {});
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'unit.moved',
    kind: 'unit',
    thing: unitId,
    unit: unitId,
    reason: input.reason,
    data: { relation, from, before: edges.map((edge) => edge.parent_id), after: parentId },
    request: input.id,
  });
  return { id: unitId, version: unit.version + 1 };
}

/** @throws unit_in_use, with everything that still hangs on the unit */
export async function closeUnit(tx: Tx, actor: Actor, unitId: string, input: ClosingInput): Promise<Done> {
  mustBeAbleTo(actor, 'people.manage');
  await holdTrees(tx);
  const [unit] = await holdUnits(tx, [unitId]);
  if (!unit) throw problem('not_found');
  if (!(await once(tx, actor, input.id, 'unit.close', { unitId, ...input })))
    return { id: unitId, version: unit.version };
  await mustBeCurrent(tx, unitId, input.version, unit.version);
  if (unit.valid_to) throw problem('unit_not_open', { name: unit.name });
  if (input.on > dayOf(tx.now)) throw problem('date_ahead');
  if (input.on < unit.valid_from) throw problem('dates_crossed');
  await mustBeUnused(tx, unitId, unit.name, input.on);
  const above = await edgesFrom(tx, 'child_id', unitId, input.on);
  await endEdges(
    tx,
    above.map((edge) => edge.id),
    input.on,
  );
  await updateUnit(tx, unitId, { valid_to: input.on });
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'unit.closed',
    kind: 'unit',
    thing: unitId,
    unit: unitId,
    reason: input.reason,
    data: { on: input.on },
    request: input.id,
  });
  return { id: unitId, version: unit.version + 1 };
}

async function mustBeUnused(tx: Tx, unitId: string, name: string, on: string): Promise<void> {
  const below = await edgesFrom(tx, 'parent_id', unitId, on);
  const lower = await unitBriefs(
    tx,
    below.map((edge) => edge.child_id),
  );
  const units = [...lower.values(), ...(await hostedUnits(tx, unitId))];
  const posts = await openPostsOf(tx, { unit: unitId }, on);
  const work = await openWorkOf(tx, { unit: unitId });
  if (units.length + posts.length + work.length === 0) return;
  const counts = { name, units: units.length, posts: posts.length, work: work.length };
  throw problem('unit_in_use', counts, { detail: { units, posts: posts.slice(0, 200), work: work.slice(0, 200) } });
}
