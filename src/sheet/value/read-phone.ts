/** Reads the telephone number of a cell into the one form it is stored and compared in. */
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';
import { digitsOfScientific, lostItsEnd } from '#sheet/value/lost-digits.ts';

export type PhoneProblem = Extract<
  ProblemCode,
  'field_required' | 'lost_digits' | 'value_masked' | 'phone_several' | 'phone_unreadable'
>;

/**
 * `13812345678`; landline `0539-8312345`, with extension `0539-8312345-801`, without area code `8312345`; service
 * number `12345`, `4008001234`; from abroad `+85291234567`.
 */
export type PhoneRead = { phone: string } | { problem: PhoneProblem };

/** Mobile numbers have 11 digits and begin with 13–19 (national numbering plan). */
const mobile = /^1[3-9]\d{9}$/;
/** Area codes: 010, 02x, else three digits after the zero; then seven or eight digits that begin with 2–8. */
const landline = /^(010|02\d|0[3-9]\d\d)([2-8]\d{6,7})$/;
const localNumber = /^[2-8]\d{6,7}$/;
/** 110, 12345, 95588, 96198, 10086, 400 and 800 numbers. */
const service = /^(1[012]\d{1,3}|1\d{4}|1[12]\d{4}|9[56]\d{3,6}|[48]00\d{7})$/;
const abroad = /^(?:\+|00)(?!86)([1-9]\d{6,14})$/;
const extension = /(?:-|转|ext\.?|x|#|,|分机)\s*:?(\d{1,6})$/i;

/** 2026-03-12 has the digits of a local number. */
const dateLike = /^(19|20)\d\d[-.\s]\d{1,2}[-.\s]\d{1,2}\b/;

/** A number that lost digits is a problem of the cell, not of the row: keep the row and list the cell. */
export function readPhone(cell: Cell | undefined): PhoneRead {
  const written = keyText(cellText(cell)).replace(/^(?:电话|手机|联系电话|tel|phone)\s*:?/i, '');
  if (written === '') return { problem: 'field_required' };
  if (dateLike.test(written)) return { problem: 'phone_unreadable' };
  if (/\*{2,}|[xX]{3,}/.test(written)) return { problem: 'value_masked' };
  const text = digitsOfScientific(written);
  if (text === undefined || (typeof cell === 'object' && lostItsEnd(text))) return { problem: 'lost_digits' };

  const one = phoneOf(text);
  if (one) return { phone: one };
  const parts = text.split(/[/、,;|\s\n]+/).filter((part) => part.length >= 7);
  if (parts.length > 1 && parts.every((part) => phoneOf(part))) return { problem: 'phone_several' };
  // A number cell cannot hold the zero of an area code.
  if (typeof cell === 'object' && landline.test(`0${text}`)) return { problem: 'lost_digits' };
  return { problem: 'phone_unreadable' };
}

function phoneOf(text: string): string | undefined {
  const compact = text.replace(/[\s.()\u2010-\u2015\u2212_]/g, (c) => (/[\s.()]/.test(c) ? '' : '-'));
  const digits = compact.replaceAll('-', '');
  const home = digits.replace(/^(\+86|0086|86(?=1[3-9]\d{9}$|0\d{9,11}$))/, '');
  const number = wholeNumber(home) ?? (/^(\+86|0086)/.test(digits) ? wholeNumber(`0${home}`) : undefined);
  if (number) return number;
  const foreign = abroad.exec(digits);
  if (foreign) return `+${foreign[1]}`;
  const added = extension.exec(compact);
  const base =
    added &&
    wholeNumber(
      compact
        .slice(0, added.index)
        .replaceAll('-', '')
        .replace(/^(\+86|0086)/, ''),
    );
  return base && base.length >= 7 && !mobile.test(base) ? `${base}-${added[1]}` : undefined;
}

function wholeNumber(digits: string): string | undefined {
  const direct = /^0(?=1[3-9]\d{9}$)/.test(digits) ? digits.slice(1) : digits;
  if (mobile.test(direct) || localNumber.test(direct) || service.test(direct)) return direct;
  const far = landline.exec(direct);
  return far ? `${far[1]}-${far[2]}` : undefined;
}
