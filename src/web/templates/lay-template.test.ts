/** Prepared answers laid on a signal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksOutcome, layTemplate } from '#web/templates/lay-template.ts';

test('known places are filled, unknown ones and other braces stay', () => {
  const words = '您好，您反映的“{标题}”（{编号}）由{办理单位}办理：{办理结果}。{其他}';
  assert.equal(
    layTemplate(words, { 标题: '路灯不亮', 编号: '12315-000123', 办理单位: '城管局', 办理结果: null }),
    '您好，您反映的“路灯不亮”（12315-000123）由城管局办理：{办理结果}。{其他}',
  );
  assert.equal(asksOutcome(words), true);
  assert.equal(asksOutcome('已转办，{日期}前答复'), false);
});
