/** Rows to seal, a sealer with its anchor file, and the hand of an owner who changes what he should not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { record } from '#ledger/record.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';

export function sealing({ installation, city, tx }: TestCity) {
  const file = anchorPath(installation.config.anchorsDir, city.slug);
  const seal = (most?: number) => sealLedger(installation.owner, city, anchorFile(file), most);
  /** As the owner of the tables, whom nothing in the database stops. */
  const own = async (sql: string, values: unknown[] = []) => {
    const client = await installation.owner.connect();
    try {
      await client.query(`set search_path to "${city.schema}", ext`);
      return (await client.query(sql, values)).rows;
    } finally {
      client.release();
    }
  };
  return {
    file,
    seal,
    own,
    /** Until no row waits: transactions of other databases on the server are waited for as well. @returns how many rows. */
    async sealAll(most?: number): Promise<number> {
      for (let rows = 0; ; await sleep(10)) {
        rows += (await seal(most)).rows;
        const waiting = await own(`select from ledger l where txid >= coalesce(
          (select max(x) from seal s where s.epoch = l.epoch), '0'::xid8) limit 1`);
        if (waiting.length === 0) return rows;
      }
    },
    /** Rows in one transaction, with every column filled. */
    write: (count: number) =>
      tx((open) =>
        record(
          open,
          { ...program, id: newId(), forWhom: newId() },
          Array.from({ length: count }, (_, i) => ({
            verb: 'test.written',
            kind: 'test',
            thing: newId(),
            unit: newId(),
            reason: `理由，"${i}"`,
            data: { i, of: [count, null, { 深: 1.5 }] },
            commitment: Buffer.alloc(32, i),
            request: newId(),
          })),
        ),
      ),
    verify: (anchor?: string) => verifyLedger(city, anchor),
  };
}
