/** The reference method: TF-IDF of one to three characters and scikit-learn's LinearSVC, as a bench has to measure it here. */
import { fitSvm, scoreRow } from '#text/category/linear-svm.ts';
import { finder, type Rows } from '#text/category/rows.ts';

type Grams = { hashes: Int32Array; counts: Float32Array };

/** `TfidfVectorizer(analyzer='char', ngram_range=(1, 3))`: lower case, runs of white space one space, no other folding. */
export function referenceGrams(words: string): Grams {
  const units = [...words.toLowerCase().replace(/\s\s+/g, ' ')].map((one) => one.codePointAt(0)!);
  const counts = new Map<number, number>();
  for (let from = 0; from < units.length; from++) {
    let state = 0x811c9dc5;
    for (let to = from; to < Math.min(from + 3, units.length); to++) {
      state = Math.imul(state ^ units[to]!, 0x01000193);
      state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  }
  return { hashes: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
}

/** Fitted to the grams of some messages, it gives the class of others. `LinearSVC()`: C = 1, squared hinge. */
export function fitReference(grams: readonly Grams[], labels: Int32Array, classes: number): (of: Grams) => number {
  const messages = new Map<number, number>();
  for (const { hashes } of grams) for (const hash of hashes) messages.set(hash, (messages.get(hash) ?? 0) + 1);
  const keys = Int32Array.from(messages.keys());
  const rarity = Float64Array.from(keys, (key) => Math.log((1 + grams.length) / (1 + messages.get(key)!)) + 1);
  const find = finder(keys);
  const rowOf = ({ hashes, counts }: Grams) => {
    const known = [...hashes.keys()].filter((at) => find(hashes[at]!) >= 0);
    const columns = Int32Array.from(known, (at) => find(hashes[at]!));
    const values = Float32Array.from(known, (at, place) => counts[at]! * rarity[columns[place]!]!);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { columns, values: values.map((value) => value / length) };
  };
  const rows = joined(grams.map(rowOf), keys.length);
  const linear = fitSvm(rows, labels, classes, { cost: 1, tolerance: 0.01, rounds: 200 });
  return (of) => {
    const scores = scoreRow(linear, joined([rowOf(of)], keys.length), 0, new Float64Array(classes));
    return scores.indexOf(Math.max(...scores));
  };
}

function joined(each: { columns: Int32Array; values: Float32Array }[], width: number): Rows {
  const starts = new Int32Array(each.length + 1);
  each.forEach(({ columns }, at) => {
    starts[at + 1] = starts[at]! + columns.length;
  });
  const columns = new Int32Array(starts[each.length]!);
  const values = new Float32Array(starts[each.length]!);
  each.forEach((row, at) => {
    columns.set(row.columns, starts[at]!);
    values.set(row.values, starts[at]!);
  });
  return { starts, columns, values, width };
}
