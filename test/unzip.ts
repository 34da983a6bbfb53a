/** The parts of a zipped document as text, by name: a second reader of what the program writes. */
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';

export function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>();
  yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error);
    const parts = new Map<string, string>();
    zip.on('entry', (entry: yauzl.Entry) =>
      zip.openReadStream(entry, async (failed, stream) => {
        if (failed) return reject(failed);
        parts.set(entry.fileName, await text(stream));
        zip.readEntry();
      }),
    );
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  });
  return promise;
}
