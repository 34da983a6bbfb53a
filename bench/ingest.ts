/** Accepted signals a second over HTTP with a token, beside the same transaction by bare pg on as many connections. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { hashOf, newSecret } from '#platform/secret.ts';
import { makeServer } from '#root/server.ts';
import { startWorker } from '#root/worker.ts';
import { benchPlace, median, type Place, table } from './place.ts';

const CONNECTIONS = 8;
const SECONDS = 10;
const ROUNDS = 3;

type Answer = { done: number; seconds: number };

function client(kind: 'http' | 'bare', settings: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'ingest-client.ts'), [
      kind,
      JSON.stringify({ ...settings, connections: CONNECTIONS, seconds: SECONDS }),
    ]);
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`the client ended with ${code}`)));
  });
}

async function token({ city, world }: Place): Promise<string> {
  const secret = `sy_${newSecret()}`;
  await transact(city, async (tx) => {
    const row = {
      id: newId(),
      channel_id: world.channel,
      name: 'bench',
      hash: hashOf(secret),
      made_by: world.people.dispatcher,
    };
    await tx
      .insertInto('integration_token')
      .values({ ...row, made_at: tx.now, expires_at: new Date(tx.now.getTime() + 86_400_000) })
      .execute();
  });
  return secret;
}

const place = await benchPlace();
const { installation, city } = place;
const app = await makeServer(installation);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const worker = await startWorker(installation);
const url = `${address}/c/bench/api/signals`;
const secret = await token(place);
const databaseUrl = installation.pool.options.connectionString;
const rows: (string | number)[][] = [];
const rates: number[][] = [[], []];
for (let round = 1; round <= ROUNDS; round++) {
  const http = await client('http', { url, secret, seed: round });
  const backlog = await installation.pool.query(
    `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'react'`,
  );
  const bare = await client('bare', {
    databaseUrl,
    schema: city.schema,
    channel: place.world.channel,
    reporter: newId(),
    seed: round + 100,
  });
  const [a, b] = [http.done / http.seconds, bare.done / bare.seconds];
  rates[0]!.push(a);
  rates[1]!.push(b);
  rows.push([`round ${round}`, Math.round(a), Math.round(b), `${Math.round((a / b) * 100)} %`, backlog.rows[0].n]);
}
const [http, bare] = rates.map(median);
rows.push(['median', Math.round(http!), Math.round(bare!), `${Math.round((http! / bare!) * 100)} %`, '']);
table(
  `Signals a second, ${CONNECTIONS} connections, synchronous commit, 200-character words`,
  ['', 'HTTP with token', 'bare pg', 'ratio', 'reaction backlog (jobs)'],
  rows,
);
await worker.stop();
await app.close();
await place.end();
