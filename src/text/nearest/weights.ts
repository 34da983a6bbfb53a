/** How much a word tells: counted once over a sample of the city's texts and then kept, so that what is added later stands beside it. */
import { PLACES } from '#text/nearest/terms.ts';

export type Weights = Float32Array;

/**
 * A word of one text in the sample, or of none, may be a new estate or a slip of the pen: it tells half as much. Recall of
 * the same matter among 64 of 4,326 real messages: 0.982 without this, 0.995 to 1 with (decision 30).
 */
const UNKNOWN = 0.5;

/** @param sample the terms of some ten thousand texts of the city; without any, every word weighs the same. */
export function weigh(sample: Iterable<Uint32Array>): Weights {
  const counts = new Uint32Array(PLACES);
  let texts = 0;
  for (const terms of sample) {
    texts++;
    for (const place of terms) counts[place]!++;
  }
  const weights = new Float32Array(PLACES);
  for (let place = 0; place < PLACES; place++) {
    const count = counts[place]!;
    weights[place] = Math.log((texts + 2) / (count + 0.5)) * (count > 1 ? 1 : UNKNOWN);
  }
  return weights;
}
