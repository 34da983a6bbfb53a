/** Keys as a machine compares them: full-width letters, digits and marks to half width. Never for words. */

/** `１３８－Ａ` to `138-A`; the ideographic space to a space. Chinese characters and their punctuation stay. */
export function foldDigits(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** Marks without a width that come along when a number is copied from an address book or a web page. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The characters of a number or code alone: folded, without what keeps a spreadsheet from eating zeros (`'007`), trimmed. */
export function keyText(text: string): string {
  return foldDigits(text).replace(invisible, '').trim().replace(/^'/, '').trim();
}
