/** The kinds of files a city keeps: photos made fit, documents of known types, and sheets to be read, each as it is allowed. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { City } from '#platform/city.ts';
import { getFile, putFile, removeFile } from '#platform/files.ts';
import { sniffType } from '#platform/files-type.ts';
import { cleanImage } from '#platform/image.ts';
import { problem } from '#platform/problem.ts';

export type Kept = { hash: string; size: number; type: string };
const HEAD = 64 << 10;

/** A photo: turned upright, its EXIF and place gone. */
export async function storeImage(city: City, source: Readable, limit: number): Promise<Kept> {
  const image = await cleanImage(await whole(source, limit));
  const { hash, size } = await putFile(city, Readable.from([image.bytes]), { limit, seal: false });
  return { hash, size, type: image.type };
}

/** Evidence: a photo made fit, or a document of a type that is taken; what it is, its content says. */
export async function storeDocument(city: City, source: Readable, limit: number): Promise<Kept> {
  const bytes = await whole(source, limit);
  const type = sniffType(bytes.subarray(0, HEAD))?.type;
  if (!type) throw problem('file_type');
  if (type.startsWith('image/')) return storeImage(city, Readable.from([bytes]), limit);
  const { hash, size } = await putFile(city, Readable.from([bytes]), { limit, seal: false });
  return { hash, size, type };
}

/** A sheet to be imported: whole of personal data, so it is encrypted; its kind is found when it is read. */
export async function storeSheet(city: City, source: Readable, limit: number): Promise<Kept> {
  const { hash, size } = await putFile(city, source, { limit, seal: true });
  // What the form's own limit cut off is no file: it would be read as if it were whole.
  if (size === 0 || isCut(source)) {
    await removeFile(city, hash, true);
    throw size === 0 ? problem('sheet_empty') : tooLarge(limit);
  }
  return { hash, size, type: 'application/octet-stream' };
}

const isCut = (source: Readable) => 'truncated' in source && source.truncated === true;
const tooLarge = (limit: number) => problem('too_large', { limit: `${limit >> 20} MB` });

async function whole(source: Readable, limit: number): Promise<Buffer> {
  const bytes = await buffer(source);
  if (isCut(source)) throw tooLarge(limit);
  if (bytes.length === 0) throw problem('file_missing');
  return bytes;
}

/** Type and size of a plain file that was stored before, or nothing. */
export async function findStored(city: City, hash: string): Promise<{ type: string; size: number } | undefined> {
  const path = join(city.filesDir, hash.slice(0, 2), hash.slice(2));
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD, size));
    await file.read(head, 0, head.length, 0);
    return { size, type: sniffType(head)?.type ?? 'application/octet-stream' };
  } finally {
    await file.close();
  }
}

/** The content of a plain file, to be streamed. */
export const openStored = (city: City, hash: string): Promise<Readable> => getFile(city, hash);

/** Types a browser may show by itself; anything else is saved. */
export const SHOWN = /^(image\/(jpeg|png|webp)|application\/pdf|video\/mp4|text\/plain)/;
