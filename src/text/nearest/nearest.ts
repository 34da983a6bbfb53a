/** Which of many texts, known by the terms of `termsOf`, share the most telling ones with a new text: a first choice, to be judged by whoever reads the words. */
import { postings } from '#text/nearest/postings.ts';
import { PLACES } from '#text/nearest/terms.ts';
import type { Weights } from '#text/nearest/weights.ts';

/** Of each text its heaviest words are kept: with 24 the same matter was missed in 3 % of real pairs, with 32 in under 1 %. */
const KEPT = 32;
/** Of a new text more are asked for: it is not known which of them the others kept. */
const ASKED = 96;
/** Entries that one question reads, shortest lists first and only whole lists, so that the answer hangs on the texts alone. */
const READ = 50_000;
const NONE = 0xffff_ffff;

export type Near = { slot: number; score: number };

export type Nearest = {
  readonly size: number;
  /** @param order of equal ones the greater comes first. @returns its slot, or -1 where the index is full. */
  add(terms: Uint32Array, order: number): number;
  remove(slot: number): void;
  /** The best first; scores compare within one answer only. */
  near(terms: Uint32Array, many: number): Near[];
};

/**
 * An index of up to `capacity` texts in typed arrays: 430 bytes a text and 46 MB besides at most, which the system gives as
 * they are used. No word can be read out of it but by guessing.
 */
export function nearest(weights: Weights, capacity: number): Nearest {
  const lists = postings(PLACES, capacity * KEPT);
  const kept = new Uint32Array(capacity * KEPT);
  const where = new Int32Array(capacity * KEPT);
  const shrink = new Float32Array(capacity);
  const orders = new Float64Array(capacity);
  const sums = new Float32Array(capacity);
  const touched = new Uint32Array(capacity);
  const free: number[] = [];
  let fresh = 0;

  const heaviest = (terms: Uint32Array, many: number) =>
    Array.from(terms)
      .sort((a, b) => weights[b]! - weights[a]! || a - b)
      .slice(0, many);

  /** What stood last in the list stands now in the place of what is taken. */
  function take(term: number, at: number): void {
    const moved = lists.take(term, at);
    if (moved >= 0) where[kept.indexOf(term, moved * KEPT)] = at;
  }

  /** Which lists are read for these terms. */
  function toRead(terms: Uint32Array): number[] {
    const there = heaviest(terms, ASKED).filter((term) => lists.count(term) > 0);
    there.sort((a, b) => lists.count(a) - lists.count(b) || a - b);
    let left = READ;
    return there.filter((term, at) => {
      const count = lists.count(term);
      if (at > 0 && count > left) return false;
      left -= count;
      return true;
    });
  }

  return {
    get size() {
      return fresh - free.length;
    },
    add(told, order) {
      const slot = free.pop() ?? (fresh < capacity ? fresh++ : -1);
      if (slot < 0) return -1;
      const terms = heaviest(told, KEPT);
      let square = 0;
      for (let at = 0; at < KEPT; at++) {
        const term = terms[at];
        kept[slot * KEPT + at] = term ?? NONE;
        if (term === undefined) continue;
        square += weights[term]! ** 2;
        where[slot * KEPT + at] = lists.put(term, slot);
      }
      // A half of what cosine would shrink by: a short text is not nearer because it says less.
      shrink[slot] = square > 0 ? square ** -0.25 : 0;
      orders[slot] = order;
      return slot;
    },
    remove(slot) {
      for (let at = slot * KEPT; at < (slot + 1) * KEPT; at++) {
        if (kept[at] !== NONE) take(kept[at]!, where[at]!);
        kept[at] = NONE;
      }
      free.push(slot);
    },
    near(terms, many) {
      let found = 0;
      for (const term of toRead(terms)) {
        const weight = weights[term]! ** 2;
        lists.each(term, (slot) => {
          if (sums[slot] === 0) touched[found++] = slot;
          sums[slot]! += weight;
        });
      }
      const best: Near[] = [];
      const before = (a: Near, b: Near) =>
        a.score > b.score || (a.score === b.score && orders[a.slot]! > orders[b.slot]!);
      for (let at = 0; at < found; at++) {
        const slot = touched[at]!;
        const one = { slot, score: sums[slot]! * shrink[slot]! };
        sums[slot] = 0;
        if (best.length === many && !before(one, best[many - 1]!)) continue;
        let place = best.length;
        while (place > 0 && before(one, best[place - 1]!)) place--;
        best.splice(place, 0, one);
        if (best.length > many) best.pop();
      }
      return best;
    },
  };
}
