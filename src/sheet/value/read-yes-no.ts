/** Reads a yes or a no in the words of forms: 是, 否, √, 不保密, Y, 1. */
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';

export type YesNoRead = { yes: boolean } | { problem: Extract<ProblemCode, 'field_required' | 'yes_no_unreadable'> };

const yes = new Set('是 有 对 要 需 需要 同意 已 保密 回复 要求回复 需要回复 √ ✓ ✔ ☑ y yes t true 1'.split(' '));
const no = new Set(
  '否 无 没有 不 不是 不要 不需 无需 不需要 不同意 未 不保密 非保密 公开 不回复 无需回复 不需要回复 不要求回复 × ✗ ✘ ☐ x n no f false 0'.split(
    ' ',
  ),
);

export function readYesNo(cell: Cell | undefined): YesNoRead {
  if (typeof cell === 'boolean') return { yes: cell };
  const text = keyText(cellText(cell)).toLowerCase();
  if (text === '') return { problem: 'field_required' };
  if (yes.has(text)) return { yes: true };
  if (no.has(text)) return { yes: false };
  return { problem: 'yes_no_unreadable' };
}
