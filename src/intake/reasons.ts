/** What is wrong with a row, in words that name the cell and what stands in it. */
import type { MappedColumn, Note } from '#intake/intake.ts';
import { type Said, say } from '#platform/problem.ts';
import { columnLetters } from '#sheet/xlsx/cell-ref.ts';

const SHOWN = 40;

/** `受理时间（C5）“2026-13-45”：没有这一天或这个时刻`. @param texts the row's cells, where they are at hand. */
export function reasonOf(
  note: Note,
  row: number,
  columns: readonly MappedColumn[],
  texts: readonly string[] = [],
): Said {
  const what = say(note.code, note.params);
  if (note.column === null) return what;
  const cell = `${columnLetters(note.column)}${row}`;
  const name = columns.find(({ index }) => index === note.column)?.name ?? '';
  const text = (texts[note.column] ?? '').trim();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return {
    zh: `${name}（${cell}）${shown && `“${shown}”`}：${what.zh}`,
    en: `${name} (${cell})${shown && ` “${shown}”`}: ${what.en}`,
  };
}

export const allReasons = (
  notes: readonly Note[],
  row: number,
  columns: readonly MappedColumn[],
  texts: readonly string[],
): string => notes.map((note) => reasonOf(note, row, columns, texts).zh).join('；');
