/** Importing a staff list: a row's cells as a person, what cannot be read noted, never guessed. */
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import { login as loginShape } from '#people/login.ts';
import type { PeopleField } from '#sheet/people-fields.ts';
import { cellText } from '#sheet/sheet.ts';
import { readIdNumber } from '#sheet/value/read-id-number.ts';
import { readPhone } from '#sheet/value/read-phone.ts';
import { maskIdNumber, maskPhone } from '#text/mask.ts';
import { phoneDigits } from '#text/phone.ts';

export { peopleFields } from '#sheet/people-fields.ts';

/** Empty strings: nothing was said, and nothing that is known is taken away. */
export type PersonRow = {
  name: string;
  staffNumber: string;
  phone: string;
  idNumber: string;
  unit: string;
  unitCode: string;
  title: string;
  role: string;
  login: string;
};

type Note = CellNote<PeopleField>;
export type ReadPerson = { row: PersonRow; notes: Note[] } | { rejected: Note[] };

const NAME_MAX = 50;

export function readPerson(values: Values<PeopleField>): ReadPerson {
  const notes: Note[] = [];
  const text = (field: PeopleField, most: number) => optional(values, field, most, notes);
  const name = cellText(values.name)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  if (name === '') return { rejected: [noted('name', 'field_required')] };
  if (name.length > NAME_MAX) return { rejected: [noted('name', 'field_too_long', { limit: NAME_MAX })] };
  const row = {
    name,
    staffNumber: text('staff_number', 40),
    phone: phoneIn(values, notes),
    idNumber: idNumberIn(values, notes),
    unit: text('unit', 200),
    unitCode: text('unit_code', 40),
    title: text('post', 40),
    role: text('role', 40),
    login: loginIn(text('login', 64), notes),
  };
  // Who is a member is sensitive personal information: it comes in with a list of its own, not by the way.
  if (text('party_branch', 200) !== '') notes.push(noted('party_branch', 'membership_left_out'));
  return { row, notes };
}

function phoneIn(values: Values<PeopleField>, notes: Note[]): string {
  if (optional(values, 'phone', 100, []) === '') return '';
  const read = readPhone(values.phone);
  if ('phone' in read) return phoneDigits(read.phone);
  notes.push(noted('phone', read.problem));
  return '';
}

function idNumberIn(values: Values<PeopleField>, notes: Note[]): string {
  if (optional(values, 'id_number', 100, []) === '') return '';
  const read = readIdNumber(values.id_number);
  if ('idNumber' in read) return read.idNumber;
  notes.push(noted('id_number', read.problem));
  return '';
}

function loginIn(written: string, notes: Note[]): string {
  if (written === '') return '';
  const read = loginShape.safeParse(written);
  if (!read.success) notes.push(noted('login', 'login_unreadable'));
  return read.success ? read.data : '';
}

/** The row as it would be taken, for the preview: field → text, numbers masked. */
export const showPerson = (row: PersonRow): Record<PeopleField, string> => ({
  name: row.name,
  staff_number: row.staffNumber,
  unit: row.unit,
  unit_code: row.unitCode,
  post: row.title,
  role: row.role,
  phone: row.phone && maskPhone(row.phone),
  id_number: row.idNumber && maskIdNumber(row.idNumber),
  party_branch: '',
  login: row.login,
});
