import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeUp } from '#text/category/fixture/messages.ts';
import { decodeModel, encodeModel, MODEL_VERSION } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

const model = train(madeUp(20));
const bytes = encodeModel(model);

test('what is decoded is what was encoded, wherever the bytes lie', () => {
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  for (const read of [decodeModel(bytes), decodeModel(shifted.subarray(3))]) assert.deepEqual(read, model);
});

test('a file cut short at any place is refused', () => {
  const cut = fc.integer({ min: 0, max: bytes.length - 1 });
  fc.assert(fc.property(cut, (at) => assert.throws(() => decodeModel(bytes.subarray(0, at)), /model_unreadable/)));
  assert.throws(() => decodeModel(bytes.subarray(0, bytes.length / 2)), /长度不对|not whole/);
});

test('a file with any one bit changed is refused', () => {
  const bit = fc.integer({ min: 0, max: 8 * bytes.length - 1 });
  fc.assert(
    fc.property(bit, (at) => {
      const changed = bytes.slice();
      changed[at >> 3]! ^= 1 << (at & 7);
      assert.throws(() => decodeModel(changed), /model_unreadable/);
    }),
  );
});

test('another version is told by its number, and other files are no models', () => {
  const other = bytes.slice();
  other[6] = MODEL_VERSION + 1;
  assert.throws(() => decodeModel(other), new RegExp(`version ${MODEL_VERSION + 1}`));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (any) => assert.throws(() => decodeModel(any), /no category model/)),
  );
});
