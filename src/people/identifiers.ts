/** A person's phone and ID number: sealed to their row, found again by code, shown masked. */

import type { Tx } from '#platform/db.ts';
import { blindIndex, commit, open, seal } from '#platform/keys.ts';
import { isIdNumber } from '#text/id-number.ts';
import { maskIdNumber, maskPhone } from '#text/mask.ts';
import { halfWidth, phoneDigits } from '#text/phone.ts';

export type Identifiers = { phone: string | null; idNumber: string | null };

/** Digits as they are compared, or nothing where these are not a phone's. */
export function readPhone(typed: string): string | undefined {
  const digits = phoneDigits(typed);
  return digits.length >= 5 && digits.length <= 15 ? digits : undefined;
}

/** Half-width, capital X, or nothing where the check character is wrong. */
export function readIdNumber(typed: string): string | undefined {
  const value = halfWidth(typed).replace(/\s/g, '').toUpperCase();
  return isIdNumber(value) ? value : undefined;
}

export const phoneKey = (tx: Tx, digits: string): Buffer => blindIndex(tx.city.keys, 'phone', digits);
export const idNumberKey = (tx: Tx, value: string): Buffer => blindIndex(tx.city.keys, 'id_number', value);

const place = (field: string, personId: string) => `person.${field}:${personId}`;

/** The columns of a person's row. */
export const sealed = (tx: Tx, personId: string, { phone, idNumber }: Identifiers) => ({
  phone_sealed: phone ? seal(tx.city.keys, phone, place('phone', personId)) : null,
  phone_key: phone ? phoneKey(tx, phone) : null,
  id_number_sealed: idNumber ? seal(tx.city.keys, idNumber, place('id_number', personId)) : null,
  id_number_key: idNumber ? idNumberKey(tx, idNumber) : null,
});

type Row = { id: string; phone_sealed: Buffer | null; id_number_sealed: Buffer | null };

export const opened = (tx: Tx, row: Row): Identifiers => ({
  phone: row.phone_sealed && open(tx.city.keys, row.phone_sealed, place('phone', row.id)),
  idNumber: row.id_number_sealed && open(tx.city.keys, row.id_number_sealed, place('id_number', row.id)),
});

export function masked(tx: Tx, row: Row): Identifiers {
  const { phone, idNumber } = opened(tx, row);
  return { phone: phone && maskPhone(phone), idNumber: idNumber && maskIdNumber(idNumber) };
}

/** Binds what is personal of a person to the ledger's row. */
export const commitPerson = (tx: Tx, salt: Buffer, name: string, { phone, idNumber }: Identifiers): Buffer =>
  commit(tx.city.keys, salt, JSON.stringify([name, phone, idNumber]));
