/** Import from a workbook to committed and searchable, then the merge of the search index, beside a bare COPY of the same rows. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { mergeIndex } from '#signal/search.store.ts';
import { copyBare } from './import-copy.ts';
import { makeExport } from './import-file.ts';
import { benchPlace, median, type Place, table } from './place.ts';

const ROUNDS = 3;
/** So many that what is not merged yet (3.4 KB a row) fits the list for it, 256 MB: the merge is measured apart. */
const cases = [
  { columns: 8, rows: 60_000 },
  { columns: 30, rows: 30_000 },
];

type Run = { read: number; accepted: number; seconds: number; peakMb: number };

/** In a program of its own, as the command line is, so that the peak is its own. */
async function importAlone({ installation }: Place, file: string, channelId: string): Promise<Run> {
  const { config, pool, owner } = installation;
  const databases = { databaseUrl: pool.options.connectionString, databaseOwnerUrl: owner.options.connectionString };
  const given = JSON.stringify({ config: { ...config, ...databases }, file, channelId });
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-semi-space-size=4', // as bin/suyuan has it
    path.join(import.meta.dirname, 'import-run.ts'),
    given,
  ]);
  return JSON.parse(stdout) as Run;
}

/** On a channel of its own the same file is new each time. */
async function newChannel({ city }: Place, code: number): Promise<string> {
  const id = newId();
  const row = { id, code: String(code), name: `导入 ${code}`, kind: 'hotline' as const };
  await transact(city, (tx) => tx.insertInto('channel').values(row).execute());
  return id;
}

const place = await benchPlace();
const lines: (string | number)[][] = [];
let code = 50;
for (const { columns, rows } of cases) {
  const file = path.join(place.installation.config.dataDir, `${columns}.xlsx`);
  await makeExport(file, rows, columns);
  const rates: Record<'run' | 'merge' | 'copy' | 'peak', number[]> = { run: [], merge: [], copy: [], peak: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const channel = await newChannel(place, code++);
    const run = await importAlone(place, file, channel);
    if (run.accepted !== rows) throw new Error(`accepted ${run.accepted} of ${rows}`);
    const begun = performance.now();
    await transact(place.city, mergeIndex);
    const merging = (performance.now() - begun) / 1_000;
    const copying = await copyBare(place, channel);
    rates.run.push(rows / run.seconds);
    rates.peak.push(run.peakMb);
    rates.merge.push(rows / merging);
    rates.copy.push(rows / copying);
  }
  const [run, merge, copy, peak] = [rates.run, rates.merge, rates.copy, rates.peak].map((all) =>
    Math.round(median(all)),
  );
  lines.push([
    `${columns} columns, ${rows.toLocaleString('en')} rows`,
    run!,
    merge!,
    copy!,
    `${Math.round((run! / copy!) * 100)} %`,
    peak!,
  ]);
}
table(
  `Import of an .xlsx with 200-character words, rows a second, median of ${ROUNDS}`,
  ['', 'import', 'index merged behind it', 'bare COPY of the same rows', 'ratio', 'peak RSS (MB)'],
  lines,
);
await place.end();
