/** Verbs of evidence: handing in submits the task; the review confirms it or returns it with a reason. */

import { type EvidenceFile, insertHandIn, insertReview, lastHandIn } from '#evidence/evidence.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { findStored } from '#platform/stored.ts';
import { decideOnTask } from '#task/task.actions.ts';
import { closeAssignments } from '#triage/assignment.store.ts';

type Decision = { id: string; version: number };

/** Files were uploaded before and are named by their hash; from here on they cannot be changed or taken back. */
export async function handIn(
  tx: Tx,
  actor: Actor,
  taskId: string,
  input: Decision & { words: string; files: { hash: string; name: string }[] },
) {
  return decideOnTask(tx, actor, taskId, 'submit', input, async ({ person }) => {
    const files: EvidenceFile[] = await Promise.all(
      input.files.map(async ({ hash, name }) => {
        const stored = await findStored(tx.city, hash);
        if (!stored) throw refuse('file_missing');
        return { hash, name, ...stored };
      }),
    );
    await insertHandIn(tx, { id: input.id, taskId, by: person, words: input.words, files });
    return { data: { files: files.map((file) => file.hash) } };
  });
}

/** The reviewer is another person than the one who handed in: checked by the task's roles. */
export async function review(
  tx: Tx,
  actor: Actor,
  taskId: string,
  input: Decision & { passed: boolean; words: string },
) {
  const step = input.passed ? 'confirm' : 'return';
  return decideOnTask(tx, actor, taskId, step, input, async ({ person }) => {
    const handed = (await lastHandIn(tx, taskId))!;
    if (handed.by_person === person) throw refuse('own_review');
    await insertReview(tx, { id: input.id, handInId: handed.id, by: person, passed: input.passed, words: input.words });
    if (input.passed) await closeAssignments(tx, { taskId }, person, { reason: 'finished' });
    return { reason: input.words };
  });
}
