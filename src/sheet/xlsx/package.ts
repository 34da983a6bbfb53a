/** The zip of a workbook: its parts by name, unpacked as a stream within limits. */
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Problem, problem } from '#platform/problem.ts';
import { bombFreeBytes, maxEntries, maxPartBytes, maxRatio } from '#sheet/limits.ts';

/** `share()` tells how much of the part has been read, from 0 to 1. */
export type Part = { bytes: AsyncIterable<Uint8Array>; share(): number };

export type Package = {
  /** Names of the parts in lower case: part names do not tell upper from lower case (ECMA-376 part 2, 6.2.2). */
  names: ReadonlySet<string>;
  /** The unpacked bytes of a part, at most `limit` of them; nothing if there is no such part. */
  part(name: string, limit?: number): Promise<Part | undefined>;
  close(): void;
};

/** Opens the zip at `path` and lists it. Refuses what is cut off, damaged, encrypted or absurd. */
export async function openPackage(path: string): Promise<Package> {
  // yauzl looks for the list of entries at the end of the file: without it the end is missing.
  const zip = await openPromise(path, { autoClose: false }).catch((error) => {
    throw 'syscall' in error ? error : problem('sheet_incomplete');
  });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= maxEntries) throw problem('sheet_bomb');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    zip.close();
    throw asDamage(error);
  }
  return {
    names: new Set(entries.keys()),
    part: async (name, limit = maxPartBytes) => {
      const entry = entries.get(name.toLowerCase());
      return entry && openPart(zip, entry, limit);
    },
    close: () => zip.close(),
  };
}

async function openPart(zip: ZipFile, entry: Entry, limit: number): Promise<Part> {
  if (entry.isEncrypted()) throw problem('sheet_encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw problem('sheet_damaged');
  if (entry.uncompressedSize > limit) throw problem('sheet_bomb');
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch((error) => {
    throw asDamage(error);
  });
  let unpacked = 0;

  async function* bytes() {
    let checksum = 0;
    try {
      for await (const chunk of entry.compressionMethod === 0 ? packed : inflated(packed)) {
        unpacked += chunk.length;
        if (unpacked > entry.uncompressedSize) throw problem('sheet_damaged');
        if (unpacked > bombFreeBytes && unpacked > entry.compressedSize * maxRatio) throw problem('sheet_bomb');
        checksum = crc32(chunk, checksum);
        yield chunk as Uint8Array;
      }
    } catch (error) {
      throw asDamage(error);
    }
    if (unpacked !== entry.uncompressedSize || checksum !== entry.crc32) throw problem('sheet_damaged');
  }
  return { bytes: bytes(), share: () => unpacked / (entry.uncompressedSize || 1) };
}

/** Chunks of 64 KB instead of zlib's 16: each costs a turn of the event loop; larger ones cost memory. */
function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  pipeline(packed, inflate, () => {});
  return inflate;
}

/** Errors of zlib and yauzl mean the file is damaged; those of the disk mean what they say. */
function asDamage(error: unknown): unknown {
  if (error instanceof Problem || (error instanceof Error && 'syscall' in error)) return error;
  return problem('sheet_damaged');
}
