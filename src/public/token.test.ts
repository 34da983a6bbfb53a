import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CityKeys } from '#platform/keys.ts';
import { codeOf, newForm, PASS_MS, readForm, readPass, readPhoto, writePass, writePhoto } from '#public/token.ts';
import { readCode } from '#signal/follow-code.ts';

const keysOf = (secret: string) =>
  ({ codeWith: 'sha256', digest: createSecretKey(Buffer.from(secret.padEnd(32, '.'))) }) as unknown as CityKeys;
const keys = keysOf('one city');
const now = new Date(Date.UTC(2026, 2, 12));
const signal = '019ce000-0000-7000-8000-000000000001';

test('a form is read again with its age, by its own city and purpose alone', () => {
  const token = newForm(keys, 'report', now);
  const form = readForm(keys, 'report', token)!;
  assert.equal(form.at.getTime(), now.getTime());
  assert.equal(readForm(keys, 'answer', token), undefined);
  assert.equal(readForm(keysOf('another'), 'report', token), undefined);
  assert.equal(readCode(codeOf(keys, form)), codeOf(keys, form));
  assert.notEqual(codeOf(keys, form), codeOf(keys, readForm(keys, 'report', newForm(keys, 'report', now))!));
});

test('whatever is changed in a signed value, it is not ours any more', () => {
  const photo = { hash: 'ab'.repeat(32), type: 'image/png', size: 1_234 };
  const until = new Date(now.getTime() + PASS_MS);
  const values: [string, (text: string) => unknown][] = [
    [newForm(keys, 'report', now), (text) => readForm(keys, 'report', text)],
    [writePhoto(keys, signal, photo), (text) => readPhoto(keys, signal, text)],
    [writePass(keys, signal, until), (text) => readPass(keys, text, now)],
  ];
  for (const [value, read] of values) {
    assert.ok(read(value));
    fc.assert(
      fc.property(fc.nat({ max: value.length - 1 }), fc.constantFrom(...'0aZ_.'), (place, sign) => {
        fc.pre(value[place] !== sign);
        assert.equal(read(value.slice(0, place) + sign + value.slice(place + 1)), undefined);
      }),
    );
  }
  assert.equal(readPhoto(keys, 'another form', writePhoto(keys, signal, photo)), undefined);
  assert.equal(readPass(keys, writePass(keys, signal, until), until), undefined);
});
