import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { blindIndex, type CityKeys, commit, digest, newSalt, open, seal } from '#platform/keys.ts';
import { loadCityKeys, makeCityKeys, rotateCityKeys } from '#platform/keys-file.ts';
import { Problem } from '#platform/problem.ts';

const keysDir = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys');
after(() => rmSync(join(keysDir, '..'), { recursive: true }));

const aes = makeCityKeys(keysDir, 'linhai');
const sm4 = makeCityKeys(keysDir, 'donghe', { sealWith: 'sm4-cbc-hmac-sm3', codeWith: 'sm3' });
const both: [string, CityKeys][] = [
  ['AES', aes],
  ['SM4', sm4],
];
const refuses = (code: string, work: () => unknown) =>
  assert.throws(work, (error) => error instanceof Problem && error.body.code === code);

test('the folder is 0700, the file 0600, made once and never overwritten', () => {
  assert.equal(statSync(keysDir).mode & 0o777, 0o700);
  assert.equal(statSync(join(keysDir, 'linhai.json')).mode & 0o777, 0o600);
  refuses('keys_exist', () => makeCityKeys(keysDir, 'linhai'));
  assert.equal(open(loadCityKeys(keysDir, 'linhai'), seal(aes, '张三', 'a'), 'a'), '张三');
  assert.deepEqual(readdirSync(keysDir).sort(), ['donghe.json', 'linhai.json']);
});

test('a missing, opened-up, damaged or foreign key file is told as such', () => {
  refuses('keys_missing', () => loadCityKeys(keysDir, 'nowhere'));
  refuses('keys_missing', () => loadCityKeys(keysDir, '../linhai'));
  makeCityKeys(keysDir, 'broken');
  const path = join(keysDir, 'broken.json');
  const whole = readFileSync(path, 'utf8');
  chmodSync(path, 0o640);
  refuses('keys_mode', () => loadCityKeys(keysDir, 'broken'));
  chmodSync(path, 0o600);
  chmodSync(keysDir, 0o755);
  refuses('keys_mode', () => loadCityKeys(keysDir, 'broken'));
  chmodSync(keysDir, 0o700);
  const { sealing } = JSON.parse(whole);
  const otherKey = JSON.parse(readFileSync(join(keysDir, 'linhai.json'), 'utf8')).sealing[0].key;
  for (const text of [
    '',
    whole.slice(0, 80),
    whole.replace(/"seal_with": "[^"]+"/, '"seal_with": "des"'),
    whole.replace(sealing[0].key, otherKey),
    whole.replace('"broken"', '"linhai"'),
  ]) {
    writeFileSync(path, text);
    refuses('keys_damaged', () => loadCityKeys(keysDir, 'broken'));
  }
});

for (const [name, keys] of both) {
  test(`${name}: what was sealed opens, at its place only`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (plaintext, bind, elsewhere) => {
        const sealed = seal(keys, plaintext, bind);
        assert.equal(open(keys, sealed, bind), plaintext);
        if (elsewhere !== bind) refuses('seal_broken', () => open(keys, sealed, elsewhere));
      }),
    );
  });

  test(`${name}: a changed bit or a cut is noticed wherever it is`, () => {
    const sealed = seal(keys, '13800001234', 'reporter.phone:1');
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at]! ^= 1 << (at % 8);
      assert.throws(() => open(keys, altered, 'reporter.phone:1'), Problem, `byte ${at}`);
      refuses('seal_broken', () => open(keys, sealed.subarray(0, at), 'reporter.phone:1'));
    }
  });
}

test('the same value sealed twice does not look the same', () => {
  for (const [, keys] of both) assert.notDeepEqual(seal(keys, '1', 'a'), seal(keys, '1', 'a'));
});

test('after a rotation the new key is used, the old still opens, and a program with the old file says what it lacks', () => {
  const before = makeCityKeys(keysDir, 'xinhe');
  const old = seal(before, '张三', 'a');
  const rotated = rotateCityKeys(keysDir, 'xinhe');
  const recent = seal(rotated, '李四', 'a');
  assert.deepEqual([...rotated.sealing.keys()], [before.newest.id, rotated.newest.id]);
  assert.notEqual(before.newest.id, rotated.newest.id);
  assert.equal(open(rotated, old, 'a'), '张三');
  assert.equal(open(rotated, recent, 'a'), '李四');
  refuses('keys_unknown', () => open(before, recent, 'a'));
  assert.deepEqual(blindIndex(rotated, 'phone', '1'), blindIndex(before, 'phone', '1'));
  assert.equal(statSync(join(keysDir, 'xinhe.json')).mode & 0o777, 0o600);
  writeFileSync(join(keysDir, 'xinhe.json.new'), '');
  refuses('keys_busy', () => rotateCityKeys(keysDir, 'xinhe'));
});

test('changing the suite in the file leaves old ciphertexts open', () => {
  const sealed = seal(aes, '张三', 'a');
  assert.equal(open({ ...aes, sealWith: 'sm4-cbc-hmac-sm3' }, sealed, 'a'), '张三');
  assert.equal(open(aes, seal({ ...aes, sealWith: 'sm4-cbc-hmac-sm3' }, '张三', 'a'), 'a'), '张三');
});

test('codes: equal for equal content, apart by city, kind, purpose and salt', () => {
  for (const [, keys] of both) {
    const salt = newSalt();
    const codes = [
      blindIndex(keys, 'phone', '13800001234'),
      blindIndex(keys, 'id_number', '13800001234'),
      blindIndex(keys, 'phone', '13800001235'),
      commit(keys, salt, '13800001234'),
      commit(keys, newSalt(), '13800001234'),
      digest(keys, '13800001234'),
    ];
    assert.equal(new Set(codes.map((code) => code.toString('hex'))).size, codes.length);
    assert.deepEqual(
      codes.map((code) => code.length),
      [16, 16, 16, 32, 32, 32],
    );
    assert.deepEqual(blindIndex(keys, 'phone', '13800001234'), codes[0]);
    assert.deepEqual(commit(keys, salt, '13800001234'), codes[3]);
  }
  assert.notDeepEqual(blindIndex(aes, 'phone', '1'), blindIndex({ ...aes, codeWith: 'sm3' }, 'phone', '1'));
  assert.notDeepEqual(blindIndex(aes, 'phone', '1'), blindIndex(sm4, 'phone', '1'));
});
