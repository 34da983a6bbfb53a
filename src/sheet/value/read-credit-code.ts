/** Reads the unified social credit code of an organisation and proves its check character. */
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';

export type CreditCodeProblem = Extract<ProblemCode, 'field_required' | 'credit_code_length' | 'credit_code_check'>;

export type CreditCodeRead = { creditCode: string } | { problem: CreditCodeProblem };

/** 31 characters without I, O, S, V and Z; weights are powers of 3 mod 31. Source: GB 32100-2015, 5. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function readCreditCode(cell: Cell | undefined): CreditCodeRead {
  const text = keyText(cellText(cell)).replace(/[\s-]/g, '').toUpperCase();
  if (text === '') return { problem: 'field_required' };
  if (text.length !== 18) return { problem: 'credit_code_length' };
  if ([...text].some((c) => !alphabet.includes(c)) || creditCheckOf(text) !== text[17]) {
    return { problem: 'credit_code_check' };
  }
  return { creditCode: text };
}

/** The 18th character for the first 17. */
export function creditCheckOf(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of code.slice(0, 17)) {
    sum += weight * alphabet.indexOf(c);
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}
