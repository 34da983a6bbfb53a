/** Whose duty a problem is, as its assign form shows it: what it is about, what the list says, what past tickets say. */
import type { Actor } from '#people/actor.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { ReplyOf } from '#platform/api.ts';
import type { Tx } from '#platform/db.ts';
import { pathOf } from '#triage/duty/book.store.ts';
import type { dutyApi, Learnt } from '#triage/duty/duty.api.ts';
import { type LearntAnswer, learntFor } from '#triage/duty/learnt.store.ts';
import { matterOfProblem } from '#triage/duty/problem-matter.store.ts';
import { fillSaid } from '#triage/duty/say-line.ts';
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
  const area = areaId
    ? await tx.selectFrom('area').select(['id', 'code', 'name']).where('id', '=', areaId).executeTakeFirst()
    : undefined;
  const learnt = await learntFor(tx, [{ words, categoryId, withdrawn: duty.withdrawn !== null }]);
  return {
    ...duty,
    category: await pathOf(tx, categoryId),
    guessed: matter.categoryId === null && matter.guessedId !== null,
    area: area ?? null,
    learnt: await show(tx, learnt?.[0]?.answers ?? []),
  };
}

const similar = {
  zh: '与过去由它办结的工单相似{words}{back}',
  en: 'Like tickets that it has handled{words}{back}',
};

/** Words that decided it are quoted in the reason of the first alone, whose they are. */
async function show(tx: Tx, answers: readonly LearntAnswer[]): Promise<Learnt[]> {
  const units = await unitBriefs(
    tx,
    answers.map(({ id }) => id),
  );
  return answers.map(({ id, confidence, because, record }) => {
    const quoted = because.map((word) => `“${word}”`).join('、');
    const words = { zh: quoted && `：${quoted}`, en: quoted && `: ${quoted}` };
    const times = record?.returned ?? 0;
    const back = {
      zh: times ? `；一年内同类退回 ${times} 次` : '',
      en: times ? `; sent ${times} such back within a year` : '',
    };
    return { unit: units.get(id)!, confidence, because, why: fillSaid(similar, { words, back }) };
  });
}
