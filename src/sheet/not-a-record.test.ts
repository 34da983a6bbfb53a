/** Rows that are no records, and records that look a little like them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNotARecord } from '#sheet/not-a-record.ts';
import type { Cell } from '#sheet/sheet.ts';

const columns = ['序号', '工单编号', '来电人/姓名', '来电人/电话', '主要内容', '受理时间'].map((name, index) => ({
  index,
  name,
}));
const n = (number: number): Cell => ({ number, text: String(number) });
const _ = null;

const table: [verdict: string | undefined, ...cells: Cell[]][] = [
  ['empty'],
  ['empty', _, ' ', '\n', '\u3000'],
  ['header', '序号', '工单编号', '姓名', '电话', '主要内容', '受理时间'],
  ['header', '序号', '工单 编号', '来电人', _, '主要内容', '受理时间'],
  ['header', _, _, '姓名', '电话'],
  ['total', '合计', n(35)],
  ['total', '总计：', _, _, n(35)],
  ['total', '小 计', _, n(3)],
  ['total', '共计35件'],
  ['total', _, _, '合计', n(4), '35件'],
  ['total', '本页合计', n(20)],
  ['total', '累计', n(1200)],
  ['note', '备注：本表不含咨询类'],
  ['note', '注：1. 数据截至3月'],
  ['note', '说明：按受理时间排序'],
  ['note', '填表人：张三', _, '审核人：李四', _, '日期：2026.3.12'],
  ['note', '制表：张三'],
  ['note', '制表人:张三', '单位负责人:李四'],
  ['note', '填报单位：市城管局', _, '联系电话：8312345'],
  ['note', '打印时间：2026-03-12 09:05'],
  ['note', '数据来源：热线平台'],
  ['note', '（备注：以上为初步统计）'],
  ['note', '第 3 页，共 9 页'],
  ['note', '以下空白'],
  [undefined, n(1), 'GD1', '张三', '13800001234', '路灯不亮', '2026-03-12'],
  [undefined, n(1), 'GD1', '张三', _, '合计', _],
  [undefined, _, 'GD2', _, _, '备注：来电人要求保密'],
  [undefined, '备注：来电人要求保密', 'GD2', '张三', '13800001234'],
  [undefined, '合计', 'GD3', _, _, '居民反映水费合计多收三十元，要求退还多收的部分并给出说明'],
  [undefined, n(3)],
  [undefined, n(3), 'GD4', _, _, '电话', _],
  [undefined, _, _, _, _, '总计'.repeat(15)],
  [undefined, '说明书有误'],
  [undefined, '注册时间不对'],
];

for (const [verdict, ...cells] of table) {
  test(`${JSON.stringify(cells)}: ${verdict ?? 'a record'}`, () => {
    assert.equal(isNotARecord({ number: 9, cells }, columns), verdict);
  });
}

test('in a table of one column words are words, whatever they begin with', () => {
  const one = [{ index: 0, name: '留言详情' }];
  assert.equal(isNotARecord({ number: 9, cells: ['说明：路灯不亮'] }, one), undefined);
  assert.equal(isNotARecord({ number: 9, cells: ['留言详情'] }, one), 'header');
});
