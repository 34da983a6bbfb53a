/** `suyuan keys export|import SLUG FILE`: a city's keys, carried apart from its backups. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { errorCode } from '#platform/files-disk.ts';
import { newId } from '#platform/ids.ts';
import { lockKeys, unlockKeys } from '#platform/keys-carry.ts';
import { cityKeysText, placeCityKeys } from '#platform/keys-file.ts';
import { problem } from '#platform/problem.ts';
import { writeNew } from '#platform/write-new.ts';
import { commandedBy } from '#root/backup/release.ts';
import { cityFor, withInstallation } from '#root/cli/open.ts';
import { askPassphrase } from '#root/cli/passphrase.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';

export async function keysCommand([verb, slug, file]: string[], { json }: Options): Promise<void> {
  if (!slug || !file || !['export', 'import'].includes(verb ?? '')) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const ids = await (verb === 'export' ? carryOut : carryIn)(slug, path.resolve(file));
  process.stdout.write(
    json ? `${JSON.stringify({ city: slug, keys: ids })}\n` : `${slug}：${ids.length} 把密钥 keys ${ids.join(' ')}\n`,
  );
}

/** The ledger tells that it was done, by which account of the machine. */
const carryOut = (slug: string, file: string) =>
  withInstallation(async (installation) => {
    const city = cityFor(installation, slug);
    if (await stat(file).catch(() => undefined)) throw problem('file_exists', { file });
    const locked = await lockKeys(slug, cityKeysText(installation.config.keysDir, slug), await askPassphrase(true));
    const data = { account: commandedBy(), keys: [...city.keys.sealing.keys()] };
    await transact(city, (tx) => record(tx, program, { verb: 'keys.exported', kind: 'keys', thing: newId(), data }));
    await writeNew(file, locked);
    return data.keys;
  });

/** Needs no database: the keys come before the city. */
async function carryIn(slug: string, file: string): Promise<string[]> {
  const { keysDir } = readConfig(process.env, process.cwd());
  const text = await readFile(file, 'utf8').catch((error) => {
    throw problem('file_unreadable', { file, why: errorCode(error) ?? '?' });
  });
  const opened = await unlockKeys(text, path.basename(file), await askPassphrase(false));
  return [...placeCityKeys(keysDir, slug, opened).sealing.keys()];
}
