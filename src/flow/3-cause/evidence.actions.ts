/** What speaks for a cause and what against it: words, with a file if there is one, by a named person. */

import { findCauseEvidence, insertCauseEvidence, withdrawEvidence } from '#cause/cause.store.ts';
import type { Side } from '#cause/cause.ts';
import { type Decision, type Done, decideOnCause } from '#cause/decide.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { findStored } from '#platform/stored.ts';

/** The file was uploaded before and is named by its hash. @throws file_missing */
export function weighCause(
  tx: Tx,
  actor: Actor,
  causeId: string,
  input: Decision & { side: Side; words: string; file: { hash: string; name: string } | null },
): Promise<Done> {
  return decideOnCause(tx, actor, causeId, 'weigh', input, async ({ person }) => {
    const stored = input.file && (await findStored(tx.city, input.file.hash));
    if (input.file && !stored) throw problem('file_missing');
    const file = input.file && stored ? { ...input.file, ...stored } : null;
    const { id, side, words } = input;
    await insertCauseEvidence(tx, { id, causeId, side, words, file, by: person });
    return { data: { side, evidence: id, ...(file && { file: file.hash }) } };
  });
}

/** Taken back by whoever put it there; it stays in the record. @throws not_found, not_yours */
export async function unweighCause(
  tx: Tx,
  actor: Actor,
  causeId: string,
  input: Decision & { evidenceId: string },
): Promise<Done> {
  const evidence = await findCauseEvidence(tx, input.evidenceId);
  if (evidence.cause_id !== causeId) throw problem('not_found');
  return decideOnCause(tx, actor, causeId, 'weigh', input, async ({ person }) => {
    if (evidence.by_person !== person) throw problem('not_yours');
    await withdrawEvidence(tx, evidence.id, person);
    return { data: { evidence: evidence.id, taken_back: true } };
  });
}
