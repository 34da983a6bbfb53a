/** Where benches run: an installation of their own on a database of their own, in a temporary folder. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { World } from '#db/world.ts';
import type { City } from '#platform/city.ts';
import type { Installation } from '#root/install.ts';
import { openOwnPlace } from '#test/own-place.ts';

export type Place = { installation: Installation; city: City; world: World; end(): Promise<void> };

/** The program's own database with its own settings: what a user gets by `npm start`. BENCH_DATA names a folder that is kept. */
export async function benchPlace(): Promise<Place> {
  const kept = process.env.BENCH_DATA;
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'suyuan-bench-'));
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  const { installation, city, world: made } = await openOwnPlace(dataDir);
  const note = path.join(dataDir, 'world.json');
  const world = made ?? (JSON.parse(readFileSync(note, 'utf8')) as World);
  writeFileSync(note, JSON.stringify(world));
  const end = async () => {
    await installation.close();
    if (!kept) rmSync(dataDir, { recursive: true, force: true });
  };
  return { installation, city, world, end };
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export const percentile = (numbers: number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

/** A table as Markdown, to be read on the screen and put into docs/bench.md. */
export function table(title: string, head: string[], rows: (string | number)[][]): void {
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)).join(' | ')} |`;
  process.stdout.write([`\n### ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
