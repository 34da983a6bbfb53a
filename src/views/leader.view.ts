/** The leader's page: what waits for me, what falls due next, what is late and with whom, what only I can sign. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { myWork } from '#views/my-work.view.ts';
import type { LeaderPage } from '#views/overview.api.ts';
import { runningBetween } from '#views/running.view.ts';
import { signSources } from '#views/sign-sources.ts';

/** As many as a thumb scrolls by: the figure says how many there are. */
const LINES = 6;
const SIGNED = 10;

export async function leaderPage(tx: Tx, actor: Actor): Promise<LeaderPage> {
  const mine = await myWork(tx, actor, 'todo', { limit: LINES });
  const sign: LeaderPage['sign'] = [];
  for (const { kind, said, find } of signSources) sign.push({ kind, said, ...(await find(tx, actor, SIGNED)) });
  return {
    mine: { items: mine.items, more: mine.next !== null },
    next: await runningBetween(tx, actor, { from: tx.now, to: null, limit: LINES }),
    red: await runningBetween(tx, actor, { from: null, to: tx.now, limit: LINES }),
    sign,
  };
}
