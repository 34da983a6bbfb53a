/** `suyuan backup`, `restore` and `release`: progress on standard error, one line at the end on standard output. */

import path from 'node:path';
import { plural } from '#platform/fill.ts';
import { backUp, type Progress } from '#root/backup/backup.ts';
import { release } from '#root/backup/release.ts';
import { restore } from '#root/backup/restore.ts';
import { cityFor, say, withInstallation } from '#root/cli/open.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';

const onProgress: Progress = (what, count) => void process.stderr.write(`${what}  ${count}\n`);

const wrongUse = (): void => {
  process.stderr.write(usage);
  process.exitCode = 2;
};

export async function backupCommand([file]: string[], { city: slug, json }: Options): Promise<void> {
  if (!file) return wrongUse();
  await withInstallation(async (installation) => {
    const began = process.hrtime.bigint();
    const made = await backUp(cityFor(installation, slug), path.resolve(file), onProgress);
    const seconds = Number((process.hrtime.bigint() - began) / 10_000_000n) / 100;
    if (made.damaged_files.length > 0) {
      say({
        zh: `有 ${made.damaged_files.length} 个文件在备份之前就已损坏，原样收入：${made.damaged_files.join(' ')}`,
        en: `${made.damaged_files.length} ${plural(made.damaged_files.length, 'file was', 'files were')} damaged before this backup, and in it as found`,
      });
    }
    const { rows, files, bytes } = made;
    process.stdout.write(
      json
        ? `${JSON.stringify({ ...made, seconds })}\n`
        : `已备份 ${made.city}：${rows} 行，${files} 个文件，${bytes} 字节，${seconds} 秒  SHA-256 ${made.sha256}\n`,
    );
  });
}

export async function restoreCommand([file]: string[], options: Options): Promise<void> {
  if (!file) return wrongUse();
  await withInstallation(async (installation) => {
    const { city: slug, 'without-identifiers': withoutIdentifiers } = options;
    const done = await restore(installation, path.resolve(file), { slug, withoutIdentifiers, onProgress });
    say({
      zh: `对外发送暂停，核对后执行 suyuan release ${done.city}；正在运行的服务须重新启动才能打开这座城市`,
      en: `Nothing goes outside until you run suyuan release ${done.city}; a running server has to be started again to open the city`,
    });
    process.stdout.write(
      options.json
        ? `${JSON.stringify(done)}\n`
        : `已恢复 ${done.city}（备份于 ${done.made_at}）：${done.rows} 行，${done.files} 个文件，${done.jobs} 个作业\n`,
    );
  });
}

export async function releaseCommand([slug]: string[], { json }: Options): Promise<void> {
  if (!slug) return wrongUse();
  await withInstallation(async (installation) => {
    const { held_since } = await release(installation, cityFor(installation, slug));
    const since = held_since.toISOString();
    process.stdout.write(
      json ? `${JSON.stringify({ city: slug, held_since: since })}\n` : `${slug} 已放行（自 ${since} 起暂停）\n`,
    );
  });
}
