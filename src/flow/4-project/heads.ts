/** Who may be named: somebody who serves today, and a reviewer who neither is the lead nor serves under the lead. */
import { postsOf } from '#people/actor.store.ts';
import { personNames, presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { servesUnder } from '#project/project.scope.ts';

/** @throws not_found, person_gone */
export async function mustBePresent(tx: Tx, personId: string): Promise<void> {
  const { name } = await presentPerson(tx, personId);
  const posts = await postsOf(tx, personId);
  if (!posts.some((post) => post.onBehalfOf === null && post.sort === 'business'))
    throw problem('person_gone', { name });
}

/** @throws reviewer_is_lead, reviewer_under_lead */
export async function mustReview(tx: Tx, reviewer: string | null, lead: string | null): Promise<void> {
  if (!reviewer || !lead) return;
  if (reviewer === lead) throw problem('reviewer_is_lead');
  if (!(await servesUnder(tx, reviewer, lead))) return;
  const names = await personNames(tx, [reviewer, lead]);
  throw problem('reviewer_under_lead', { reviewer: names.get(reviewer) ?? '', lead: names.get(lead) ?? '' });
}
