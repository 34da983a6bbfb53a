import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keptCell } from '#signal/extra.ts';

const cells: [column: string, text: string, kept: string][] = [
  ['备用电话', '13900001234', '139****1234'],
  ['备用电话', '１３９００００１２３４', '139****1234'],
  ['备用电话', '+86 139-0000-1234', '139****1234'],
  ['电话2', '053188001234', '0531-****1234'],
  ['联系电话', '88001234', '****1234'],
  ['家属', '13900001234/13800005678', '139****1234/138****5678'],
  ['家属', '13900001234（儿子）', '139****1234（儿子）'],
  ['证件', '11010519491231002X', '110105********002X'],
  // One wrong digit after 身份证 still tells who it is.
  ['身份证号', '110105194912310021', '110105********0021'],
  // Numbers of cases, times and sums are no numbers of people.
  ['案卷编号', '110105194912310021', '110105194912310021'],
  ['流水号', '20260312090000123', '20260312090000123'],
  ['电话', '20881234', '****1234'],
  ['面积', '88001234', '88001234'],
  ['回访时间', '2026-03-12 09:30', '2026-03-12 09:30'],
  ['备忘', '转物业', '转物业'],
  // Words are verbatim, and masked where they are shown.
  ['办理意见', '已联系来电人13900001234，约定周五上门查看', '已联系来电人13900001234，约定周五上门查看'],
];

test('a column that nobody mapped keeps no phone and no ID number in clear', () => {
  for (const [column, text, kept] of cells) assert.equal(keptCell(column, text), kept, `${column} ${text}`);
});

test('no mobile number stands in clear, whatever its column is called, and masking again changes nothing', () => {
  const mobile = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.stringMatching(/^\d{9}$/));
  fc.assert(
    fc.property(fc.string(), mobile, (column, [start, rest]) => {
      const kept = keptCell(column, start + rest);
      assert.ok(!kept.includes(start + rest), kept);
      assert.equal(keptCell(column, kept), kept);
    }),
  );
});
