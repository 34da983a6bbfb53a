/** `npm run bench`: every bench in turn, each in a process of its own; `npm run bench -- search` runs those named so. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const wanted = process.argv.slice(2);
const all = [
  ...['reading', 'sheet', 'ingest', 'import', 'search', 'source-line', 'verify', 'seal'],
  ...['desk', 'public', 'repeats', 'ladder'],
];
for (const name of all.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  const file = path.join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) continue;
  process.stderr.write(`\n${name}…\n`);
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
