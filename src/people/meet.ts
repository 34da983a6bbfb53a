/** Whom a row of a staff list means: by staff number, else ID number, else name with phone, else name in the unit. */

import type { Known } from '#people/import-people.store.ts';
import type { PersonRow } from '#people/import-people.ts';

/**
 * @returns the person, nothing, 'several' where the row fits more than one, 'two' where its numbers are two persons'.
 * Name with phone, and name in the unit, are weak: an ID or staff number that differs means somebody else.
 */
export function meet(
  people: readonly Known[],
  row: PersonRow,
  unitId: string | undefined,
): Known | 'two' | 'several' | undefined {
  const byStaff = row.staffNumber ? people.find((one) => one.staffNumber === row.staffNumber) : undefined;
  const byId = row.idNumber ? people.find((one) => one.idNumber === row.idNumber) : undefined;
  if (byStaff && byId && byStaff !== byId) return 'two';
  if (byStaff ?? byId) return byStaff ?? byId;
  const differs = (one: Known) =>
    (row.idNumber && one.idNumber && one.idNumber !== row.idNumber) ||
    (row.staffNumber && one.staffNumber && one.staffNumber !== row.staffNumber);
  const named = people.filter((one) => one.name === row.name && !one.leftOn && !differs(one));
  const byPhone = row.phone ? named.filter((one) => one.phone === row.phone) : [];
  const here = byPhone.length > 0 ? byPhone : named.filter((one) => one.posts.some((post) => post.unitId === unitId));
  return here.length > 1 ? 'several' : here[0];
}
