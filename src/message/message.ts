/** A message inside the desk: what a room hands over to tell somebody something. */
import type { Said } from '#platform/problem.ts';

/** At most so many a person a day are pushed; the rest stand in one line and on the page. */
export const PUSHED_A_DAY = 5;

/** What messages may be about; a page of the desk is known for each. */
export const messageThings = [
  'signal',
  'problem',
  'task',
  'project',
  'letter',
  'talk',
  'procedure',
  'organisation',
] as const;
export type MessageThing = { kind: (typeof messageThings)[number]; id: string };

/** One thing told to some persons. Numbers, matters and deadlines only: no word of a citizen, no name, no phone. */
export type Told = {
  to: readonly string[];
  /** Registered by `nameMessageKinds`: what a person mutes. */
  kind: string;
  thing: MessageThing;
  words: Said;
  urgent?: boolean;
  /** Addressed to these persons by name: nobody mutes it. */
  byName?: boolean;
  /** Once per key and person, however often it is told. */
  key: string;
};

const kinds = new Map<string, Said>();

/** A room that tells registers its kinds when the server or the worker is put together. */
export function nameMessageKinds(named: Record<string, Said>): void {
  for (const [kind, said] of Object.entries(named)) kinds.set(kind, said);
}

export const messageKinds = (): { kind: string; said: Said }[] => [...kinds].map(([kind, said]) => ({ kind, said }));
export const isMessageKind = (kind: string): boolean => kinds.has(kind);
