import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boolColumn, bytesColumn, intsColumn, textColumn, timeColumn, uuidColumn } from '#platform/columns.ts';

const hex = (column: Buffer) => column.toString('hex');
/** Dimensions, nulls, type, length, lower bound, as array_send writes them. */
const head = (nulls: number, type: number, length: number) =>
  [1, nulls, type, length, 1].map((n) => n.toString(16).padStart(8, '0')).join('');

test('columns as PostgreSQL sends arrays itself', () => {
  assert.equal(hex(textColumn(['水', null, ''])), `${head(1, 25, 3)}00000003e6b0b4ffffffff00000000`);
  assert.equal(hex(bytesColumn([Buffer.from([1, 255])])), `${head(0, 17, 1)}0000000201ff`);
  const uuid = '0197c1a0-0000-7000-8000-00000000002a';
  assert.equal(hex(uuidColumn([uuid])), `${head(0, 2950, 1)}00000010${uuid.replaceAll('-', '')}`);
  assert.equal(hex(boolColumn([true, false])), `${head(0, 16, 2)}00000001010000000100`);
  assert.equal(hex(timeColumn([new Date('2000-01-01T00:00:00.001Z')])), `${head(0, 1184, 1)}0000000800000000000003e8`);
});

test('an empty column has no dimension; a time before 2000 is negative', () => {
  assert.equal(hex(textColumn([])), '000000000000000000000019');
  assert.ok(hex(timeColumn([new Date('1999-12-31T23:59:59.999Z')])).endsWith('fffffffffffffc18'));
});

test('whole numbers of many rows lie in one array with where each begins and ends', () => {
  const { flat, starts, ends } = intsColumn([Int32Array.of(-1, 2), Int32Array.of(), Int32Array.of(7)]);
  assert.equal(hex(flat), `${head(0, 23, 3)}00000004ffffffff00000004000000020000000400000007`);
  assert.equal(hex(starts), `${head(0, 23, 3)}000000040000000100000004000000030000000400000003`);
  assert.equal(hex(ends), `${head(0, 23, 3)}000000040000000200000004000000020000000400000003`);
});
