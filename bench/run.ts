/**
 * `npm run bench`: every bench in turn, each in a process of its own; `npm run bench -- search` runs those named so, and hands
 * them whatever else is said: `npm run bench -- text-pairs FILE PAIRS.csv WORD`.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const all = [
  ...['reading', 'sheet', 'ingest', 'import', 'search', 'source-line', 'verify', 'seal'],
  ...[
    'desk',
    'public',
    'repeats',
    'dispatch',
    'notice',
    'ladder',
    'clocks',
    'due',
    'rates',
    'chaos',
    'text-group',
    'text-pairs',
  ],
];
const said = process.argv.slice(2);
const wanted = said.filter((one) => all.includes(one));
const given = said.filter((one) => !all.includes(one));
if (said.length > 0 && wanted.length === 0) throw new Error(`no such bench; there are ${all.join(', ')}`);
for (const name of wanted.length > 0 ? wanted : all) {
  // Judged pairs are real messages, which no repository holds.
  if (name === 'text-pairs' && given.length === 0) {
    process.stderr.write('\ntext-pairs: say FILE and PAIRS.csv\n');
    continue;
  }
  process.stderr.write(`\n${name}…\n`);
  const file = path.join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, [file, ...given], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
