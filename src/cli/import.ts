/** `suyuan import`: a file into a city, progress on standard error, one line of JSON at the end. */
import { readFile } from 'node:fs/promises';
import { importFile } from '#intake/import-file.ts';
import { program } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { cityFor, withInstallation } from '#root/cli/open.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';

const HOTLINE = '01';

export async function importCommand([kind, file]: string[], options: Options): Promise<void> {
  if (!kind || !file || !['signals', 'people', 'units'].includes(kind)) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  await withInstallation(async (installation) => {
    const city = cityFor(installation, options.city);
    const code = options.channel ?? HOTLINE;
    const channel = await transact(city, (tx) =>
      tx.selectFrom('channel').select('id').where('code', '=', code).executeTakeFirst(),
    );
    const done = await importFile(city, program, kind, file, {
      ...(options.map && { map: JSON.parse(await readFile(options.map, 'utf8')) }),
      options: kind === 'signals' ? { channelId: channel?.id } : {},
      onProgress: ({ read }) => void process.stderr.write(`\r${read} 行 rows`),
    });
    process.stderr.write('\n');
    const { accepted, repeated, revised, rejected } = done;
    process.stdout.write(
      options.json
        ? `${JSON.stringify(done)}\n`
        : `新收 ${accepted}，重复 ${repeated}，更正 ${revised}，退回 ${rejected}${done.rejects_file ? `（${done.rejects_file}）` : ''}\n`,
    );
    if (!options.json) return;
  });
}
