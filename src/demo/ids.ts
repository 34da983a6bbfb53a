/** Ids that the verbs make while the demo is made: from the demo's chance, in that work alone. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Random } from '#demo/random.ts';
import { takeIdsFrom } from '#platform/ids.ts';

/** What is being made: the server may serve another city meanwhile, and its ids stay its own. */
const making = new AsyncLocalStorage<() => string>();
takeIdsFrom(() => making.getStore()?.());

/** @param at the instant that the ids of this work bear */
export const withIdsOf = <T>(random: Random, at: Date, work: () => Promise<T>): Promise<T> =>
  making.run(() => random.id(at), work);
