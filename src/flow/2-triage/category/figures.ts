/** The figures of a model as they are kept with it: how it did on the tickets held back from it, and beside the one before. */
import { z } from 'zod';

const share = z.number();

/** What `#text/category/judge.ts` counts, labels by the ids of categories or units; `compared` and `learned` are of the city. */
export const figures = z.object({
  tested: z.int(),
  macroF1: share,
  accuracy: share,
  calibrationError: share,
  categories: z.array(z.object({ label: z.string(), there: z.int(), proposed: z.int(), right: z.int(), f1: share })),
  /** The pairs that occur most, right ones too: at most 600. */
  confusion: z.array(z.object({ there: z.string(), proposed: z.string(), count: z.int() })),
  reliability: z.array(z.object({ from: share, answers: z.int(), confidence: share, right: share })),
  coverage: z.array(z.object({ threshold: share, answered: share, accuracy: share })),
  /** Examples of each label that it was shown. */
  learned: z.array(z.object({ label: z.string(), examples: z.int() })),
  /** Beside the model that served then (by its number), on the same tickets. */
  compared: z
    .object({ model: z.int(), tickets: z.int(), both: z.int(), newOnly: z.int(), oldOnly: z.int() })
    .nullable(),
});

export type Figures = z.infer<typeof figures>;
export type CoveragePoint = Figures['coverage'][number];

export const PAIRS = 600;

/** What a threshold gives, between the two points that are kept. */
export function coverageAt(points: readonly CoveragePoint[], threshold: number): CoveragePoint {
  const after = points.findIndex((point) => point.threshold >= threshold);
  const high = points[after < 0 ? points.length - 1 : after]!;
  const low = points[Math.max(0, after - 1)]!;
  const wide = high.threshold - low.threshold;
  const part = wide === 0 ? 1 : Math.min(1, (threshold - low.threshold) / wide);
  const between = (a: number, b: number) => a + (b - a) * part;
  return {
    threshold,
    answered: between(low.answered, high.answered),
    accuracy: between(low.accuracy, high.accuracy),
  };
}
