/** Headers where offices put them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHeader } from '#sheet/header.ts';
import type { Cell, Row } from '#sheet/sheet.ts';
import { signalFields } from '#sheet/signal-fields.ts';

const known = signalFields.flatMap(({ names }) => names);

/** Rows numbered from 1; an empty line is a row that is not there. */
const rowsOf = (...lines: Cell[][]): Row[] =>
  lines.map((cells, i) => ({ number: i + 1, cells })).filter(({ cells }) => cells.length > 0);

const n = (number: number): Cell => ({ number, text: String(number) });
const _ = null;
const words = '路灯不亮，已经三天，请尽快派人维修，谢谢';

/** What is found: number of the header row, names of the columns, numbers of the title rows. */
function found(...lines: Cell[][]) {
  const header = findHeader(rowsOf(...lines), known);
  return (
    header && [header.headerRow, header.columns.map(({ name }) => name), header.titleRows.map(({ number }) => number)]
  );
}

test('the first row', () => {
  assert.deepEqual(found(['编号', '内容', '电话'], ['1', words, '13800001234']), [1, ['编号', '内容', '电话'], []]);
});

test('below a merged title, a unit line and a note', () => {
  const lines: Cell[][] = [
    ['某市12345热线工单明细表'],
    ['填报单位：市城管局', _, '填报人：张三', _, '电话：8312345', '日期：2026.3.12'],
    ['说明：联系电话、来电人、受理时间为必填'],
    [],
    ['序号', '工单编号', '来电人', '联系电话', '主要内容', '受理时间'],
    [n(1), 'GD1', '张三', '13800001234', words, '2026-03-12'],
  ];
  assert.deepEqual(found(...lines), [5, lines[4], [1, 2, 3]]);
});

test('below a unit line whose labels stand in cells of their own', () => {
  const header = ['工单编号', '来电人', '主要内容', '受理时间'];
  assert.deepEqual(
    found(['填报单位：', '市城管局', '联系电话：', '8312345'], header, ['GD1', '张三', words, '2026-03-12']),
    [2, header, [1]],
  );
});

test('two rows: groups over their parts, single names two rows high', () => {
  const lines: Cell[][] = [
    ['工单明细'],
    ['编号', '来电人', _, _, '受理时间', '办理', _],
    [_, '姓名', '电话', '地址', _, '单位', '结果'],
    ['GD1', '张三', '13800001234', '某路1号', '2026-03-12', '城管局', '已修'],
  ];
  assert.deepEqual(found(...lines), [
    3,
    ['编号', '来电人/姓名', '来电人/电话', '来电人/地址', '受理时间', '办理/单位', '办理/结果'],
    [1],
  ]);
});

test('two rows whose merged cells were filled in by the exporter', () => {
  const lines: Cell[][] = [
    ['编号', '来电人', '来电人', '受理时间'],
    ['编号', '姓名', '电话', '受理时间'],
    ['GD1', '张三', '13800001234', '2026-03-12'],
  ];
  assert.deepEqual(found(...lines), [2, ['编号', '来电人/姓名', '来电人/电话', '受理时间'], []]);
});

test('a title of several cells is not the upper half of a header', () => {
  const header = ['编号', '姓名', '电话'];
  assert.deepEqual(found(['三月', _, '热线'], header, ['1', '张三', '8312345']), [2, header, [1]]);
});

test('the first record is not the lower half of a header', () => {
  assert.deepEqual(found(['编号', '姓名', _, '状态'], ['一', '张三', '男', '已办']), [
    1,
    ['编号', '姓名', '', '状态'],
    [],
  ]);
});

test('names over line breaks, with stars and brackets, count as what they are', () => {
  assert.deepEqual(found(['*编号', '联系\n电话（必填）', '主要 内容'], ['1', '8312345', words]), [
    1,
    ['*编号', '联系 电话（必填）', '主要 内容'],
    [],
  ]);
});

test('columns without a name are kept where they hold something, empty ones are not', () => {
  assert.deepEqual(found(['编号', _, '内容'], ['1', _, words, _, '附注']), [1, ['编号', '内容', ''], []]);
});

test('a table of other matters: the first row of short, different words over most of the width', () => {
  assert.deepEqual(found(['花名册'], ['树种', '胸径', '路段'], ['法桐', n(30), '某路']), [
    2,
    ['树种', '胸径', '路段'],
    [1],
  ]);
});

test('one column of its own name', () => {
  assert.deepEqual(found(['留言详情'], [words]), [1, ['留言详情'], []]);
});

test('records that mention names of columns are no header', () => {
  const header = ['编号', '受理渠道', '主要内容'];
  assert.deepEqual(found(header, ['1', '电话', words], ['2', '电话', '内容']), [1, header, []]);
});

test('no header: numbers, prose, nothing', () => {
  assert.equal(found([n(1), '张三', '13800001234'], [n(2), '李四', '13900001234']), undefined);
  assert.equal(found([words], [words]), undefined);
  assert.equal(found(), undefined);
});

test('an exact table of the field, as a message board exports it', () => {
  const header = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签'];
  assert.deepEqual(found(header, ['1', 'A0001', '路灯', '2026/3/12 9:05:33', `\n\t${words}`, '城乡建设']), [
    1,
    header,
    [],
  ]);
});
