/** Whose duty a problem is, as its assign form shows it: what it is about, what the list says, what past tickets say. */
import type { Actor } from '#people/actor.ts';
import type { ReplyOf } from '#platform/api.ts';
import type { Tx } from '#platform/db.ts';
import { pathsOf } from '#triage/duty/book.store.ts';
import type { dutyApi } from '#triage/duty/duty.api.ts';
import { matterOfProblem } from '#triage/duty/problem-matter.store.ts';
import { whoseDuty } from '#triage/duty/whose-duty.store.ts';
import { seeProblem } from '#triage/problem.store.ts';

type Shown = ReplyOf<(typeof dutyApi)['ofProblem']>;

/** @throws not_found */
export async function dutyOfProblem(tx: Tx, actor: Actor, problemId: string): Promise<Shown> {
  await seeProblem(tx, actor, problemId);
  const matter = await matterOfProblem(tx, problemId);
  const { areaId, words } = matter;
  const categoryId = matter.categoryId ?? matter.guessedId;
  const duty = await whoseDuty(tx, { categoryId, areaId, words });
  const path = categoryId ? (await pathsOf(tx, [categoryId])).get(categoryId) : undefined;
  const area = areaId
    ? await tx.selectFrom('area').select(['id', 'code', 'name']).where('id', '=', areaId).executeTakeFirst()
    : undefined;
  return {
    ...duty,
    category: (path?.ids ?? []).map((id, n) => ({ id, name: path!.names[n]! })),
    guessed: matter.categoryId === null && matter.guessedId !== null,
    area: area ?? null,
    learnt: [],
  };
}
