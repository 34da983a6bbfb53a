/** An import is left, stopped, killed: it goes on where it stood, and nothing is there twice or missing. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sweepImports } from '#intake/intake.jobs.ts';
import { runImport } from '#intake/run-import.ts';
import { startWorker } from '#root/worker.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk } from '#test/stories/import/desk.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const desk = importDesk(story);
const { city, installation } = story;

/** Without numbers and with repeats far apart, so that occurrences have to survive; every tenth row cannot be read. */
function tickets(name: string, count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const kind = i % 700;
    return `${i % 10 === 3 ? '不是日期' : '2026-03-02 08:00'},${name}第 ${kind} 种，路面积水`;
  });
  return Buffer.from(`受理时间,主要内容\n${rows.join('\n')}\n`);
}
const good = (count: number) => count - Math.ceil((count - 3) / 10);

async function words(importId: string): Promise<Map<string, number>> {
  const rows = await story.tx((tx) =>
    tx.selectFrom('signal').select('words').where('import_id', '=', importId).execute(),
  );
  const found = new Map<string, number>();
  for (const row of rows) found.set(row.words, (found.get(row.words) ?? 0) + 1);
  return found;
}

/** Every kind as often as the file has it. */
function expected(name: string, count: number): Map<string, number> {
  const all = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    if (i % 10 === 3) continue;
    const said = `${name}第 ${i % 700} 种，路面积水`;
    all.set(said, (all.get(said) ?? 0) + 1);
  }
  return all;
}
const sorted = (map: Map<string, number>) => [...map].sort();

test('killed by kill −9 in the middle, it is taken up by another program and ends whole', async () => {
  const count = 4_000;
  const id = await desk.begin('杀.csv', tickets('杀', count));
  const given = JSON.stringify({ config: installation.config, id });
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'runner.ts'), given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= 1_000) break;
  child.kill('SIGSTOP');
  // It only stands still: it may go on at any moment, and nobody may take it.
  assert.equal(await runImport(city, id), false);
  assert.equal(await sweepImports(city), 0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const left = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.equal(left.state, 'running');
  assert.ok(left.counts.read >= 1_000 && left.counts.read < count, `read ${left.counts.read}`);
  // It has not been silent for long enough, but the server knows that its runner is gone.
  const begun = performance.now();
  for (let found = 0; found === 0; found = await sweepImports(city)) {
    assert.ok(performance.now() - begun < 10_000, 'found at once');
    await sleep(20);
  }
  // And so does the program when it is started again.
  const worker = await startWorker(installation);
  let done = await ok('dispatcher', 'GET', `/imports/${id}`);
  for (; done.state === 'running' && performance.now() - begun < 25_000; await sleep(50)) {
    done = await ok('dispatcher', 'GET', `/imports/${id}`);
  }
  await worker.stop();
  assert.deepEqual(
    [done.state, done.share, countsOf(done)],
    ['finished', 1, { read: count, accepted: good(count), rejected: count - good(count) }],
  );
  assert.deepEqual(sorted(await words(id)), sorted(expected('杀', count)));
  assert.equal((await desk.rejects(id)).length, 1 + count - good(count));
  assert.deepEqual(countsOf(await desk.take('杀.csv', tickets('杀', count))), {
    read: count,
    repeated: good(count),
    rejected: count - good(count),
  });
});

test('two runners at once: one has it; two imports of one file at once: each row is there once', async () => {
  const count = 3_000;
  const [first, second] = await Promise.all([
    desk.begin('同.csv', tickets('同', count)),
    desk.begin('同.csv', tickets('同', count)),
  ]);
  const had = await Promise.all([runImport(city, first), runImport(city, first), runImport(city, second)]);
  assert.deepEqual(had.slice(0, 2).sort(), [false, true]);
  const both = await Promise.all([first, second].map((id) => ok('dispatcher', 'GET', `/imports/${id}`)));
  const sum = (key: string) => both.reduce((total, one) => total + one.counts[key], 0);
  assert.deepEqual([sum('accepted'), sum('repeated'), sum('revised')], [good(count), good(count), 0]);
});

test('a runner that was taken for dead and comes back writes nothing more', async () => {
  const count = 4_000;
  const id = await desk.begin('迟.csv', tickets('迟', count));
  let other: Promise<boolean> | undefined;
  const onProgress = () => {
    other ??= runImport(city, id, { silenceMs: 0 });
  };
  await runImport(city, id, { onProgress });
  assert.equal(await other, true);
  const done = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.deepEqual(
    [done.state, countsOf(done)],
    ['finished', { read: count, accepted: good(count), rejected: count - good(count) }],
  );
  assert.deepEqual(sorted(await words(id)), sorted(expected('迟', count)));
});

test('stopped by a person it stands still, and goes on when it is resumed', async () => {
  const count = 4_000;
  const id = await desk.begin('停.csv', tickets('停', count));
  let stopped: Promise<unknown> | undefined;
  const onProgress = () => {
    stopped ??= ok('dispatcher', 'POST', `/imports/${id}/stop`);
  };
  await runImport(city, id, { onProgress });
  await stopped;
  const left = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.equal(left.state, 'stopped');
  assert.ok(left.counts.read > 0 && left.counts.read < count);
  assert.equal(await runImport(city, id), false);
  const refused = await story.call('dispatcher', 'POST', `/imports/${id}/run`, {
    sheet: '',
    headerRow: 1,
    columns: [{ index: 1, name: '主要内容', field: 'words' }],
  });
  assert.deepEqual([refused.status, refused.body.code], [409, 'not_now']);
  await ok('dispatcher', 'POST', `/imports/${id}/resume`);
  await runImport(city, id);
  const done = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.deepEqual(
    [done.state, countsOf(done)],
    ['finished', { read: count, accepted: good(count), rejected: count - good(count) }],
  );
  assert.deepEqual(sorted(await words(id)), sorted(expected('停', count)));
});

test('what ends its runner again and again is given up, in words', async () => {
  const id = await desk.begin('坏.csv', tickets('坏', 10));
  await story.tx((tx) =>
    tx
      .updateTable('import')
      .set({ takes: 5, runner: id, beat_at: new Date(0) })
      .where('id', '=', id)
      .execute(),
  );
  await sweepImports(city);
  const done = await ok('dispatcher', 'GET', `/imports/${id}`);
  assert.deepEqual([done.state, done.error.code], ['failed', 'import_stuck']);
});
