/** Releasing a city that was restored: by the owner's role, with a row in the ledger in the same transaction. */
import { userInfo } from 'node:os';
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { type City, openCity, transact } from '#platform/city.ts';
import { problem } from '#platform/problem.ts';
import type { Installation } from '#root/install.ts';

/** The account of this machine that gave the command: with `sudo`, the person's, not root's. */
export const commandedBy = (): string => process.env.SUDO_USER || userInfo().username;

/** From now on `mayGoOut` says yes. @throws not_held */
export async function release({ owner }: Installation, city: City): Promise<{ held_since: Date }> {
  return transact(openCity({ ...city, pool: owner }), async (tx) => {
    const { rows } = await sql<{ held_since: Date | null; restored_from: string }>`
      select held_since, restored_from from suyuan.city where slug = ${city.slug} for update`.execute(tx);
    const { held_since, restored_from } = rows[0]!;
    if (!held_since) throw problem('not_held', { slug: city.slug });
    await sql`update suyuan.city set held_since = null where slug = ${city.slug}`.execute(tx);
    const data = { account: commandedBy(), held_since: held_since.toISOString() };
    await record(tx, program, { verb: 'backup.released', kind: 'backup', thing: restored_from, data });
    return { held_since };
  });
}
