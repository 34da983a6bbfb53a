/** Verbs on the calendar: a year's arrangement comes in or is corrected, office hours change; and what either would do. */
import { sql } from 'kysely';
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import { calendarRows, lockCalendar } from '#clock/clock.store.ts';
import { addDays, type Day } from '#clock/day.ts';
import { type Plan, planMoves } from '#clock/move.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type ArrangedDay, exceptionsOf, firstDifference, wrongWith } from '#rules/arrangement.ts';
import {
  arrangedDays,
  endHours,
  hoursRows,
  insertChange,
  insertHours,
  isYearPublished,
  nextVersion,
  openChanges,
  writeYear,
} from '#rules/calendar.store.ts';
import { holidayNames } from '#rules/holiday-names.ts';
import { type OfficeHoursRow, wrongHours } from '#rules/office-hours.ts';

export const MOVE = 'calendar-move';
/** So many deadlines are shown before they move. */
const SHOWN = 20;

export type YearInput = { year: number; days: ArrangedDay[] };
export type HoursInput = { end: { id: string; lastDay: Day | null } | null; add: OfficeHoursRow | null };
type Decision = { id: string; reason: string };

type Change = { from: Day; calendar: Calendar };

/** @throws malformed, calendar_same */
async function yearChange(
  tx: Tx,
  { year, days }: YearInput,
): Promise<Change & { days: ArrangedDay[]; known: boolean }> {
  const fields = wrongWith(year, days);
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
  const known = await isYearPublished(tx, year);
  const [before, after] = [await arrangedDays(tx, year), exceptionsOf(days)];
  const from = known ? firstDifference(before, after) : `${year}-01-01`;
  if (from === undefined) throw problem('calendar_same');
  const now = await calendarRows(tx);
  const others = now.days.filter(({ day }) => !day.startsWith(`${year}-`));
  const years = known ? now.years : [...now.years, { year, version: now.version }];
  return { from, days: after, known, calendar: buildCalendar({ ...now, years, days: [...others, ...after] }) };
}

/** @throws malformed, not_found, calendar_same */
async function hoursChange(tx: Tx, { end, add }: HoursInput): Promise<Change & { unit: string | null }> {
  const rows = (await hoursRows(tx)).filter((row) => row.withdrawn_at === null);
  const ended = end && rows.find((row) => row.id === end.id);
  if (end && !ended) throw problem('not_found');
  if (!ended && !add) throw problem('calendar_same');
  const left = rows.flatMap((row) => {
    if (row.id !== end?.id) return [row];
    return end.lastDay === null ? [] : [{ ...row, valid_to: end.lastDay }];
  });
  const fields = add ? wrongHours(add, left) : [];
  const cut = left.find((row) => row.id === end?.id);
  if (cut) fields.push(...wrongHours(cut, []));
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
  const begins = [add?.valid_from, ended && (end?.lastDay ? addDays(end.lastDay, 1) : ended.valid_from)];
  const from = begins.filter((day) => day !== undefined && day !== null).sort()[0]!;
  const hours = add ? [...left, add] : left;
  const unit = add ? add.unit_id : ended!.unit_id;
  return { from, unit, calendar: buildCalendar({ ...(await calendarRows(tx)), hours }) };
}

export const planYear = async (tx: Tx, input: YearInput): Promise<Plan> => planOf(tx, await yearChange(tx, input));
export const planHours = async (tx: Tx, input: HoursInput): Promise<Plan> => planOf(tx, await hoursChange(tx, input));
const planOf = (tx: Tx, { calendar, from }: Change) => planMoves(tx, calendar, from, SHOWN);

/** @throws malformed, calendar_same, calendar_behind, calendar_reason_needed where the year is there already */
export async function importYear(tx: Tx, actor: Actor, input: YearInput & Decision): Promise<{ id: string }> {
  const by = signing(actor, 'calendar.manage');
  if (!(await once(tx, by, input.id, 'calendar.import', input))) return { id: input.id };
  await begin(tx);
  const { from, days, known } = await yearChange(tx, input);
  if (known && !input.reason) throw problem('calendar_reason_needed', { year: input.year });
  const version = await nextVersion(tx);
  await writeYear(tx, input.year, version, days, holidayNames);
  const row = { id: input.id, version, year: input.year, from_day: from, by_person: personOf(actor) };
  await insertChange(tx, { ...row, kind: 'year', days, reason: input.reason || null });
  const data = { year: input.year, version, days: days.length };
  const entry = { verb: known ? 'calendar.correct' : 'calendar.import', kind: 'calendar', thing: input.id, data };
  await record(tx, by, { ...entry, request: input.id, ...(input.reason && { reason: input.reason }) });
  await enqueueMove(tx, input.id);
  return { id: input.id };
}

/** @throws malformed, not_found, calendar_same, calendar_behind */
export async function changeHours(tx: Tx, actor: Actor, input: HoursInput & Decision): Promise<{ id: string }> {
  const by = signing(actor, 'calendar.manage');
  if (!(await once(tx, by, input.id, 'calendar.hours', input))) return { id: input.id };
  await begin(tx);
  const { from, unit } = await hoursChange(tx, input);
  const version = await nextVersion(tx);
  if (input.end) await endHours(tx, input.end.id, input.end.lastDay);
  if (input.add) await insertHours(tx, input.id, input.add);
  const row = { id: input.id, version, unit_id: unit, from_day: from, by_person: personOf(actor) };
  await insertChange(tx, { ...row, kind: 'hours', reason: input.reason || null });
  const data = { version, from, ended: input.end?.id ?? null, added: input.add !== null };
  const entry = { verb: 'calendar.hours', kind: 'calendar', thing: input.id, unit, data, request: input.id };
  await record(tx, by, { ...entry, ...(input.reason && { reason: input.reason }) });
  await enqueueMove(tx, input.id);
  return { id: input.id };
}

/** One change at a time: a second would not know which of the two moved a deadline. */
async function begin(tx: Tx): Promise<void> {
  await lockCalendar(tx);
  const [open] = await openChanges(tx);
  if (open) throw problem('calendar_behind', { looked: open.looked });
}

export const enqueueMove = (tx: Tx, id: string) =>
  sql`select graphile_worker.add_job(${MOVE}, json_build_object('city', ${tx.city.slug}::text, 'change', ${id}::text),
    job_key => ${`${MOVE}:${id}`}, max_attempts => 3)`.execute(tx);
