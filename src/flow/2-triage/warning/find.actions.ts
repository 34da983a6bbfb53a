/** Finding warnings: the last days against their own past; new ones are told, old ones go on, subside, or stay decided. */
import { addDays, type Day, dayOf } from '#clock/day.ts';
import { record } from '#ledger/record.ts';
import { program, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { type Burst, bursts, windows } from '#statistics/burst.ts';
import { areaTree, categoryTree, countDays, dayCounts } from '#triage/warning/day-count.store.ts';
import { holdsOf, seriesOf, type Watched } from '#triage/warning/series.ts';
import {
  continueWarning,
  falseAlarmsAllowed,
  insertWarning,
  latestWarnings,
  type WarningRow,
  writeWarning,
} from '#triage/warning/warning.store.ts';
import { SILENT_DAYS, SUBSIDES_AFTER, WATCHED_DAYS } from '#triage/warning/warning.ts';

/** Days that are counted anew each hour; at night all, for people decide on categories of long ago. */
const RECOUNTED = Math.max(...windows) + 1;

/** @param all counts the whole past anew */
export async function findWarnings(city: City, all: boolean): Promise<void> {
  const past = (tx: Tx) => addDays(dayOf(tx.now), 1 - WATCHED_DAYS);
  const burst = await transact(city, async (tx) => {
    const today = dayOf(tx.now);
    const empty = !(await tx.selectFrom('warning_day').select('day').limit(1).executeTakeFirst());
    await countDays(tx, all || empty ? past(tx) : addDays(today, 1 - RECOUNTED));
    return lookFor(tx, past(tx), today);
  });
  await transact(city, (tx) => tell(tx, burst.found, burst.today));
}

async function lookFor(tx: Tx, past: Day, today: Day): Promise<{ found: Burst<Watched>[]; today: Day }> {
  const counts = await dayCounts(tx, past);
  const first = counts[0]?.day;
  if (first === undefined) return { found: [], today };
  const [areas, categories] = [await areaTree(tx), await categoryTree(tx)];
  const days = daysBetween(first, today) + 1;
  // That the whole city has more to do is no early warning.
  const series = seriesOf(counts, areas, categories, first, days).filter(({ key }) => key.areaId ?? key.categoryId);
  const falseAlarms = await falseAlarmsAllowed(tx);
  return { found: bursts(series, { today: days - 1, falseAlarms, holds: holdsOf(areas, categories) }), today };
}

const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const name = ({ areaId, categoryId }: Watched) => `${areaId}|${categoryId}`;

async function tell(tx: Tx, found: Burst<Watched>[], today: Day): Promise<void> {
  const latest = new Map((await latestWarnings(tx)).map((row) => [name(row), row]));
  const by = signing(program, 'warning.decide');
  const made: string[] = [];
  for (const burst of found) {
    const last = latest.get(name(burst.key));
    if (last && isOpen(last)) await continueWarning(tx, last.id, { ...burst, lastOn: today });
    else if (!last || speaksAgain(last, burst, today)) made.push(await insertWarning(tx, { ...burst, lastOn: today }));
  }
  const entries = made.map((thing) => ({ verb: 'warning.find', kind: 'warning' as const, thing }));
  const silent = [...latest.values()].filter(
    (row) =>
      isOpen(row) && row.lastOn <= addDays(today, -SUBSIDES_AFTER) && !found.some(({ key }) => name(key) === name(row)),
  );
  for (const row of silent) await writeWarning(tx, row.id, { state: 'over' });
  const over = silent.map(({ id: thing }) => ({ verb: 'warning.subside', kind: 'warning' as const, thing }));
  await record(tx, by, [...entries, ...over]);
}

const isOpen = ({ state }: WarningRow) => state === 'new' || state === 'noted';

/** What was decided on keeps silent for a fortnight, unless twice as many tell of it; what had subsided speaks at once. */
const speaksAgain = (last: WarningRow, { count }: Burst<Watched>, today: Day): boolean =>
  last.state === 'over' || dayOf(last.changedAt) <= addDays(today, -SILENT_DAYS) || count >= 2 * last.people;
