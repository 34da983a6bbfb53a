import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readTextRows, thresholdOf } from '#root/cli/text-rows.ts';

const folder = await mkdtemp(join(tmpdir(), 'text-rows-'));
after(() => rm(folder, { recursive: true }));
const file = join(folder, 'rows.jsonl');
const read = async (text: string, labelled = true) => {
  await writeFile(file, text);
  return readTextRows(file, { labelled });
};

test('the field names of offices are known, and it is told which were read', async () => {
  const table: [line: object, words: string, label: string][] = [
    [{ text: '漏水', label: '供水' }, '漏水', '供水'],
    [
      { 留言主题: '漏水', 留言详情: '三号楼', 一级分类: '城建', 二级分类: '供水', 三级分类: '' },
      '漏水\n三号楼',
      '城建/供水',
    ],
    [{ id: 7, title: '漏水', content: '三号楼', category: ['城建', '供水'] }, '漏水\n三号楼', '城建/供水'],
  ];
  for (const [line, words, label] of table) {
    const { rows, read: fields } = await read(`${JSON.stringify(line)}\n`);
    assert.deepEqual(rows, [{ words, label }]);
    for (const name of [...fields.words, ...fields.label]) assert.ok(name in line);
  }
});

test('a byte order mark, empty lines and Windows line ends are nothing to stumble over', async () => {
  const { rows } = await read('\ufeff{"text":"漏水","label":"供水"}\r\n\r\n{"text":"太吵","label":"噪音"}');
  assert.deepEqual(rows, [
    { words: '漏水', label: '供水' },
    { words: '太吵', label: '噪音' },
  ]);
});

test('what cannot be read is told with file and line', async () => {
  await assert.rejects(read('{"text":"漏水","label":"供水"}\n{"text":'), /text_line_unreadable.*line 2/);
  await assert.rejects(read('[1]'), /text_line_unreadable/);
  await assert.rejects(read('{"text":"漏水"}'), /text_field_missing.*the category/);
  await assert.rejects(read('{"号":1,"label":"供水"}'), /text_field_missing.*the words/);
  await assert.rejects(readTextRows(join(folder, 'none.jsonl'), { labelled: true }), /text_file_missing/);
  assert.deepEqual((await read('{"text":"漏水"}', false)).rows, [{ words: '漏水', label: '' }]);
});

test('a threshold is a number from 0 to 1', () => {
  assert.equal(thresholdOf(undefined), undefined);
  for (const [typed, threshold] of [
    ['0', 0],
    ['0.6', 0.6],
    ['1', 1],
  ] as const)
    assert.equal(thresholdOf(typed), threshold);
  for (const typed of ['', 'abc', '-0.1', '1.5', 'NaN']) assert.throws(() => thresholdOf(typed), /text_threshold/);
});
