/** Reading a backup: part by part, and once from end to end before anything is made of it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import type { z } from 'zod';
import { errorCode } from '#platform/files-disk.ts';
import { Problem, problem } from '#platform/problem.ts';
import {
  type Contents,
  contentsShape,
  type Manifest,
  manifestShape,
  partName,
  VERSION,
} from '#root/backup/manifest.ts';

/** One part; `content` must be read to its end before the next is asked for. */
export type Part = { name: string; size: number; content: AsyncIterable<Buffer> };

/** What is read whole into memory may be no larger. A list of checksums takes 140 bytes a file. */
const LARGEST = 512 << 20;

/** @throws file_unreadable, backup_not_one, backup_cut_off, backup_damaged */
export async function* readArchive(path: string): AsyncGenerator<Part> {
  await access(path, constants.R_OK).catch((error) => {
    throw problem('file_unreadable', { file: path, why: errorCode(error) ?? '?' });
  });
  const tar = extract();
  const reading = pipeline(createReadStream(path), tar).catch((error) => tar.destroy(error));
  let last: string | undefined;
  const refused = (error: unknown) => {
    if (error instanceof Problem || errorCode(error)) return error;
    if (/Unexpected end/.test(String(error))) return problem('backup_cut_off', { part: last ?? '0' });
    return last ? problem('backup_damaged', { part: last }) : problem('backup_not_one', { file: basename(path) });
  };
  async function* content(entry: AsyncIterable<Buffer>) {
    try {
      yield* entry;
    } catch (error) {
      throw refused(error);
    }
  }
  try {
    for await (const entry of tar) {
      const { name, type, size = 0 } = entry.header;
      const first = last === undefined;
      if (type !== 'file' || !partName.test(name) || (first && name !== 'manifest.json')) {
        throw first ? problem('backup_not_one', { file: basename(path) }) : problem('backup_damaged', { part: last! });
      }
      last = name;
      yield { name, size, content: content(entry as AsyncIterable<Buffer>) };
    }
  } catch (error) {
    throw refused(error);
  } finally {
    tar.destroy();
    await reading;
  }
  if (last === undefined) throw problem('backup_not_one', { file: basename(path) });
  if (last !== 'SHA256SUMS') throw problem('backup_cut_off', { part: last });
}

/** The whole content of a small part. */
export async function bytesOf({ name, size, content }: Part): Promise<Buffer> {
  if (size > LARGEST) throw problem('backup_damaged', { part: name });
  return buffer(content);
}

/**
 * Reads it from end to end and compares every checksum.
 * @throws what `readArchive` throws, and backup_newer
 */
export async function checkArchive(path: string): Promise<{ manifest: Manifest; contents: Contents }> {
  let manifest: Manifest | undefined;
  let contents: Contents | undefined;
  const sums: string[] = [];
  for await (const part of readArchive(path)) {
    const { name } = part;
    if (name === 'SHA256SUMS') {
      compare(sums, (await bytesOf(part)).toString());
    } else if (name === 'manifest.json' || name === 'contents.json') {
      const bytes = await bytesOf(part);
      sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
      if (name === 'manifest.json') manifest = readManifest(bytes, basename(path));
      else contents = shaped(contentsShape, bytes, name);
    } else {
      const sum = createHash('sha256');
      for await (const chunk of part.content) sum.update(chunk);
      sums.push(`${sum.digest('hex')}  ${name}`);
    }
  }
  if (!manifest || !contents) throw problem('backup_damaged', { part: 'SHA256SUMS' });
  return { manifest, contents };
}

function compare(found: string[], listed: string): void {
  const lines = listed.split('\n').slice(0, -1);
  const wrong = found.findIndex((line, i) => line !== lines[i]);
  if (wrong >= 0) throw problem('backup_damaged', { part: found[wrong]!.slice(66) });
  if (lines.length !== found.length) throw problem('backup_cut_off', { part: found.at(-1)!.slice(66) });
}

/** A newer form is told as such before anything else is asked of it. */
function readManifest(bytes: Buffer, file: string): Manifest {
  const said = parsed(bytes) as { format?: unknown; version?: unknown; program?: unknown } | undefined;
  if (said?.format !== 'suyuan-backup') throw problem('backup_not_one', { file });
  if (typeof said.version === 'number' && said.version > VERSION) {
    const form = { zh: `第 ${said.version} 版备份格式`, en: `form ${said.version} of backups` };
    throw problem('backup_newer', { program: String(said.program), what: form });
  }
  return shaped(manifestShape, bytes, 'manifest.json');
}

export function shaped<T>(shape: z.ZodType<T>, bytes: Buffer, part: string): T {
  const { data, success } = shape.safeParse(parsed(bytes));
  if (!success) throw problem('backup_damaged', { part });
  return data;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
