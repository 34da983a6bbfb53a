/** What normalising does with each UTF-16 unit, looked up once and remembered. */

export const unitKind = {
  plain: 1,
  /** A letter or digit of a script that is written with spaces. */
  spaced: 2,
  /** NFKC makes another single unit of it: Ａ, ，, ① none of which joins anything. */
  folds: 3,
  /** A sign that says nothing more when it is repeated. */
  sign: 4,
  /** NFKC makes several units of it. */
  spreads: 5,
  /** A mark or a piece of a Hangul syllable, which joins what stands before it. */
  joins: 6,
  /** Half of a character beyond the basic plane. */
  half: 7,
  space: 8,
  /** Invisible: controls, format characters, variation selectors. */
  gone: 9,
} as const;

const kinds = new Uint8Array(0x1_0000);
const folded = new Uint16Array(0x1_0000);

/** A kind of `unitKind`; 0 is none. */
export function kindOf(unit: number): number {
  return kinds[unit] || lookUp(unit);
}

/** What a unit of kind `folds` becomes. */
export function foldsTo(unit: number): number {
  return folded[unit]!;
}

function lookUp(unit: number): number {
  const character = String.fromCharCode(unit);
  const form = unit < 0xd800 || unit > 0xdfff ? character.normalize('NFKC') : character;
  folded[unit] = form.charCodeAt(0);
  kinds[unit] = kindFor(unit, character, form);
  return kinds[unit]!;
}

function kindFor(unit: number, character: string, form: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unitKind.half;
  if (/[\s\u0085]/.test(character)) return unitKind.space;
  if (/\p{Cf}|\p{Cc}|\p{Default_Ignorable_Code_Point}/u.test(character)) return unitKind.gone;
  if (/\p{M}|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u.test(character)) return unitKind.joins;
  if (form.length > 1 || (form !== character && /\s|\p{M}|[\u1100-\u11ff]/u.test(form))) return unitKind.spreads;
  if (form !== character) return unitKind.folds;
  if (/[\p{P}\p{S}]/u.test(character) && !/[*+/]/.test(character)) return unitKind.sign;
  const isHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);
  return /[\p{L}\p{N}]/u.test(character) && !isHan ? unitKind.spaced : unitKind.plain;
}
