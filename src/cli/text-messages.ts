/** Messages of a table: which column is their key, which their title, which their words. */
import { problem, type Said } from '#platform/problem.ts';
import { readTextTable, type TextTable } from '#root/cli/text-table.ts';
import { plainName } from '#sheet/column-name.ts';
import { signalFields } from '#sheet/signal-fields.ts';

const namesOf = (wanted: string): readonly string[] => signalFields.find(({ field }) => field === wanted)!.names;
const keys = namesOf('source_number');
const titles = namesOf('title');
const wholes = [...namesOf('words'), 'text', 'detail', 'details', 'body', 'message'];

/** Each with its own key, in the order of the file. @throws what reading throws, text_field_missing, text_key_missing, text_key_twice */
export async function readMessages(file: string): Promise<{ id: string; words: string }[]> {
  const table = await readTextTable(file, [...keys, ...titles, ...wholes]);
  const title = columnOf(table, titles);
  const whole = columnOf(table, wholes);
  if (title < 0 && whole < 0) throw missing(file, table, { zh: '内容', en: 'the words' }, [...wholes, ...titles]);
  const rows = table.rows.filter(({ cells }) => cells.some((cell, at) => cell && (at === title || at === whole)));
  const key = keyOf(rows, columnOf(table, keys), table.columns.length, [title, whole]);
  if (key < 0) throw missing(file, table, { zh: '编号', en: 'the key' }, [...keys]);
  const seen = new Set<string>();
  return rows.map(({ number, cells }) => {
    const id = cells[key] ?? '';
    if (id === '') throw problem('text_key_missing', { file, line: number });
    if (seen.has(id)) throw problem('text_key_twice', { file, line: number, id });
    seen.add(id);
    return { id, words: [cells[title], cells[whole]].filter((part) => part).join('\n') };
  });
}

/** By its name; else the first column that is filled and different in every row. */
function keyOf(rows: TextTable['rows'], named: number, columns: number, taken: number[]): number {
  if (named >= 0) return named;
  for (let at = 0; at < columns; at++) {
    if (taken.includes(at)) continue;
    const values = new Set(rows.map(({ cells }) => cells[at]));
    if (rows.length > 0 && values.size === rows.length && !values.has('') && !values.has(undefined)) return at;
  }
  return -1;
}

/** The usual name first, whatever the order of the columns; a column that is there under its very name. */
export function columnOf({ columns }: TextTable, names: readonly string[]): number {
  const plain = columns.map(plainName);
  for (const name of names) {
    const at = plain.indexOf(plainName(name));
    if (at >= 0) return at;
  }
  return -1;
}

export const missing = (file: string, { columns }: TextTable, what: Said, names: readonly string[]) =>
  problem('text_field_missing', { file, what, names: names.slice(0, 12).join(' '), found: columns.join(' ') });
