import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { writeStream } from '#platform/write-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-stream-'));
after(() => rmSync(folder, { recursive: true }));

test('whole, in the order of its pieces', async () => {
  await writeStream(join(folder, 'whole'), Readable.from([Buffer.from('河'), Buffer.from('道')]));
  assert.equal(readFileSync(join(folder, 'whole'), 'utf8'), '河道');
  rmSync(join(folder, 'whole'));
});

test('what fails at once, before the file is open, leaves nothing behind', async () => {
  for (let i = 0; i < 40; i++) {
    const broken = new Readable({ read: () => broken.destroy(new Error('cut')) });
    await assert.rejects(writeStream(join(folder, `broken-${i}`), broken), /cut/);
  }
  assert.deepEqual(readdirSync(folder), []);
});

test('what stands there already stays', async () => {
  await writeStream(join(folder, 'first'), Readable.from([Buffer.from('1')]));
  await assert.rejects(writeStream(join(folder, 'first'), Readable.from([Buffer.from('2')])), /EEXIST/);
  assert.equal(readFileSync(join(folder, 'first'), 'utf8'), '1');
});
