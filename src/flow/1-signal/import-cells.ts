/** Cells of a ticket as what a signal holds of them; what cannot be read is noted, never guessed. */
import type { Note } from '#intake/intake.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { keyText } from '#sheet/value/fold-digits.ts';
import { digitsOfScientific } from '#sheet/value/lost-digits.ts';
import { readDate } from '#sheet/value/read-date.ts';
import { readIdNumber } from '#sheet/value/read-id-number.ts';
import { readPhone } from '#sheet/value/read-phone.ts';
import { readYesNo } from '#sheet/value/read-yes-no.ts';
import { readMatter, readUrgency } from '#signal/import-words.ts';
import { type Matter, matters, type Urgency, urgencies } from '#signal/signal.ts';

/** A cell with its place, and where what is wrong with it is written. */
export type Place = { cell: Cell | undefined; column: number; notes: Note[] };

const note = ({ column, notes }: Place, code: ProblemCode, params?: Note['params']) =>
  void notes.push(params ? { column, code, params } : { column, code });

/** Words for a note: short, and nothing a database text cannot hold. */
const quoted = (text: string) => text.trim().slice(0, 20).toWellFormed();

/** Wall time in China; `undefined` where it cannot be read, which is noted. */
export function dateIn(place: Place, dateSystem: 1900 | 1904): Date | null | undefined {
  if (isBlank(place.cell)) return null;
  const read = readDate(place.cell, { dateSystem });
  if ('at' in read) return new Date(`${read.at}+08:00`);
  note(place, read.problem);
  return undefined;
}

/**
 * Several numbers in one cell, or one with asterisks, are kept as they stand (encrypted, like any): who calls back needs
 * them; they are not found by search. A number that lost digits would be somebody else's, and is left empty.
 */
export function phoneIn(place: Place): string {
  if (isBlank(place.cell)) return '';
  const read = readPhone(place.cell);
  if ('phone' in read) return read.phone;
  if (read.problem === 'field_required') return '';
  note(place, read.problem);
  return read.problem === 'phone_several' || read.problem === 'value_masked' ? cellText(place.cell).trim() : '';
}

export function idNumberIn(place: Place): string {
  if (isBlank(place.cell)) return '';
  const read = readIdNumber(place.cell);
  if ('idNumber' in read) return read.idNumber;
  if (read.problem === 'field_required') return '';
  note(place, read.problem);
  return read.problem === 'lost_digits' ? '' : cellText(place.cell).trim();
}

/** A ticket's number as its source writes it. A long number that a spreadsheet rounded would make one of many tickets. */
export function numberIn(place: Place): string | null {
  if (isBlank(place.cell)) return null;
  const text = keyText(cellText(place.cell));
  const rounded = typeof place.cell === 'object' && text.length > 15;
  if (!rounded && digitsOfScientific(text) === text) return text;
  note(place, 'lost_digits');
  return null;
}

export function matterIn(place: Place): Matter {
  if (isBlank(place.cell)) return 'other';
  const text = cellText(place.cell);
  const matter = readMatter(text);
  if (matter === undefined) note(place, 'word_unknown', { value: quoted(text), taken: matters.other });
  return matter ?? 'other';
}

export function urgencyIn(place: Place): Urgency {
  if (isBlank(place.cell)) return 'normal';
  const text = cellText(place.cell);
  const urgency = readUrgency(text);
  if (urgency === undefined) note(place, 'word_unknown', { value: quoted(text), taken: urgencies.normal });
  return urgency ?? 'normal';
}

/** What cannot be read counts as yes: as secret, as waiting for a reply. */
export function yesIn(place: Place, whenEmpty: boolean): boolean {
  if (isBlank(place.cell)) {
    // 无 under 是否保密 is an answer.
    const read = readYesNo(place.cell);
    return 'yes' in read ? read.yes : whenEmpty;
  }
  const read = readYesNo(place.cell);
  if ('yes' in read) return read.yes;
  note(place, read.problem);
  return true;
}

export const textIn = ({ cell }: Place): string => (isBlank(cell) ? '' : cellText(cell).trim());
