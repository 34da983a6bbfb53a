/** Handing over what somebody still has: to whom it goes is said by name, and nothing is left to nobody. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, signing } from '#people/actor.ts';
import type { HandOverInput } from '#people/handover.api.ts';
import { personNames, presentPerson } from '#people/person.store.ts';
import type { Handing } from '#people/post.api.ts';
import { openPostsOf } from '#people/post.store.ts';
import { unitBriefs } from '#people/unit.store.ts';
import { type Handover, handOverWork, type OpenWork, openWorkOf, placeWork, strandedWork } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/**
 * Their own work, or that of somebody in a unit the actor arranges handover for; that of somebody who holds no post any
 * more is also given on by whoever manages people: nobody else may be there to do it.
 */
async function mustBeAllowed(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (actor.kind === 'person' && actor.id === personId) return;
  const posts = await openPostsOf(tx, { person: personId }, dayOf(tx.now));
  if (posts.length === 0 && may(actor, 'people.manage')) return;
  mustBeAbleTo(
    actor,
    'handover.manage',
    posts.map((post) => post.unitId),
  );
}

/** Whoever ends posts sees too that work is there (its number, not its words). */
export async function workOf(tx: Tx, actor: Actor, personId: string): Promise<OpenWork[]> {
  if (!may(actor, 'people.manage') && !may(actor, 'post.grant')) await mustBeAllowed(tx, actor, personId);
  return openWorkOf(tx, { person: personId });
}

/** A list of it is worked off; more than this nobody reads. */
const LISTED = 500;

/** What stands with a unit or person that cannot act: numbers and names, for whoever manages people. */
export async function whatIsStranded(tx: Tx) {
  const works = await strandedWork(tx, LISTED);
  const units = await unitBriefs(
    tx,
    works.flatMap(({ holder }) => ('unit' in holder ? holder.unit : [])),
  );
  const people = await personNames(
    tx,
    works.flatMap(({ holder }) => ('person' in holder ? holder.person : [])),
  );
  const items = works.map(({ kind, thing, number, holder }) => ({
    ...{ kind, thing, number },
    holder:
      'unit' in holder
        ? { kind: 'unit' as const, id: holder.unit, name: units.get(holder.unit)?.name ?? '' }
        : { kind: 'person' as const, id: holder.person, name: people.get(holder.person) ?? '' },
  }));
  return { items, more: works.length >= LISTED };
}

/** Without `to` only the pieces named in `places` change hands. Returns how many. */
export async function handOver(tx: Tx, actor: Actor, personId: string, input: HandOverInput): Promise<number> {
  await mustBeAllowed(tx, actor, personId);
  if (!(await once(tx, actor, input.id, 'work.hand_over', { personId, ...input }))) return 0;
  const handed = await give(tx, actor, personId, input.handing, input, await openWorkOf(tx, { person: personId }));
  if (handed.moved === 0) throw problem('nothing_to_hand_over');
  const verb = actor.id === personId ? 'people.read' : 'handover.manage';
  await record(tx, signing(actor, verb), {
    verb: 'work.handed_over',
    kind: 'person',
    thing: personId,
    reason: input.reason,
    data: { things: handed.moved, to: handed.to },
    request: input.id,
  });
  return handed.moved;
}

/**
 * Part of a larger verb (leaving, losing a post): everything that `which` picks must have a place.
 * @throws work_open, with what has none
 */
export async function handOverFrom(
  tx: Tx,
  actor: Actor,
  personId: string,
  handing: Handing,
  why: Handover,
  which: (work: OpenWork) => boolean = () => true,
): Promise<{ things: number; to: string[] }> {
  const works = (await openWorkOf(tx, { person: personId })).filter(which);
  const { moved, to, unplaced } = await give(tx, actor, personId, handing, why, works);
  if (unplaced.length > 0) {
    throw problem('work_open', { count: unplaced.length }, { detail: { work: unplaced.slice(0, 200) } });
  }
  return { things: moved, to };
}

async function give(tx: Tx, actor: Actor, personId: string, handing: Handing, why: Handover, works: OpenWork[]) {
  const named = new Map(handing.places.map(({ what, to }) => [what, to]));
  const { moves, unplaced } = placeWork(works, named, handing.to);
  const to = [...new Set(moves.map((move) => move.to))].sort();
  if (to.includes(personId)) throw problem('handover_to_oneself');
  for (const receiver of to) await presentPerson(tx, receiver);
  await handOverWork(tx, actor, moves, { person: personId }, { id: why.id, reason: why.reason });
  return { moved: moves.length, to, unplaced };
}
