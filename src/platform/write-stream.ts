/** A file written from a stream: synced, closed to others, whole or not there at all. */
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * @param path where nothing stands yet; what does, stays, and the source is closed @param through what the content passes on
 * its way
 */
export async function writeStream(
  path: string,
  source: AsyncIterable<Buffer>,
  through: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer> = (chunks) => chunks,
): Promise<void> {
  // Open before anything flows: a stream that opens by itself may make the file after it was removed.
  const handle = await open(path, 'wx', 0o600).catch((error) => {
    if (source instanceof Readable) source.destroy();
    throw error;
  });
  const file = handle.createWriteStream({ flush: true });
  try {
    await pipeline(source, through, file);
  } catch (error) {
    if (!file.closed) await once(file, 'close');
    await rm(path, { force: true });
    throw error;
  }
}
