/** bin/test and bin/check: types, lint and tests over one database server; the last line counts what passed. */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { givenServer, startTestServer } from '#test/server.ts';

type Counts = { passed: number; failed: number; skipped: number };

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = words.filter((word) => !word.startsWith('--'));

/** When nothing begins or ends for so long, a file hangs: node's own limit of time does not see one that never exits. */
const SILENCE_MS = 300_000;

/** What node makes of a file (types taken out, compiled) is kept for the next process: half of what a story costs to begin. */
const NODE_COMPILE_CACHE = join(root, 'node_modules/.compile-cache');

const stop = new AbortController();

/** Runs a checker of node_modules/.bin; its words are shown when it is not content. */
function check(title: string, name: string, args: string[]): Promise<Counts> {
  return new Promise((resolve) => {
    const program = join(root, 'node_modules/.bin', name);
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    const finish = (passed: boolean) => {
      process.stdout.write(passed ? `✔ ${title}\n` : `✖ ${title}\n${Buffer.concat(said)}\n`);
      resolve({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
    };
    child.once('error', () => finish(false));
    child.once('close', (status) => finish(status === 0));
  });
}

const checks = () => [
  check('types', 'tsc', ['-p', '.']),
  ...(existsSync(join(root, 'src/web')) ? [check('types of the pages', 'tsc', ['-p', 'tsconfig.web.json'])] : []),
  check('format and lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=30', '--colors=off']),
];

function testFiles(): string[] {
  if (quick) return globSync('test/house.test.ts', { cwd: root });
  const all = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  }).sort();
  return wanted.length === 0 ? all : all.filter((file) => wanted.some((word) => file.includes(word)));
}

function runTests(files: string[], env: Record<string, string>): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const events = run({
      files: files.map((file) => join(root, file)),
      cwd: root,
      concurrency: availableParallelism(),
      env: { ...process.env, NODE_COMPILE_CACHE, ...env },
      signal: stop.signal,
    });
    const silence = setTimeout(() => stop.abort(), SILENCE_MS);
    events.on('test:dequeue', () => silence.refresh()).on('test:complete', () => silence.refresh());
    let counts: Counts = { passed: 0, failed: 1, skipped: 0 };
    events.on('test:summary', ({ file, counts: found }) => {
      // Each file sums up, then the whole run without a file. What was cut off or hung has failed.
      const skipped = found.skipped + found.todo;
      if (!file) counts = { passed: found.passed, failed: found.tests - found.passed - skipped, skipped };
    });
    const report = events.compose(spec);
    report.on('error', reject).on('end', () => {
      clearTimeout(silence);
      resolve(counts);
    });
    report.pipe(process.stdout, { end: false });
  });
}

/** One server for all files. A database of the user's is never taken for it, unless its superuser is named as well. */
async function tests(files: string[]): Promise<Counts[]> {
  if (files.length === 0) return [];
  if (quick || givenServer()) return [await runTests(files, {})];
  const server = await startTestServer();
  try {
    const { appUrl, ownerUrl, adminUrl } = server;
    const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SUYUAN_TEST_ADMIN_URL: adminUrl };
    return [await runTests(files, env)];
  } finally {
    await server.end();
  }
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stop.abort());

const failedToRun = (error: unknown): Counts[] => {
  process.stdout.write(`✖ ${error instanceof Error ? error.stack : String(error)}\n`);
  return [{ passed: 0, failed: 1, skipped: 0 }];
};

const checked = wanted.length === 0 ? await Promise.all(checks()) : [];
const tested = await tests(testFiles()).catch(failedToRun);
const total = (of: keyof Counts) => [...checked, ...tested].reduce((sum, counts) => sum + counts[of], 0);
const failed = total('failed') + (stop.signal.aborted ? 1 : 0);
process.stdout.write(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped\n`);
// Nothing run is not a success.
process.exitCode = failed === 0 && total('passed') > 0 ? 0 : 1;
