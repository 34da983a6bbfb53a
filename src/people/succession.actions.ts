/** Renaming, merging, splitting: units end, others succeed them, and everything that hung on them is carried over. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import { type OpenPost, openPostsOf } from '#people/post.store.ts';
import { carryPosts, insertSuccessors } from '#people/succession.store.ts';
import { link } from '#people/unit.actions.ts';
import type { SuccessionInput } from '#people/unit.api.ts';
import {
  edgesFrom,
  endEdges,
  holdTrees,
  holdUnits,
  hostedUnits,
  insertUnit,
  loadUnit,
  type Unit,
  updateUnit,
} from '#people/unit.store.ts';
import { isShaped, successions } from '#people/unit.ts';
import { handOverWork, openWorkOf, placeWork } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** Where each thing that hung on a unit goes: the one successor, or by name. */
type Places = { named: Map<string, string>; rest: string | null };

export async function succeed(tx: Tx, actor: Actor, input: SuccessionInput): Promise<{ units: string[] }> {
  mustBeAbleTo(actor, 'people.manage');
  const units = input.successors.map((one) => one.id);
  if (!(await once(tx, actor, input.id, 'unit.succeed', input))) return { units };
  await holdTrees(tx);
  const before = await loadBefore(tx, input);
  await closeBefore(tx, before, input.on);
  await makeSuccessors(tx, before, input);
  await insertSuccessors(tx, input);
  const places: Places = {
    named: new Map(input.places.map(({ what, to }) => [what, to])),
    rest: units.length === 1 ? units[0]! : null,
  };
  if (input.places.some(({ to }) => !units.includes(to)))
    throw problem('succession_shape', { kind: successions[input.kind] });
  for (const unit of before) await carryOver(tx, actor, unit, places, input);
  await record(
    tx,
    signing(actor, 'people.manage'),
    before.map((unit) => ({
      verb: 'unit.succeeded',
      kind: 'unit',
      thing: unit.id,
      unit: unit.id,
      reason: input.reason,
      data: { kind: input.kind, successors: units, on: input.on },
      request: input.id,
    })),
  );
  return { units };
}

async function loadBefore(tx: Tx, input: SuccessionInput): Promise<Unit[]> {
  const held = await holdUnits(tx, input.predecessors);
  const before = input.predecessors.flatMap((one) => held.find((unit) => unit.id === one) ?? []);
  const made = input.successors.filter((one) => one.name).length;
  const overlap = input.successors.some((one) => input.predecessors.includes(one.id));
  if (before.length !== input.predecessors.length) throw problem('not_found');
  if (overlap || !isShaped(input.kind, before.length, input.successors.length, made)) {
    throw problem('succession_shape', { kind: successions[input.kind] });
  }
  const closed = before.find((unit) => unit.valid_to);
  if (closed) throw problem('unit_not_open', { name: closed.name });
  if (before.some((unit) => unit.tree !== before[0]!.tree)) throw problem('unit_trees_differ');
  if (input.on > dayOf(tx.now)) throw problem('date_ahead');
  if (before.some((unit) => input.on < unit.valid_from)) throw problem('dates_crossed');
  return before;
}

async function closeBefore(tx: Tx, before: Unit[], on: string): Promise<void> {
  for (const unit of before) await updateUnit(tx, unit.id, { valid_to: on });
}

/** New ones stand where the predecessors stood, the first one's place before the others'; a renamed unit keeps its code. */
async function makeSuccessors(tx: Tx, before: Unit[], { kind, successors, on }: SuccessionInput): Promise<void> {
  const first = before[0]!;
  const above = await placesAbove(tx, before, on);
  for (const { id, name, shortName, code } of successors) {
    if (!name) {
      const there = await loadUnit(tx, id);
      if (!there || there.valid_to) throw problem('unit_not_open', { name: there?.name ?? id });
      if (there.tree !== first.tree) throw problem('unit_trees_differ');
      continue;
    }
    await insertUnit(tx, {
      id,
      code: code ?? (kind === 'renamed' ? first.code : null),
      name,
      short_name: shortName ?? name.slice(0, 30),
      tree: first.tree,
      kind: first.kind,
      area_id: first.area_id,
      host_unit_id: first.host_unit_id,
      valid_from: on,
    });
    for (const edge of above)
      await link(tx, edge.parent_id, { id, tree: first.tree }, edge.relation, on, edge.valid_to);
  }
}

/** The edges up to units that stay, one a relation. */
async function placesAbove(tx: Tx, before: Unit[], on: string) {
  const edges: Awaited<ReturnType<typeof edgesFrom>> = [];
  for (const unit of before) edges.push(...(await edgesFrom(tx, 'child_id', unit.id, on)));
  const outside = edges.filter((edge) => !before.some((unit) => unit.id === edge.parent_id));
  return outside.filter((edge, i) => outside.findIndex((other) => other.relation === edge.relation) === i);
}

/** Lower units, hosted party organisations, posts and open work. @throws succession_unplaced with all that has no place */
async function carryOver(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  { named, rest }: Places,
  input: SuccessionInput,
): Promise<void> {
  const { on, id, reason } = input;
  const to = (what: string) => named.get(what) ?? rest;
  const edges = await edgesFrom(tx, 'parent_id', unit.id, on);
  const below = edges.filter((edge) => !input.predecessors.includes(edge.child_id));
  const hosted = await hostedUnits(tx, unit.id);
  const posts = await openPostsOf(tx, { unit: unit.id }, on);
  const work = placeWork(await openWorkOf(tx, { unit: unit.id }), named, rest);
  const lost = {
    units: [...below.map((edge) => edge.child_id), ...hosted.map((one) => one.id)].filter((one) => !to(one)),
    posts: posts.filter((post) => !to(post.id)),
    work: work.unplaced,
  };
  if (lost.units.length + lost.posts.length + lost.work.length > 0) {
    const counts = { name: unit.name, units: lost.units.length, posts: lost.posts.length, work: lost.work.length };
    throw problem('succession_unplaced', counts, { detail: lost });
  }
  const above = await edgesFrom(tx, 'child_id', unit.id, on);
  await endEdges(
    tx,
    [...above, ...edges].map((edge) => edge.id),
    on,
  );
  for (const edge of below) {
    const child = { id: edge.child_id, tree: unit.tree };
    await link(
      tx,
      to(edge.child_id)!,
      child,
      edge.relation,
      edge.valid_from > on ? edge.valid_from : on,
      edge.valid_to,
    );
  }
  for (const one of hosted) await updateUnit(tx, one.id, { host_unit_id: to(one.id) });
  await movePosts(tx, actor, posts, to, input);
  await handOverWork(tx, actor, work.moves, { unit: unit.id }, { id, reason });
}

async function movePosts(
  tx: Tx,
  actor: Actor,
  posts: OpenPost[],
  to: (what: string) => string | null,
  input: SuccessionInput,
) {
  const carried = await carryPosts(tx, posts, (post) => to(post.id)!, input.on);
  const row = { kind: 'post', reason: input.reason, request: input.id };
  await record(
    tx,
    signing(actor, 'people.manage'),
    carried.flatMap(({ old, made, unitId }) => [
      {
        ...row,
        verb: 'post.withdrawn',
        thing: old.id,
        unit: old.unitId,
        data: { person: old.personId, role: old.role, on: input.on },
      },
      ...(made
        ? [
            {
              ...row,
              verb: 'post.granted',
              thing: made,
              unit: unitId,
              data: { person: old.personId, role: old.role, from: input.on },
            },
          ]
        : []),
    ]),
  );
}
