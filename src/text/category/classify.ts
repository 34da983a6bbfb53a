/** Proposing a category for a message, with how sure it is and the words that decided. */
import { shares } from '#text/category/calibrate.ts';
import { type Bag, readGrams } from '#text/category/grams.ts';
import type { Model } from '#text/category/model.ts';
import { type Reason, reasonsOf } from '#text/category/reasons.ts';
import { finder } from '#text/category/rows.ts';
import { streamOf } from '#text/category/stream.ts';
import { type ReadyFork, weighed } from '#text/category/weighed.ts';

export type Answer = {
  /** Nothing below the model's threshold, or where there are no words. */
  label: string | null;
  /** Calibrated: of the answers given with 0.8 about 80 % are right. */
  confidence: number;
  /** The likeliest categories, at most ten. */
  ranking: { label: string; confidence: number }[];
  /** What spoke for the first against the second, strongest first; places in the words as they were given. */
  because: Reason[];
};

const RANKED_AT_MOST = 10;
/** A branch that is less likely than this is not followed further down. */
const FOLLOWED_FROM = 0.01;

/** Makes ready once, then answers thousands a second. `because: false` leaves the reasons out. */
export function classify(model: Model, { because = true } = {}): (words: string) => Answer {
  const forks = new Map(
    model.forks.map((fork): [string, ReadyFork] => [fork.path, { ...fork, find: finder(fork.keys) }]),
  );
  const first = forks.get('') ?? [...forks.values()][0]!;
  return (words) => {
    const stream = streamOf(words);
    if (stream.length === 0) return { label: null, confidence: 0, ranking: [], because: [] };
    const bag = readGrams(stream);
    const leaves: { path: string; confidence: number }[] = [];
    const walk = (fork: ReadyFork, confidence: number) => {
      const scores = shares(scoresOf(fork, bag), fork.sharpness);
      fork.branches.forEach((path, k) => {
        const below = path === fork.path ? undefined : forks.get(path);
        if (below && scores[k]! * confidence >= FOLLOWED_FROM) walk(below, scores[k]! * confidence);
        else leaves.push({ path, confidence: scores[k]! * confidence });
      });
    };
    walk(first, 1);
    leaves.sort((a, b) => b.confidence - a.confidence || (a.path < b.path ? -1 : 1));
    const name = (path: string) => model.names.get(path) ?? path;
    const [top, second] = leaves as [(typeof leaves)[0], (typeof leaves)[0]];
    return {
      label: top.confidence >= model.threshold ? name(top.path) : null,
      confidence: top.confidence,
      ranking: leaves.slice(0, RANKED_AT_MOST).map(({ path, confidence }) => ({ label: name(path), confidence })),
      because: because ? reasonsOf(forks, first, stream, bag, words, top.path, second.path) : [],
    };
  };
}

function scoresOf(fork: ReadyFork, bag: Bag): Float64Array {
  const { columns, values, count } = weighed(fork, bag);
  const classes = fork.branches.length;
  const { weights } = fork;
  const scores = new Float64Array(classes);
  // Four at a time, for sums in variables are twice as fast as sums in an array.
  let k = 0;
  for (; k + 3 < classes; k += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let at = 0; at < count; at++) {
      const base = columns[at]! * classes + k;
      const value = values[at]!;
      s0 += value * weights[base]!;
      s1 += value * weights[base + 1]!;
      s2 += value * weights[base + 2]!;
      s3 += value * weights[base + 3]!;
    }
    scores[k] = s0;
    scores[k + 1] = s1;
    scores[k + 2] = s2;
    scores[k + 3] = s3;
  }
  for (; k < classes; k++) {
    let sum = 0;
    for (let at = 0; at < count; at++) sum += values[at]! * weights[columns[at]! * classes + k]!;
    scores[k] = sum;
  }
  for (let k = 0; k < classes; k++) scores[k] = scores[k]! * fork.scales[k]! + fork.bias[k]!;
  return scores;
}
