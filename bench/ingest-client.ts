/** The other side of bench/ingest.ts, in a process of its own: connections that send one signal after another. */
import { Agent, request } from 'node:http';
import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { indexGrams } from '#text/bigrams.ts';
import { writerOf } from './words.ts';

const kind = process.argv[2];
const settings = JSON.parse(process.argv[3]!);
const { connections, seconds, seed } = settings;
const writer = writerOf(seed);
const messages = Array.from({ length: 500 }, () => writer.message(200));
const until = performance.now() + seconds * 1_000;

async function overHttp(): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${settings.secret}`,
      };
      const sent = request(settings.url, { method: 'POST', agent, headers }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode!));
      });
      sent.once('error', reject);
      sent.end(body);
    });
  let done = 0;
  const one = async () => {
    while (performance.now() < until) {
      const words = messages[done % messages.length];
      const status = await post(
        JSON.stringify({
          id: newId(),
          number: newId(),
          words,
          matter: 'help',
          reporter: { name: '某某', phone: '13800138000' },
        }),
      );
      if (status !== 200) throw new Error(`the server answered ${status}`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return done;
}

/** BEGIN, signal, grams, ledger, job, COMMIT: what every accepted signal must write, by prepared statements. */
async function bare(): Promise<number> {
  let done = 0;
  const { schema, channel } = settings;
  const one = async () => {
    const client = new pg.Client({ connectionString: settings.databaseUrl });
    await client.connect();
    await client.query(`set search_path to ${schema}, ext`);
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
    while (performance.now() < until) {
      const id = newId();
      const words = messages[done % messages.length]!;
      const now = new Date();
      await client.query('begin');
      await run('reporter', 'insert into reporter (id, salt) values ($1, $2)', [id, Buffer.alloc(16)]);
      await run(
        'signal',
        `insert into signal (id, number, channel_id, source_key, state, matter, urgency, words, salt, reporter_id, received_at, recorded_at)
         values ($1, $2, $3, $4, 'untriaged', 'help', 'normal', $5, $6, $1, $7, $7)`,
        [id, id, channel, Buffer.from(id.replaceAll('-', ''), 'hex'), words, Buffer.alloc(16), now],
      );
      await run('grams', 'insert into signal_search (signal_id, received_at, grams) values ($1, $2, $3)', [
        id,
        now,
        `{${indexGrams(words).join(',')}}`,
      ]);
      await run(
        'ledger',
        `insert into ledger (at, actor_kind, verb, kind, thing) values ($1, 'program', 'bench.received', 'signal', $2)`,
        [now, id],
      );
      await run(
        'job',
        `select graphile_worker.add_job('bench-nothing', json_build_object('id', $1::text), run_at => now() + interval '1 day')`,
        [id],
      );
      await client.query('commit');
      done++;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return done;
}

const begun = performance.now();
const done = kind === 'http' ? await overHttp() : await bare();
process.send!({ done, seconds: (performance.now() - begun) / 1_000 });
process.disconnect();
