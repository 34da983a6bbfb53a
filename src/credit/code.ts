/** The registered code of an organisation: 18 characters with a check character; a person's number is refused, whoever sends it. */
import type { ProblemCode } from '#platform/problems.ts';
import type { Cell } from '#sheet/sheet.ts';
import { readCreditCode } from '#sheet/value/read-credit-code.ts';
import { readIdNumber } from '#sheet/value/read-id-number.ts';

export type OrganisationCode = { code: string } | { problem: ProblemCode };

/** Sole traders have codes of their own (92…); their owners' ID numbers never come in, though one in 31 has a fitting check. */
export function organisationCode(cell: Cell | undefined): OrganisationCode {
  if ('idNumber' in readIdNumber(cell)) return { problem: 'credit_code_person' };
  const read = readCreditCode(cell);
  return 'creditCode' in read ? { code: read.creditCode } : read;
}
