/** How alike what was said and the phrases of an entry are, by pairs of characters. Pure. */
import { indexGrams } from '#text/bigrams.ts';

export type Phrases = { id: string; question: string; wordings: readonly string[] };

/** A phrase of which less was said is another matter. */
const LEAST_ALIKE = 0.3;
/** One pair alone (申请, 办理) says nothing. */
const LEAST_PAIRS = 2;
/** Who has typed less than this has only begun. */
const BEGUN = 6;

/**
 * Those that are alike at all, the most alike first; ties by id. An entry is as alike as its best phrase: the share of the
 * phrase's pairs that were said or, where little was said yet, the share of what was said that stands in the phrase (0 to 1).
 * @param said how many pairs were said
 * @param phrasesWith of the pairs that were said, how many phrases hold each: rare ones weigh more in the order
 */
export function rank<P extends Phrases>(
  said: number,
  phrasesWith: ReadonlyMap<number, number>,
  entries: readonly P[],
): { of: P; alike: number }[] {
  const judged = entries.flatMap((of) => {
    const best = [of.question, ...of.wordings]
      .map((words) => judge(said, phrasesWith, words))
      .reduce((a, b) => (b.score > a.score ? b : a));
    return best.score > 0 ? [{ of, ...best }] : [];
  });
  return judged
    .sort((a, b) => b.score - a.score || (a.of.id < b.of.id ? -1 : 1))
    .map(({ of, alike }) => ({ of, alike }));
}

function judge(said: number, phrasesWith: ReadonlyMap<number, number>, words: string) {
  const grams = indexGrams(words);
  let [met, weight] = [0, 0];
  for (const gram of grams) {
    const phrases = phrasesWith.get(gram);
    if (!phrases) continue;
    met += 1;
    weight += 1 / Math.sqrt(phrases);
  }
  const alike = Math.min(1, Math.max(met / Math.max(grams.length, 1), met / Math.max(said, BEGUN)));
  return { alike, score: met >= LEAST_PAIRS && alike >= LEAST_ALIKE ? alike * weight : 0 };
}
