/** Who handled such matters before, by the model of units; what a unit sent back counts against it. */
import type { Tx } from '#platform/db.ts';
import { Problem } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';
import { thresholdOf } from '#triage/category/model.store.ts';
import { classifyAll, serving } from '#triage/category/model-memory.store.ts';
import { type Answer, heldAgainst } from '#triage/category/proposal.ts';
import { answersOf } from '#triage/category/propose.store.ts';
import { lowUnits } from '#triage/duty/named-unit.store.ts';
import { discounted, type Record, trackRecord } from '#triage/duty/track-record.store.ts';

export type Asked = { words: string; categoryId: string | null; withdrawn: boolean };
export type LearntAnswer = Answer & { record: Record | undefined };
export type LearntOf = { modelId: string; answers: LearntAnswer[]; withheld: LearntAnswer[] };

/** In the order of what is asked; nothing where no model of units serves, or it cannot be read. */
export async function learntFor(tx: Tx, asked: readonly Asked[]): Promise<LearntOf[] | undefined> {
  const ready = await servingOrNone(tx);
  if (!ready || asked.length === 0) return undefined;
  const { model, classifier } = ready;
  const threshold = await thresholdOf(tx, 'unit');
  const found = await classifyAll(
    classifier,
    asked.map(({ words }) => maskWords(words)),
  );
  const named = [...new Set(found.flatMap(({ ranking }) => ranking.map(({ label }) => label)))];
  const open = await openAmong(tx, named);
  const low = asked.some(({ withdrawn }) => withdrawn) ? await lowUnits(tx, named) : new Set<string>();
  const record = await trackRecord(tx, [...open]);
  return found.map((one, i) => {
    const { categoryId, withdrawn } = asked[i]!;
    const may = withdrawn ? new Set([...open].filter((id) => !low.has(id))) : open;
    const ranking = answersOf(one, may)
      .map((answer): LearntAnswer => {
        const past = record(answer.id, categoryId);
        return { ...answer, confidence: discounted(answer.confidence, past), record: past };
      })
      .sort((a, b) => b.confidence - a.confidence);
    const { answers, withheld } = heldAgainst(ranking, threshold);
    return { modelId: model.id, answers: answers as LearntAnswer[], withheld: withheld as LearntAnswer[] };
  });
}

async function servingOrNone(tx: Tx) {
  try {
    return await serving(tx, 'unit');
  } catch (error) {
    if (error instanceof Problem && error.body.code === 'model_unreadable') return undefined;
    throw error;
  }
}

async function openAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('unit').select('id').where('id', 'in', ids).where('valid_to', 'is', null).execute();
  return new Set(rows.map(({ id }) => id));
}
