/** Ending one's own sessions elsewhere. */
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import { endSessions, type Session } from '#people/session.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** @throws not_found where it is not a running session of one's own */
export async function endOwnSession(tx: Tx, actor: Actor, session: string): Promise<void> {
  const person = personOf(actor);
  if ((await endSessions(tx, person, { only: session })) === 0) throw problem('not_found');
  await record(tx, actor, { verb: 'account.sessions_ended', kind: 'account', thing: person, data: { ended: 1 } });
}

/** @returns how many were running. */
export async function endOtherSessions(tx: Tx, actor: Actor, { id, personId }: Session): Promise<number> {
  const ended = await endSessions(tx, personId, { except: id });
  if (ended > 0) {
    await record(tx, actor, { verb: 'account.sessions_ended', kind: 'account', thing: personId, data: { ended } });
  }
  return ended;
}
