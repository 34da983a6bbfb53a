/** Office hours as pages and routes hand them on, and what is wrong with a row. */
import { z } from 'zod';
import { addDays } from '#clock/day.ts';
import { inSeason } from '#clock/office-hours.ts';
import { id } from '#platform/ids.ts';
import { type FieldProblem, fieldProblem } from '#platform/problem.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const date = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

export const officeHours = z.object({
  unit_id: id.nullable(),
  valid_from: z.iso.date(),
  valid_to: z.iso.date().nullable(),
  weekdays: z.array(z.int().min(1).max(5)).min(1),
  season_from: date.nullable(),
  season_to: date.nullable(),
  am_from: time,
  am_to: time,
  pm_from: time.nullable(),
  pm_to: time.nullable(),
});

export type OfficeHoursRow = z.infer<typeof officeHours>;

/** What is wrong with a row beside those that stand; nothing where it can be taken. */
export function wrongHours(row: OfficeHoursRow, others: readonly OfficeHoursRow[]): FieldProblem[] {
  const wrong: FieldProblem[] = [];
  const half = (a: unknown, b: unknown) => (a === null) !== (b === null);
  const morning = { zh: '上午', en: 'morning' };
  const afternoon = { zh: '下午', en: 'afternoon' };
  if (row.am_to <= row.am_from) wrong.push(fieldProblem('am_to', 'hours_ended_before', { part: morning }));
  if (half(row.pm_from, row.pm_to)) wrong.push(fieldProblem('pm_to', 'hours_afternoon_half'));
  else if (row.pm_from !== null && row.pm_to !== null && (row.pm_to <= row.pm_from || row.pm_from < row.am_to))
    wrong.push(fieldProblem('pm_to', 'hours_ended_before', { part: afternoon }));
  if (half(row.season_from, row.season_to)) wrong.push(fieldProblem('season_to', 'hours_season_half'));
  if (row.valid_to !== null && row.valid_to < row.valid_from)
    wrong.push(fieldProblem('valid_to', 'hours_ended_before', { part: { zh: '有效期', en: 'validity' } }));
  const beside = others.find((other) => overlap(row, other));
  if (beside) wrong.push(fieldProblem('valid_from', 'hours_overlap', { from: beside.valid_from }));
  return wrong;
}

/** A season's row stands before that of the whole year and does not overlap it. */
function overlap(a: OfficeHoursRow, b: OfficeHoursRow): boolean {
  if (a.unit_id !== b.unit_id || (a.season_from === null) !== (b.season_from === null)) return false;
  if (!a.weekdays.some((day) => b.weekdays.includes(day))) return false;
  if (a.valid_from > (b.valid_to ?? '9999') || b.valid_from > (a.valid_to ?? '9999')) return false;
  return a.season_from === null || daysOfSeason(a).some((date) => inSeason(b, date));
}

/** A leap year's dates. */
const dates = Array.from({ length: 366 }, (_, n) => addDays('2028-01-01', n).slice(5));
const daysOfSeason = (row: OfficeHoursRow) => dates.filter((date) => inSeason(row, date));
