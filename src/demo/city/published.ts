/** What the city tells everybody of its greatest matters, in words written for it; by the real verb. */
import type { Affair } from '#demo/city/affairs.ts';
import type { Past } from '#demo/city/past.ts';
import type { ProblemLife } from '#demo/city/problem-life.ts';
import { type Life, office } from '#demo/city/take.ts';
import { loadActor } from '#people/actor.store.ts';
import { publishProblem } from '#triage/publish.actions.ts';

/** So many of the latest that are large are on the public list. */
const PUBLISHED = 18;
const LARGE = 12;

/** A day or two after the unit has signed for it. */
export function publishGreat(life: Life, past: Past, lives: { affair: Affair; problem: ProblemLife }[]): void {
  const latest = lives
    .filter(({ problem }) => problem.signedAt && !problem.thing.row.merged_into)
    .filter(({ problem }) => Number(problem.thing.row.signal_count) >= LARGE)
    .sort((a, b) => b.problem.madeAt.getTime() - a.problem.madeAt.getTime());
  for (const { affair, problem } of latest.slice(0, PUBLISHED)) {
    const at = office(life, new Date(problem.signedAt!.getTime() + (1 + past.random.below(2)) * 86_400_000));
    if (at > past.end) continue;
    const by = life.staff.one('dispatcher', 'hotline', at);
    const words = `${affair.place.name}一带多位市民反映${affair.matter.title}，已由责任单位签收办理，进展在这里公布。`;
    past.acts.push({
      at,
      run: async (tx) => {
        const problemId = problem.thing.id;
        const { version } = await tx
          .selectFrom('problem')
          .select('version')
          .where('id', '=', problemId)
          .executeTakeFirstOrThrow();
        const said = { title: affair.title, words, despite: false };
        await publishProblem(tx, (await loadActor(tx, by))!, problemId, { id: past.random.id(at), version, ...said });
      },
    });
  }
}
