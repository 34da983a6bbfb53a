/** The verb of acceptance: held in the open, by people who neither led nor serve under the lead, with result and papers. */

import { addAcceptancePapers, insertAcceptance } from '#acceptance/acceptance.store.ts';
import type { Result } from '#acceptance/acceptance.ts';
import { dayOf } from '#clock/day.ts';
import type { Actor } from '#people/actor.ts';
import { personNames } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { mustBePresent } from '#project/heads.ts';
import type { NamedFile } from '#project/paper.store.ts';
import { servesUnder } from '#project/project.scope.ts';

type Accept = Decision & {
  result: Result;
  heldOn: string;
  words: string;
  score: number | null;
  asked: number | null;
  approving: number | null;
  panel: { personId: string; opinion: string }[];
  files: NamedFile[];
};

/** @throws acceptance_by_lead, acceptance_under_lead of anybody on the panel; held_in_future, held_before_start, rating_parts */
export function acceptProject(tx: Tx, actor: Actor, projectId: string, input: Accept): Promise<Done> {
  const step = input.result === 'passed' ? 'pass' : 'fail';
  return decideOnProject(tx, actor, projectId, step, input, async ({ project, person }) => {
    const { files, ...row } = input;
    if (row.heldOn > dayOf(tx.now)) throw refuse('held_in_future');
    if (row.heldOn < project.starts_on!) throw refuse('held_before_start');
    if ((row.asked === null) !== (row.approving === null) || (row.approving ?? 0) > (row.asked ?? 0))
      throw refuse('rating_parts');
    if (new Set(row.panel.map((one) => one.personId)).size < row.panel.length) throw refuse('panel_twice');
    for (const { personId } of [...row.panel].sort((a, b) => a.personId.localeCompare(b.personId)))
      await mustBeApart(tx, personId, project.lead_id!);
    await insertAcceptance(tx, { ...row, projectId, by: person });
    const hashes = await addAcceptancePapers(tx, input.id, files);
    const { result, heldOn, score, asked, approving } = row;
    const panel = row.panel.map((one) => one.personId);
    return {
      reason: row.words,
      data: { acceptance: input.id, result, heldOn, score, asked, approving, panel, files: hashes },
    };
  });
}

async function mustBeApart(tx: Tx, person: string, lead: string): Promise<void> {
  await mustBePresent(tx, person);
  if (person === lead) throw refuse('acceptance_by_lead');
  if (!(await servesUnder(tx, person, lead))) return;
  const names = await personNames(tx, [person, lead]);
  throw refuse('acceptance_under_lead', { name: names.get(person) ?? '', lead: names.get(lead) ?? '' });
}
