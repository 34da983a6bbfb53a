/** Where benches run: an installation of their own on a database of their own, in a temporary folder. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillWorld, type World } from '#db/world.ts';
import { type City, transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { createCity } from '#root/create-city.ts';
import { type Installation, openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

export type Place = { installation: Installation; city: City; world: World; end(): Promise<void> };

/** The program's own database with its own settings: what a user gets by `npm start`. BENCH_DATA names a folder that is kept. */
export async function benchPlace(): Promise<Place> {
  registerRooms();
  const kept = process.env.BENCH_DATA;
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'suyuan-bench-'));
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
  const installation = await openInstallation(
    readConfig({ ...env, SUYUAN_DATA: dataDir, PORT: '0' }, dataDir),
    () => {},
    'bench',
  );
  const filled = kept && installation.cities.get('bench');
  const city = filled || (await createCity(installation, 'bench', { zh: '测试市', en: 'Bench' })).city;
  const note = path.join(dataDir, 'world.json');
  const world = filled ? (JSON.parse(readFileSync(note, 'utf8')) as World) : await transact(city, fillWorld);
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
