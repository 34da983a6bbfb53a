/** Setting ladders: a new one takes the place of the one before it, for limits that begin from then on. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { endLadder, holdLadders, insertLadder } from '#supervision/ladder.store.ts';
import { faultsOf, type LadderKind, ladderKinds, limitsOf, type Rung } from '#supervision/ladder.ts';

type Of = { kind: LadderKind; limitName: string | null };
type Input = Of & { id: string; name: string; fallbackId: string; rungs: Rung[]; reason: string };

/** @throws malformed with each rung that cannot be, ladder_limit_unknown, person_left where the fallback has gone. */
export async function issueLadder(tx: Tx, actor: Actor, input: Input): Promise<{ id: string }> {
  const { id, kind, limitName, name, fallbackId, rungs, reason } = input;
  mustFit(input);
  await holdLadders(tx);
  const by = signing(actor, 'ladder.manage');
  if (!(await once(tx, by, id, 'ladder.issue', input))) return { id };
  await presentPerson(tx, fallbackId);
  const was = await endLadder(tx, input);
  await insertLadder(tx, { id, kind, limitName, name, fallbackId, rungs, reason, by: personOf(actor) });
  const data = { kind, limit: limitName, rungs: rungs.length, was };
  await record(tx, by, { verb: 'ladder.issue', kind: 'ladder', thing: id, reason, data, request: id });
  return { id };
}

/** Limits that run go on up the ladder they began with. @throws ladder_none */
export async function stopLadder(
  tx: Tx,
  actor: Actor,
  input: Of & { id: string; reason: string },
): Promise<{ id: string }> {
  await holdLadders(tx);
  const by = signing(actor, 'ladder.manage');
  if (!(await once(tx, by, input.id, 'ladder.end', input))) return { id: input.id };
  const ended = await endLadder(tx, input);
  if (!ended) throw problem('ladder_none');
  const { reason, id } = input;
  await record(tx, by, { verb: 'ladder.end', kind: 'ladder', thing: ended, reason, request: id });
  return { id };
}

export function mustFit({ kind, limitName, rungs }: Of & { rungs: readonly Rung[] }): void {
  if (limitName !== null && !(limitsOf[kind] as readonly string[]).includes(limitName))
    throw problem('ladder_limit_unknown', { kind: ladderKinds[kind] });
  const fields = faultsOf(rungs).map(({ nth, fault }) =>
    fieldProblem(
      `rungs.${nth}.${fault === 'no_answer_days' ? 'answerDays' : fault === 'reminder_up' ? 'up' : 'at'}`,
      `ladder_${fault}`,
    ),
  );
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
}
