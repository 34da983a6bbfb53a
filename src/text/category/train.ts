/** Training: from examples to a model, one fork of the tree after another. */
import { problem } from '#platform/problem.ts';
import { fitSharpness } from '#text/category/calibrate.ts';
import { foldsOf } from '#text/category/folds.ts';
import { type Bag, gramsOf } from '#text/category/grams.ts';
import { foldLabel, foldLabels, gatherThin, parentOf } from '#text/category/labels.ts';
import { fitSvm, type Linear, scoreRow } from '#text/category/linear-svm.ts';
import type { Example, Fork, Model } from '#text/category/model.ts';
import { rowsOf } from '#text/category/rows.ts';
import { streamOf } from '#text/category/stream.ts';
import { vocabularyOf } from '#text/category/vocabulary.ts';

export type TrainOptions = {
  /** Names that somebody marked in the words: masked before anything is learned. */
  names?: readonly string[];
  /** Below this confidence no category is proposed; 0 proposes always. */
  threshold?: number;
  seed?: number;
};

/** Of a whole model's tables: the file stays under 30 MB. */
const BYTES_AT_MOST = 28_000_000;
/** A gram of a fork has its hash, its worth and a weight for each branch. */
const bytesOfGram = (branches: readonly string[]) => 8 + 2 * branches.length;
const INNER_FOLDS = 3;
/** From here on one part is asked for the sharpness: it takes the longest, and there are answers enough for one number. */
const ENOUGH_ANSWERS = 1000;
const MANY_CLASSES = 20;
/** What an error costs: 1 and 2 learned as well in twice the time (decision 26). */
const COST = 0.5;
/** From here on a gram that stands in one example only is left out: it tells nothing of any other. */
const MANY = 200;

/** @throws category_no_examples, category_one_label */
export function train(examples: readonly Example[], options: TrainOptions = {}): Model {
  const filled = examples.filter(({ words, label }) => words.trim() !== '' && foldLabel(label) !== '');
  const usable = [...new Map(filled.map((one) => [`${one.label}\n${one.words}`, one])).values()];
  if (usable.length === 0) throw problem('category_no_examples');
  const { paths, names, folded } = foldLabels(usable);
  const { learned, thin } = gatherThin(paths);
  if (new Set(learned).size < 2) throw problem('category_one_label', { label: names.get(paths[0]!) ?? paths[0]! });
  const bags = usable.map(({ words }) => gramsOf(streamOf(words, options.names)));
  const forks = forksOf(learned);
  const bytes = [...forks.values()].reduce((sum, branches) => sum + bytesOfGram(branches), 0);
  return {
    forks: [...forks].map(([path, branches]) => {
      return trainFork(path, branches, bags, learned, Math.floor(BYTES_AT_MOST / bytes), options.seed ?? 1);
    }),
    names,
    threshold: options.threshold ?? 0,
    report: {
      examples: usable.length,
      empty: examples.length - filled.length,
      repeated: filled.length - usable.length,
      folded,
      thin,
    },
  };
}

/** The paths at which there is something to decide, each with what can be decided for, in a fixed order. */
function forksOf(learned: readonly string[]): Map<string, string[]> {
  const branches = new Map<string, Set<string>>();
  for (const path of new Set(learned)) {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const above = parentOf(at);
      branches.set(above, (branches.get(above) ?? new Set<string>()).add(at));
    }
  }
  for (const path of new Set(learned)) branches.get(path)?.add(path);
  // Where only one way leads on there is nothing to decide: the branch leads to the next fork, or to the end.
  const onward = (path: string): string => {
    const of = branches.get(path);
    return of?.size === 1 ? onward([...of][0]!) : path;
  };
  return new Map(
    [...branches]
      .filter(([, of]) => of.size > 1)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, of]) => [path, [...of].map((branch) => (branch === path ? path : onward(branch))).sort()]),
  );
}

function trainFork(
  path: string,
  branches: string[],
  all: readonly Bag[],
  learned: readonly string[],
  grams: number,
  seed: number,
): Fork {
  const isBelow = (one: string, above: string) => above === '' || one === above || one.startsWith(`${above}/`);
  const bags: Bag[] = [];
  const labels: number[] = [];
  learned.forEach((one, at) => {
    if (!isBelow(one, path)) return;
    bags.push(all[at]!);
    labels.push(branches.findIndex((branch) => (branch === path ? one === path : isBelow(one, branch))));
  });
  const of = Int32Array.from(labels);
  const most = Math.max(1, grams);
  const { vocabulary, linear } = learn(bags, of, branches.length, most, seed);
  const sharpness = sharpnessOf(bags, of, branches.length, most, seed);
  return { path, branches, ...vocabulary, ...quantised(linear), sharpness };
}

function learn(bags: readonly Bag[], labels: Int32Array, classes: number, most: number, seed: number, rounds = 30) {
  const vocabulary = vocabularyOf(bags, labels, classes, { least: bags.length < MANY ? 1 : 2, most });
  return { vocabulary, linear: fitSvm(rowsOf(bags, vocabulary), labels, classes, { cost: COST, seed, rounds }) };
}

/** Everything is learned anew for each part without it, the vocabulary too: what was learned from is always surer. */
function sharpnessOf(bags: readonly Bag[], labels: Int32Array, classes: number, most: number, seed: number): number {
  const fold = foldsOf(labels, INNER_FOLDS, seed);
  const parts = classes > MANY_CLASSES || bags.length > ENOUGH_ANSWERS ? 1 : INNER_FOLDS;
  const scores: Float64Array[] = [];
  const truth: number[] = [];
  for (let part = 0; part < parts; part++) {
    const isKept = (_: unknown, at: number) => fold[at] !== part;
    const kept = bags.filter(isKept);
    const { vocabulary, linear } = learn(kept, labels.filter(isKept), classes, most, seed, 12);
    const apart = bags.filter((_, at) => fold[at] === part);
    const rows = rowsOf(apart, vocabulary);
    apart.forEach((_, row) => {
      scores.push(scoreRow(linear, rows, row, new Float64Array(classes)));
    });
    truth.push(...labels.filter((_, at) => fold[at] === part));
  }
  return fitSharpness(scores, truth);
}

/** 16 bits a weight: the largest of a class is 32,767 steps. */
function quantised({ classes, weights, bias }: Linear) {
  const scales = new Float32Array(classes);
  for (let at = 0; at < weights.length; at++) {
    scales[at % classes] = Math.max(scales[at % classes]!, Math.abs(weights[at]!));
  }
  for (let k = 0; k < classes; k++) scales[k] = scales[k]! / 32_767 || 1;
  return {
    weights: Int16Array.from(weights, (weight, at) => Math.round(weight / scales[at % classes]!)),
    scales,
    bias,
  };
}
