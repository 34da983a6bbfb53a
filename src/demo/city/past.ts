/** A past that is being planned: rows, ledger rows and arrivals at their instants, and verbs to be run among them. */

import type { Act } from '#demo/make.ts';
import type { Random } from '#demo/random.ts';
import type { Signature } from '#ledger/ledger.ts';
import type { PastEntry } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import type { Arrival } from '#signal/arrival.ts';

export type Row = Record<string, unknown>;

export type Past = {
  readonly random: Random;
  /** Nothing is later than this. */
  readonly end: Date;
  /** Each stands from this instant on; it may still change while the plan goes on, and is written as it ended. */
  readonly rows: { table: string; at: Date; row: Row }[];
  readonly notes: PastEntry[];
  readonly arrivals: { at: Date; arrival: Arrival & Required<Pick<Arrival, 'past'>> }[];
  /** Real verbs, run when all before their instant has been written. */
  readonly acts: Act[];
};

export const newPast = (random: Random, end: Date): Past => ({
  ...{ random, end, rows: [], notes: [], arrivals: [], acts: [] },
});

/** The row itself is kept, not a copy: whoever put it may change it until the past is written. */
export function put<R extends Row>(past: Past, table: string, at: Date, row: R): R {
  past.rows.push({ table, at, row });
  return row;
}

export const person = (id: string): Signature => ({ kind: 'person', id });

export function note(past: Past, at: Date, by: string | null, entry: Omit<PastEntry, 'at' | 'by'>): void {
  past.notes.push({ ...entry, at, by: by ? person(by) : program });
}
