/** How well matters are told on judged pairs, beside plain methods at thresholds chosen in the same folds. `bench/text-pairs.ts FILE PAIRS.csv [WORD…]` */
import { randomFrom } from '#demo/random.ts';
import { readMessages } from '#root/cli/text-messages.ts';
import { readPairs } from '#root/cli/text-pairs.ts';
import { count, emptyCounts } from '#text/same/4-counts.ts';
import { prepare, termsOf } from '#text/same/5-prepare.ts';
import { learned } from '#text/same/6-likeness.ts';
import { candidates } from '#text/same/7-candidates.ts';
import { link, linkDefaults } from '#text/same/8-link.ts';
import { type JudgedPair, judgePairs } from '#text/same/pairs.ts';
import { averageLinkage, cosines, cutAt, dbscan } from './text-plain.ts';

const [file = '', pairsFile = '', ...campaigns] = process.argv.slice(2);
const messages = await readMessages(file);
const judged = await readPairs(pairsFile);
const wordsOf = new Map(messages.map(({ id, words }) => [id, words]));
const inCampaign = ({ a, b }: JudgedPair) =>
  campaigns.some((word) => wordsOf.get(a)!.includes(word) || wordsOf.get(b)!.includes(word));
const n = messages.length;
type Grouping = Map<string, string>;
const grouping = (labels: Int32Array): Grouping => new Map(messages.map(({ id }, at) => [id, String(labels[at])]));
const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);

/** Each method as the groupings among which the folds choose. */
const methods: Record<string, Grouping[]> = {};
const cosine = cosines(messages.map(({ words }) => words));
methods['TF-IDF + DBSCAN'] = steps(0.25, 0.7, 0.025).map((least) => grouping(dbscan(cosine, n, least)));
const merges = averageLinkage(cosine, n);
methods['TF-IDF + average linkage'] = steps(0.1, 0.5, 0.02).map((least) => grouping(cutAt(merges, n, least)));

const counts = emptyCounts();
const terms = messages.map(termsOf);
for (const one of terms) count(counts, one);
const prepared = terms.map((one) => prepare(one, counts));
const pairs = candidates(prepared);
methods['ours, as it is'] = [grouping(link(prepared, pairs))];
const kept = { ...learned };
methods['ours, weights and thresholds by folds'] = [];
for (const wording of [12, 14])
  for (const shared of [4.5])
    for (const mean of [-1, -0.5]) {
      Object.assign(learned, kept, { wording, shared });
      methods['ours, weights and thresholds by folds'].push(grouping(link(prepared, pairs, { ...linkDefaults, mean })));
    }
Object.assign(learned, kept);

/** Pairs that share a message are of one matter, and stay on one side. */
const matterOf = (() => {
  const parent = new Map<string, string>();
  const root = (id: string): string => (parent.has(id) && parent.get(id) !== id ? root(parent.get(id)!) : id);
  for (const { a, b } of judged) parent.set(root(a), root(b));
  return (pair: JudgedPair) => root(pair.a);
})();
const matters = [...new Set(judged.map(matterOf))];
const f1 = (of: Grouping, some: readonly JudgedPair[]) => judgePairs(of, some).f1;

/** What was said of each pair when its fold was held back; joined over the folds, five times over. */
function byFolds(groupings: Grouping[], some: readonly JudgedPair[]): number[] {
  return [1, 2, 3, 4, 5].map((seed) => {
    const random = randomFrom(seed);
    const fold = new Map(matters.map((matter) => [matter, random.below(5)]));
    const said: Grouping = new Map();
    const asked: JudgedPair[] = [];
    for (let held = 0; held < 5; held++) {
      const rest = some.filter((pair) => fold.get(matterOf(pair)) !== held);
      const best = groupings.reduce((a, b) => (f1(b, rest) > f1(a, rest) ? b : a));
      for (const pair of some.filter((pair) => fold.get(matterOf(pair)) === held)) {
        const [a, b] = [`${held} ${pair.a}`, `${held} ${pair.b}`];
        said.set(a, best.get(pair.a)!);
        said.set(b, best.get(pair.b)!);
        asked.push({ ...pair, a, b });
      }
    }
    return f1(said, asked);
  });
}

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const spread = (values: number[]) => Math.sqrt(mean(values.map((one) => (one - mean(values)) ** 2)));
for (const [name, some] of [
  ['all pairs', judged],
  ['without the campaigns', judged.filter((pair) => !inCampaign(pair))],
] as const) {
  const own = methods['ours, as it is']![0]!;
  console.log(name, some.length);
  console.table(
    Object.entries(methods).map(([method, groupings]) => {
      const best = groupings.reduce((a, b) => (f1(b, some) > f1(a, some) ? b : a));
      const folds = byFolds(groupings, some);
      const random = randomFrom(17);
      const differences = Array.from({ length: 2000 }, () => {
        const times = new Map<string, number>();
        for (let at = 0; at < matters.length; at++) {
          const drawn = random.pick(matters);
          times.set(drawn, (times.get(drawn) ?? 0) + 1);
        }
        const drawn = some.map((pair) => ({ ...pair, weight: pair.weight * (times.get(matterOf(pair)) ?? 0) }));
        return f1(own, drawn) - f1(best, drawn);
      }).sort((a, b) => a - b);
      const { precision, recall } = judgePairs(best, some);
      const of = (value: number) => +value.toFixed(3);
      return {
        method,
        best: of(f1(best, some)),
        precision: of(precision),
        recall: of(recall),
        'by folds': of(mean(folds)),
        spread: of(spread(folds)),
        'ours over its best, 95 %': `${of(differences[50]!)} to ${of(differences[1949]!)}`,
      };
    }),
  );
}
