import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { getFile, putFile, removeFile, sweepTemp } from '#platform/files.ts';
import { makeCityKeys } from '#platform/keys-file.ts';
import { Problem } from '#platform/problem.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'files-'));
after(() => rmSync(dataDir, { recursive: true }));
const store = { filesDir: join(dataDir, 'files', 'linhai'), keys: makeCityKeys(join(dataDir, 'keys'), 'linhai') };

const words = Buffer.from('3号楼西侧水管漏水\n'.repeat(20_000));
const hash = createHash('sha256').update(words).digest('hex');
const chunks = (bytes: Buffer) => Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]);
const plain = { limit: 10_000_000, seal: false };
const sealed = { limit: 10_000_000, seal: true };
const leftovers = () => readdirSync(join(store.filesDir, 'tmp'));
const is = (code: string) => (error: unknown) => error instanceof Problem && error.body.code === code;

test('a file is kept under the hash of its content, readable by nobody else, once', async () => {
  assert.deepEqual(await putFile(store, chunks(words), plain), { hash, size: words.length });
  assert.deepEqual(await putFile(store, chunks(words), plain), { hash, size: words.length });
  assert.deepEqual(await buffer(await getFile(store, hash)), words);
  const path = join(store.filesDir, hash.slice(0, 2), hash.slice(2));
  assert.deepEqual(readFileSync(path), words);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(statSync(store.filesDir).mode & 0o777, 0o700);
  assert.deepEqual(leftovers(), []);
});

test('a sealed file is another file than the plain one, unreadable on the disk, and goes alone', async () => {
  assert.deepEqual(await putFile(store, chunks(words), sealed), { hash, size: words.length });
  const path = join(store.filesDir, hash.slice(0, 2), `${hash.slice(2)}.sealed`);
  assert.equal(readFileSync(path).includes('漏水'), false);
  assert.deepEqual(await buffer(await getFile(store, hash, true)), words);
  await removeFile(store, hash, true);
  await removeFile(store, hash, true);
  await assert.rejects(getFile(store, hash, true), is('not_found'));
  assert.deepEqual(await buffer(await getFile(store, hash)), words);
});

test('the empty file is a file', async () => {
  for (const how of [plain, sealed]) {
    const empty = await putFile(store, Readable.from([]), how);
    assert.equal(empty.size, 0);
    assert.equal((await buffer(await getFile(store, empty.hash, how.seal))).length, 0);
  }
});

test('over the limit: refused, the source is let go, nothing stays; exactly the limit is kept', async () => {
  const source = chunks(words);
  await assert.rejects(putFile(store, source, { limit: words.length - 1, seal: false }), is('too_large'));
  assert.equal(source.destroyed, true);
  assert.deepEqual(leftovers(), []);
  await putFile(store, chunks(words), { limit: words.length, seal: false });
  await assert.rejects(putFile(store, chunks(words), { limit: 1_572_864 / 8, seal: true }), /192 KB/);
});

test('a full disk or a broken upload leaves nothing behind', async () => {
  const fails = (code: string) =>
    Readable.from(
      (async function* () {
        yield words.subarray(0, 100);
        throw Object.assign(new Error(code), { code });
      })(),
    );
  await assert.rejects(putFile(store, fails('ENOSPC'), plain), is('disk_full'));
  await assert.rejects(putFile(store, fails('EDQUOT'), sealed), is('disk_full'));
  await assert.rejects(putFile(store, fails('ECONNRESET'), plain), { code: 'ECONNRESET' });
  assert.deepEqual(leftovers(), []);
});

test('what is not a hash never becomes a path', async () => {
  const names = [
    '',
    '..',
    '../../keys/linhai.json',
    hash.toUpperCase(),
    `${hash}0`,
    `${hash.slice(0, 62)}/.`,
    `${hash}\n`,
  ];
  for (const name of names) {
    await assert.rejects(getFile(store, name), is('not_found'));
    await assert.rejects(removeFile(store, name), is('not_found'));
  }
});

test('a file changed on the disk is not given out whole', async () => {
  const content = Buffer.from('原文');
  for (const how of [plain, sealed]) {
    const put = await putFile(store, Readable.from([content]), how);
    const path = join(store.filesDir, put.hash.slice(0, 2), put.hash.slice(2) + (how.seal ? '.sealed' : ''));
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    await assert.rejects(
      buffer(await getFile(store, put.hash, how.seal)),
      is(how.seal ? 'seal_broken' : 'file_damaged'),
    );
  }
});

test('a reader that goes away before reading closes the file', async () => {
  const { hash: found } = await putFile(store, chunks(words), plain);
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = openFiles();
  for (let count = 0; count < 5; count++) {
    const content = await getFile(store, found);
    content.destroy();
    await new Promise((resolve) => content.once('close', resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(openFiles(), before);
});

test('what a crash left in the temporary folder is swept when it is old', async () => {
  const [old, recent] = [join(store.filesDir, 'tmp', 'old'), join(store.filesDir, 'tmp', 'recent')];
  writeFileSync(old, '');
  writeFileSync(recent, '');
  utimesSync(old, new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T00:00:00Z'));
  assert.equal(await sweepTemp(store, new Date('2026-03-02T00:00:00Z')), 1);
  assert.deepEqual(leftovers(), ['recent']);
  assert.equal(await sweepTemp({ ...store, filesDir: join(dataDir, 'none') }, new Date('2026-03-02T00:00:00Z')), 0);
});
