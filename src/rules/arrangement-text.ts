/** An arrangement as people have it: rows copied out of a sheet, a CSV file, or JSON. */
import { type FieldProblem, fieldProblem } from '#platform/problem.ts';
import type { ArrangedDay } from '#rules/arrangement.ts';

export type ReadArrangement = { year: number | undefined; days: ArrangedDay[]; wrong: FieldProblem[] };

const off = /^(?:off|holiday|休|休息|放假|假|节假日|0|false|否)/i;
const work = /^(?:work|workday|班|上班|调休|补班|工作|1|true|是)/i;
const dated = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;

/**
 * A line a day: the date anywhere in it, `休`/`off` or `班`/`work`, and the holiday's name, in any order, with commas or tabs
 * between; a heading without a date is passed. JSON: a list of `{day, kind, name}`, or that list under `days`.
 */
export function readArrangement(text: string): ReadArrangement {
  const plain = text.replace(/^\uFEFF/, '').trim();
  const rows = /^[[{]/.test(plain) ? rowsOfJson(plain) : plain.split(/\r?\n/).map((line) => line.split(/[,，;\t]/));
  const days: ArrangedDay[] = [];
  const wrong: FieldProblem[] = [];
  for (const [at, raw] of rows.entries()) {
    const cells = raw.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const found = cells.map((cell) => dated.exec(cell)).find((match) => match !== null);
    if (cells.every((cell) => cell === '') || (!found && at === 0)) continue;
    const row = at + 1;
    if (!found) {
      wrong.push(fieldProblem('days', 'calendar_not_a_day', { row, text: cells.join(' ').slice(0, 40) }));
      continue;
    }
    const rest = cells.filter((cell) => cell !== '' && !dated.test(cell) && !/^\d{4}$/.test(cell));
    const said = rest.find((cell) => off.test(cell) || work.test(cell));
    if (!said) {
      wrong.push(fieldProblem('days', 'calendar_no_kind', { row, text: rest.join(' ').slice(0, 40) }));
      continue;
    }
    const name = rest.find((cell) => cell !== said && !/^[周星]/.test(cell)) ?? '';
    const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
    days.push({ day, kind: work.test(said) ? 'work' : 'off', name: name.slice(0, 40) });
  }
  const first = days[0]?.day.slice(0, 4);
  return { year: first === undefined ? undefined : Number(first), days, wrong };
}

function rowsOfJson(text: string): string[][] {
  try {
    const read: unknown = JSON.parse(text);
    const list = Array.isArray(read) ? read : ((read as { days?: unknown }).days ?? []);
    return (list as Record<string, unknown>[]).map((row) =>
      [row.day ?? row.date, row.kind ?? row.type, row.name].map((cell) => (cell === undefined ? '' : String(cell))),
    );
  } catch {
    return [['', text.slice(0, 40)]];
  }
}
