/** How good a model is on messages that it did not learn from. */
import { classify } from '#text/category/classify.ts';
import { foldLabel } from '#text/category/labels.ts';
import type { Example, Model } from '#text/category/model.ts';

export type Figures = {
  tested: number;
  macroF1: number;
  accuracy: number;
  /** Of each category: how many there were, were proposed, and were both. */
  categories: { label: string; there: number; proposed: number; right: number; f1: number }[];
  /** Only pairs that occur. */
  confusion: { there: string; proposed: string; count: number }[];
  /** Answers by tenths of confidence: how sure they were, and how many were right. */
  reliability: { from: number; answers: number; confidence: number; right: number }[];
  /** Mean distance between confidence and share of right answers over those tenths (expected calibration error). */
  calibrationError: number;
  /** What abstaining below `threshold` leaves: the share still answered and the share of those that is right. */
  coverage: { threshold: number; answered: number; accuracy: number }[];
};

type Judged = { there: string; proposed: string; confidence: number };

/** The threshold of the model plays no part: every message counts with its likeliest category. */
export function judge(model: Model, heldBack: readonly Example[]): Figures {
  const ask = classify({ ...model, threshold: 0 }, { because: false });
  return figuresOf(
    heldBack.map(({ words, label }) => {
      const { label: proposed, confidence } = ask(words);
      return { there: foldLabel(label), proposed: foldLabel(proposed ?? ''), confidence };
    }),
    (path) => model.names.get(path) ?? path,
  );
}

export function figuresOf(judged: readonly Judged[], name: (path: string) => string = (path) => path): Figures {
  const right = judged.filter(({ there, proposed }) => there === proposed).length;
  const categories = categoriesOf(judged);
  const reliability = reliabilityOf(judged);
  const tested = judged.length;
  return {
    tested,
    macroF1: mean(categories.map(({ f1 }) => f1)),
    accuracy: tested > 0 ? right / tested : 0,
    categories: categories.map((category) => ({ ...category, label: name(category.label) })),
    confusion: confusionOf(judged).map(({ there, proposed, count }) => ({
      there: name(there),
      proposed: name(proposed),
      count,
    })),
    reliability,
    calibrationError:
      reliability.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right) * bin.answers, 0) / (tested || 1),
    coverage: coverageOf(judged),
  };
}

/** As scikit-learn's macro average: every category that occurs on either side counts alike. */
function categoriesOf(judged: readonly Judged[]) {
  const counts = new Map<string, { there: number; proposed: number; right: number }>();
  const of = (path: string) => {
    const known = counts.get(path) ?? { there: 0, proposed: 0, right: 0 };
    counts.set(path, known);
    return known;
  };
  for (const { there, proposed } of judged) {
    of(there).there++;
    if (proposed !== '') of(proposed).proposed++;
    if (there === proposed) of(there).right++;
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, one]) => ({ label, ...one, f1: (2 * one.right) / (one.there + one.proposed) }));
}

function confusionOf(judged: readonly Judged[]) {
  const pairs = new Map<string, { there: string; proposed: string; count: number }>();
  for (const { there, proposed } of judged) {
    const key = JSON.stringify([there, proposed]);
    const pair = pairs.get(key) ?? { there, proposed, count: 0 };
    pair.count++;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
}

function reliabilityOf(judged: readonly Judged[]) {
  return Array.from({ length: 10 }, (_, tenth) => {
    const bin = judged.filter(({ confidence }) => Math.min(Math.floor(confidence * 10), 9) === tenth);
    return {
      from: tenth / 10,
      answers: bin.length,
      confidence: mean(bin.map(({ confidence }) => confidence)),
      right: mean(bin.map(({ there, proposed }) => (there === proposed ? 1 : 0))),
    };
  }).filter(({ answers }) => answers > 0);
}

function coverageOf(judged: readonly Judged[]) {
  return Array.from({ length: 20 }, (_, step) => step / 20).map((threshold) => {
    const answered = judged.filter(({ confidence }) => confidence >= threshold);
    const right = answered.filter(({ there, proposed }) => there === proposed).length;
    return {
      threshold,
      answered: judged.length > 0 ? answered.length / judged.length : 0,
      accuracy: answered.length > 0 ? right / answered.length : 0,
    };
  });
}

const mean = (values: number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
