/** Random calendars and random limits over ten years, for holding the arithmetic of limits against the slow one. */
import assert from 'node:assert/strict';
import { buildCalendar } from '#clock/calendar.ts';
import { dueAt, type Limit, unitsOfTime } from '#clock/due.ts';
import type { OfficeHours } from '#clock/office-hours.ts';
import { seedRows, seedYears } from '#clock/seed.ts';
import { type Rows, slowDays, slowDue } from '#test/slow-due.ts';

const MINUTE = 60_000;
const BEGIN = Date.parse('2024-01-01T00:00:00+08:00');
const OFFICE = '0190a000-0000-7000-8000-000000000001';

type Random = (below: number) => number;

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const two = (n: number) => String(n).padStart(2, '0');

/** The published years as they were, a stranger calendar in two years after, and office hours of all and of one unit. */
function randomRows(random: Random): Rows {
  const days = seedRows().map(({ day, kind }) => ({ day, kind }));
  const later = 2027 + random(3);
  for (const month of [1, 2, 5, 6, 10]) {
    const at = 1 + random(20);
    for (let n = 0; n < 5; n++)
      days.push({ day: `${later}-${two(month)}-${two(at + n)}`, kind: n === 4 ? 'work' : 'off' });
  }
  const years = [...seedYears, later, later + 2].map((year) => ({ year }));
  const row = (more: Partial<OfficeHours>): OfficeHours => ({
    ...{ unit_id: null, valid_from: '2023-01-01', valid_to: null, weekdays: [1, 2, 3, 4, 5] },
    ...{ season_from: null, season_to: null, am_from: '08:30', am_to: '12:00', pm_from: '14:00', pm_to: '17:30' },
    ...more,
  });
  const summer = { season_from: `0${4 + random(3)}-01`, season_to: '09-30', pm_from: '14:30', pm_to: '18:10' };
  const winter = { season_from: '11-15', season_to: `0${2 + random(2)}-10`, pm_from: '13:00', pm_to: '16:45' };
  const hours = [
    row({ valid_to: '2027-06-14' }),
    row({ valid_from: '2027-06-15', am_from: '09:00', am_to: '12:05' }),
    row(summer),
    ...(random(2) ? [row(winter)] : []),
    row({ unit_id: OFFICE, valid_from: '2025-03-01', weekdays: [1, 2, 3, 4], am_from: '07:45' }),
    row({ unit_id: OFFICE, valid_from: '2025-03-01', weekdays: [5], pm_from: null, pm_to: null }),
    ...(random(2) ? [row({ ...summer, unit_id: OFFICE, pm_to: '20:00', valid_to: '2030-12-31' })] : []),
  ];
  return { years, days, hours: random(4) ? hours : [] };
}

const budgets = { hour: 200, day: 30, working_hour: 40, working_day: 20, month_day: 28 };

function randomLimit(random: Random): Limit {
  const unit = unitsOfTime[random(unitsOfTime.length)]!;
  const startedAt = new Date(BEGIN + random(10 * 525_960) * MINUTE);
  const suspensions = Array.from({ length: Math.max(0, random(6) - 2) }, () => {
    const from = startedAt.getTime() + (random(30_000) - 1500) * MINUTE;
    const to = new Date(from + random([1, 60, 3_000, 20_000][random(4)]!) * MINUTE);
    return { from: new Date(from), to: random(10) ? to : null };
  });
  return {
    ...{ startedAt, unit, suspensions, roll: random(2) === 1, office: random(2) ? OFFICE : null },
    budget: unit === 'month_day' ? 1 + random(28) : random(budgets[unit] + 1),
    extensions: Array.from({ length: Math.max(0, random(5) - 2) }, () => 1 + random(10)),
  };
}

/** Compares so many cases of one random calendar. @throws the first that differs, with what makes it again. */
export function compareCases(seed: number, count: number): void {
  const random = randomFrom(seed);
  const rows = randomRows(random);
  const calendar = buildCalendar({ ...rows, years: rows.years.map(({ year }) => ({ year, version: 1 })) });
  const days = { all: slowDays(rows, null), own: slowDays(rows, OFFICE) };
  for (let n = 0; n < count; n++) {
    const limit = randomLimit(random);
    const slow = slowDue(limit.office ? days.own : days.all, limit);
    const { dueAt: fast, provisional } = dueAt(calendar, limit);
    if (fast.getTime() === slow.dueAt.getTime() && provisional === slow.provisional) continue;
    assert.deepEqual({ dueAt: fast, provisional }, slow, `seed ${seed}, case ${n}: ${JSON.stringify(limit)}`);
  }
}
