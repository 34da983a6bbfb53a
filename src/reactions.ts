/** What follows what in the whole program: the flow's own arrows, then those of the rooms beside it, in the order of the floors. */
import { reactions as ofFlow } from '#flow/reactions.ts';
import type { Reactions } from '#ledger/ledger.ts';
import { procedureReactions } from '#procedure/procedure.jobs.ts';
import { triggerReactions } from '#procedure/watch.jobs.ts';

const rooms: readonly Reactions[] = [ofFlow, procedureReactions, triggerReactions];

/** Every reaction to a verb, the flow's first. */
export const reactions: Reactions = Object.fromEntries(
  [...new Set(rooms.flatMap(Object.keys))].map((verb) => [verb, rooms.flatMap((room) => room[verb] ?? [])]),
);
