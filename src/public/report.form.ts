/** What somebody typed into the report form, checked, without losing a word of it. */
import { type FieldProblem, fieldProblem } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { first, type Sent } from '#public/body.ts';
import type { Errors } from '#public/page.ts';
import { readDigits } from '#signal/follow-code.ts';
import { type Matter, matters } from '#signal/signal.ts';
import { phoneDigits } from '#text/phone.ts';

export const WORDS_MOST = 5_000;

/** As typed: what the form shows again. */
export type Typed = {
  matter: string;
  words: string;
  place: string;
  area: string;
  secret: boolean;
  name: string;
  phone: string;
  digits: string;
};

/** Citizens choose among these; `other` is what nobody could sort. */
export const offered = Object.keys(matters) as Matter[];

export const nothing: Typed = {
  matter: '',
  words: '',
  place: '',
  area: '',
  secret: false,
  name: '',
  phone: '',
  digits: '',
};

const short = (sent: Sent, name: string, most: number) => first(sent, name).replace(/\0/g, '').trim().slice(0, most);

export const typedIn = (sent: Sent): Typed => ({
  matter: first(sent, 'matter'),
  words: first(sent, 'words').replace(/\0/g, '').replaceAll('\r\n', '\n'),
  place: short(sent, 'place', 200),
  area: short(sent, 'area', 36),
  secret: first(sent, 'secret') === 'yes',
  name: short(sent, 'name', 50),
  phone: short(sent, 'phone', 40),
  digits: short(sent, 'digits', 20),
});

export function errorsIn(typed: Typed): Errors {
  const found: FieldProblem[] = [];
  const wrong = (path: string, code: ProblemCode, params = {}) => found.push(fieldProblem(path, code, params));
  if (!offered.includes(typed.matter as Matter)) wrong('matter', 'public_matter_missing');
  if (typed.words.trim() === '') wrong('words', 'public_words_missing');
  if (typed.words.length > WORDS_MOST) wrong('words', 'public_words_long', { limit: WORDS_MOST });
  const length = phoneDigits(typed.phone).length;
  if (typed.phone !== '' && (length < 7 || length > 15)) wrong('phone', 'public_phone');
  if (!readDigits(typed.digits)) wrong('digits', 'public_digits');
  return Object.fromEntries(found.map(({ path, message }) => [path, message]));
}
