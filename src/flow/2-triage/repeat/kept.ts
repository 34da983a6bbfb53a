/** A city's problems as an index keeps them: each by the few texts that tell most of it. */
import { nearest } from '#text/nearest/nearest.ts';
import { termsOf } from '#text/nearest/terms.ts';
import type { Weights } from '#text/nearest/weights.ts';

/** What a problem is called (`signal` null), or what one of its signals says; `at` in milliseconds. */
export type Text = { signal: string | null; words: string; at: number };
export type Told = { problem: string; texts: Text[] };
/** The same with its words cut: what costs most is done once. */
export type Cut = { problem: string; texts: { signal: string | null; terms: Uint32Array; at: number }[] };
export type Ref = { problem: string; signal: string | null; score: number };

/** A text more than these hardly ever brings a repeat that the others do not. */
const TEXTS = 4;
/** A text that adds less than this share of new words to those already kept is the same again. */
const NEW = 0.2;

export type Kept = {
  readonly problems: number;
  readonly texts: number;
  /** Problems that found no room. */
  readonly leftOut: number;
  /** In the place of what was kept of the problem. */
  put(cut: Cut): void;
  drop(problem: string): void;
  near(words: string, many: number): Ref[];
};

export function keptIndex(weights: Weights, capacity: number): Kept {
  const index = nearest(weights, capacity);
  const slots = new Map<string, number[]>();
  const refs: ({ problem: string; signal: string | null } | undefined)[] = [];
  const leftOut = new Set<string>();

  function drop(problem: string): void {
    leftOut.delete(problem);
    for (const slot of slots.get(problem) ?? []) {
      index.remove(slot);
      refs[slot] = undefined;
    }
    slots.delete(problem);
  }

  return {
    get problems() {
      return slots.size;
    },
    get texts() {
      return index.size;
    },
    get leftOut() {
      return leftOut.size;
    },
    drop,
    put({ problem, texts }) {
      drop(problem);
      const mine: number[] = [];
      for (const { signal, terms, at } of telling(weights, texts)) {
        const slot = index.add(terms, at);
        if (slot < 0) {
          leftOut.add(problem);
          break;
        }
        mine.push(slot);
        refs[slot] = { problem, signal };
      }
      if (mine.length > 0) slots.set(problem, mine);
    },
    near: (words, many) => index.near(termsOf(words), many).map(({ slot, score }) => ({ ...refs[slot]!, score })),
  };
}

export const cut = ({ problem, texts }: Told): Cut => ({
  problem,
  texts: texts.map(({ words, ...text }) => ({ ...text, terms: termsOf(words) })),
});

/** Of a problem's texts those that say most beside the ones chosen before; its own title first. */
function telling(weights: Weights, texts: Cut['texts']): Cut['texts'] {
  const left = [...texts];
  const said = new Set<number>();
  const chosen: typeof left = [];
  const sum = (terms: Iterable<number>) => {
    let weight = 0;
    for (const term of terms) weight += weights[term]!;
    return weight;
  };
  while (chosen.length < TEXTS && left.length > 0) {
    const gains = left.map((text) => sum(text.terms.filter((term) => !said.has(term))));
    const own = chosen.length === 0 ? left.findIndex((text) => text.signal === null) : -1;
    const next = own < 0 ? gains.indexOf(Math.max(...gains)) : own;
    const [text] = left.splice(next, 1);
    if (gains[next]! === 0 || (chosen.length > 0 && gains[next]! < NEW * sum(text!.terms))) continue;
    for (const term of text!.terms) said.add(term);
    chosen.push(text!);
  }
  return chosen;
}
