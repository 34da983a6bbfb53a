/** What is stored beside an arrival's own words: sealed, keyed and indexed forms, which need no database to be made. */
import type { City } from '#platform/city.ts';
import { commit, newSalt } from '#platform/keys.ts';
import type { Arrival } from '#signal/arrival.ts';
import { type KeyKind, keysOf, type ReporterRow, sealReporter } from '#signal/reporter.store.ts';
import { gramsOf } from '#signal/search.store.ts';

export type Made = {
  salt: Buffer;
  /** For the ledger: binds it to the words. */
  commitment: Buffer;
  reporter: ReporterRow;
  keys: { kind: KeyKind; key: Buffer }[];
  grams: Int32Array;
};

/** Made once for an arrival, and kept with it; its reporter bears its id.  @param at when it was received */
export function made(city: City, one: Arrival, at: Date): Made {
  if (one.made) return one.made;
  const salt = newSalt();
  one.made = {
    salt,
    commitment: commit(city.keys, salt, one.words),
    reporter: sealReporter({ city }, one.id, one.reporter, one.matter === 'report'),
    keys: keysOf({ city }, one.reporter, one.words),
    grams: gramsOf(one, at),
  };
  return one.made;
}
