/** Whoever watches the installation sees figures: health for a load balancer, metrics for Prometheus, nothing of people. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { Problem } from '#platform/problem.ts';
import { healthOf } from '#root/health.ts';
import { makeMetrics, serveMetrics } from '#root/metrics.ts';
import { testCity } from '#test/database.ts';
import { testServer } from '#test/server.ts';
import { stepsOf } from '#test/steps.ts';
import { sealing } from '#test/stories/ledger/sealing.ts';

const story = await testCity();
const { app, installation, world } = story;
const { ok, signal } = stepsOf(story);
const database = (await installation.owner.query('select current_database() as name')).rows[0].name as string;
const admin = new pg.Client({ connectionString: (await testServer()).adminUrl });
await admin.connect();
after(() => admin.end());

const unsaid = ({ en }: { en: string }) => assert.fail(en);
const id = await signal('化粪池满溢，请回电13800138000', { reporter: { name: '钱多多', phone: '13800138000' } });
await ok('dispatcher', 'GET', `/signals/${id}`);

test('a healthy one answers 200 with figures, and what waits too long is a warning', async () => {
  await story.settle();
  const answer = await app.inject('/health');
  assert.equal(answer.statusCode, 200);
  const { ok: well, database: reached, disk, queue, reactions, cities } = answer.json();
  assert.deepEqual([well, reached, cities], [true, { ok: true }, 1]);
  assert.ok(disk.free_bytes > 0);
  assert.equal(reactions.oldest_undone_seconds, 0);
  assert.equal(queue.failed, 0);
  await signal('没有人理会的来电');
  await installation.pool.query(
    `select graphile_worker.add_job('react', '{"city":"qinglan"}', run_at => now() - interval '10 minutes')`,
  );
  story.pass({ hours: 1 });
  const later = await healthOf(installation)();
  assert.ok(later.ok);
  assert.deepEqual(later.warnings, ['queue_behind', 'reactions_behind', 'seal_behind']);
  assert.equal(later.reactions?.oldest_undone_seconds, 3600);
  assert.ok(later.queue!.oldest_seconds >= 600);
});

test('metrics count requests by route, and hold no id, name, number or word of anybody', async () => {
  await app.inject(`/c/qinglan/api/nowhere/${newId()}`);
  const text = await makeMetrics(installation).metrics();
  assert.match(
    text,
    /request_duration_seconds_count\{method="GET",route="\/c\/:city\/api\/signals\/:id",status="200"\} 1\n/,
  );
  assert.match(text, /suyuan_queue_jobs\{state="waiting"\} [1-9]/);
  assert.match(text, /suyuan_pool_connections\{role="app",state="idle"\} \d/);
  assert.match(text, /suyuan_reaction_oldest_seconds\{city="qinglan"\} 3600\n/);
  assert.match(text, /process_resident_memory_bytes \d{7,}/);
  assert.doesNotMatch(text, /13800138000|钱多多|化粪池|[0-9a-f]{8}-[0-9a-f]{4}-/);
  assert.ok(!text.includes(world.people.dispatcher));
});

test('sealing shows: how long rows wait, and an alarm where the anchor is not what the ledger says', async () => {
  const { seal, sealAll, write, file } = sealing(story);
  const depth = async () => (await healthOf(installation)()).seal!;
  const before = await depth();
  assert.deepEqual([before.oldest_unsealed_seconds, before.alarms], [3600, 0]);
  assert.ok(before.unsealed_rows > 1);
  await sealAll();
  assert.deepEqual(await depth(), { oldest_unsealed_seconds: 0, unsealed_rows: 0, alarms: 0 });
  await write(3);
  story.pass({ hours: 1 });
  assert.deepEqual(await depth(), { oldest_unsealed_seconds: 3600, unsealed_rows: 3, alarms: 0 });
  await sealAll();

  const kept = readFileSync(file, 'utf8');
  const last = kept.trim().split('\n').at(-1)!;
  for (const [text, what] of [
    [`${kept}${last.replace(/"number":\d+/, '"number":999')}\n`, 'ahead'],
    [kept.replace(last, last.replace(/"rows":\d+/, '"rows":999')), 'other'],
    [kept.replace(`${last}\n`, ''), 'a line that could not be written, for an hour'],
  ] as const) {
    writeFileSync(file, text);
    story.pass({ hours: 1 });
    const { warnings, seal: shown } = await healthOf(installation)();
    assert.equal(shown?.alarms, 1, what);
    assert.ok(warnings.includes('seal_alarm'), what);
    assert.match(await makeMetrics(installation).metrics(), /suyuan_seal_alarm\{city="qinglan"\} 1\n/);
  }
  writeFileSync(file, kept);
  await seal();
  assert.match(await makeMetrics(installation).metrics(), /suyuan_seal_alarm\{city="qinglan"\} 0\n/);
  assert.match(await makeMetrics(installation).metrics(), /suyuan_seal_waiting_rows\{city="qinglan"\} 0\n/);
});

test('they are served apart from the pages; a place that cannot be had is told, or refused where it was asked for', async () => {
  assert.equal((await app.inject('/metrics')).statusCode, 404);
  const at = (port: number, asked: boolean) => ({
    ...installation,
    config: { ...installation.config, metrics: { host: '127.0.0.1', port, asked } },
  });
  const served = (await serveMetrics(at(0, true), unsaid))!;
  const answer = await fetch(`http://127.0.0.1:${served.port}/metrics`);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
  assert.match(await answer.text(), /^# HELP/);
  const said: string[] = [];
  assert.equal(await serveMetrics(at(served.port, false), ({ en }) => said.push(en)), undefined);
  assert.match(said[0]!, /EADDRINUSE/);
  const refused = serveMetrics(at(served.port, true), unsaid);
  await assert.rejects(refused, (error: Problem) => error.body.code === 'metrics_unreachable');
  await served.close();
});

test('without its database it answers 503 and says so, and metrics still tell the rest', async () => {
  await admin.query(`alter database ${database} connection limit 0`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
  try {
    const gone = await healthOf(installation)();
    assert.deepEqual([gone.ok, gone.warnings, gone.queue], [false, ['database_gone'], null]);
    assert.match(await makeMetrics(installation).metrics(), /process_resident_memory_bytes/);
  } finally {
    await admin.query(`alter database ${database} connection limit -1`);
  }
  assert.equal((await healthOf(installation)()).ok, true);
});
