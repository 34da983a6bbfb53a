/** A process that reads the ledger once, verifying it or only selecting it, and tells how long it took and its peak of memory. */
import { streamed } from '#ledger/seal.store.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { readConfig } from '#platform/config.ts';
import { searchPath } from '#platform/db.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { cpu } from './cpu.ts';

/** `peak` in KB, CPU in seconds. */
export type Read = { rows: number; seconds: number; peak: number; node: number; postgres: number };

const [kind, text] = process.argv.slice(2);
const { dataDir, city: slug, anchor } = JSON.parse(text!);
registerRooms();
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
const installation = await openInstallation(readConfig({ ...env, SUYUAN_DATA: dataDir }, dataDir), () => {}, 'bench');
const city = installation.cities.get(slug)!;

async function select(): Promise<number> {
  const client = await city.pool.connect();
  await client.query(`begin read only; ${searchPath(city.schema)}; set local statement_timeout to 0`);
  let rows = 0;
  for await (const batch of streamed(client, 'bare', 'select * from ledger order by seq')) rows += batch.length;
  await client.query('rollback');
  client.release();
  return rows;
}

async function verify(): Promise<number> {
  const report = await verifyLedger(city, anchor);
  if (!report.ok) throw new Error(`not whole: ${JSON.stringify(report.findings)}`);
  return report.rows;
}

await city.pool.query('select'); // the backend that reads is there before its CPU is looked at
const before = await cpu(city.pool);
const begun = performance.now();
const rows = await (kind === 'verify' ? verify() : select());
const seconds = (performance.now() - begun) / 1_000;
const after = await cpu(city.pool);
const used = { node: after.node - before.node, postgres: after.postgres - before.postgres };
process.send!({ rows, seconds, peak: process.resourceUsage().maxRSS, ...used } satisfies Read);
process.disconnect();
await installation.close();
