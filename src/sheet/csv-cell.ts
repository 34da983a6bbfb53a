/** One field of a CSV file that a spreadsheet program will open: quoted, and never run as a formula. */

/** `= + - @`, their full-width forms, tab and carriage return, also after blanks. Source: OWASP, CSV injection. */
const formulaBegins = /^\s*[=+\-@\t\r＝＋－＠]/;

/** Text that begins like a formula gets an apostrophe before it, as a person types it to mean text; a number keeps its minus. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && formulaBegins.test(value) ? `'${value}` : String(value);
  return /[",\r\n\t;|]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
