/** Verbs of counting: an indicator that counts the signals of a problem by months, counted on demand and once a day. */
import { addMonths, firstDay, lastDay, type Month, monthOf, monthsFrom } from '#clock/month.ts';
import { type Decision, type Done, decideOnIndicator } from '#indicator/decide.ts';
import { defineIndicator } from '#indicator/indicator.actions.ts';
import { definitionsOf, dueToCount, type IndicatorRow, lockIndicator } from '#indicator/indicator.store.ts';
import { insertReadings, readingsOf, withdrawReadings } from '#indicator/reading.store.ts';
import { record } from '#ledger/record.ts';
import { type Arrivals, arrivalsIn, countSignals, firstMonths, kindOf, standingProblem } from '#outcome/count.store.ts';
import { changesOf, type Kind, MONTHS_MAX, monthsToCount } from '#outcome/count.ts';
import { countWords } from '#outcome/count.words.ts';
import { type Actor, program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import type { Matter } from '#signal/signal.ts';
import { seeProblem } from '#triage/problem.store.ts';

/** Counts at once what months there are. @throws not_found, problem_merged, forbidden, unit_closed */
export async function defineCount(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: { id: string; name: string; ownerUnit: string },
): Promise<Done & { number: string }> {
  const about = await seeProblem(tx, actor, problemId);
  if (about.state === 'merged') throw problem('problem_merged');
  const kind = await kindOf(tx, problemId);
  const { unitWords, ...definition } = countWords(kind);
  const made = await defineIndicator(
    tx,
    actor,
    { ...input, ...definition, unitWords, direction: 'lower', digits: 0, validFrom: firstDay(monthOf(tx.now)) },
    {
      counted: 'signals_a_month',
      about: problemId,
      matter: kind?.matter ?? null,
      category: kind?.category ?? null,
    },
  );
  await countAgain(tx, await lockIndicator(tx, actor, input.id));
  return made;
}

export type Recount = { added: number; changed: number };

/** By hand: what a person asks for. @throws indicator_not_counted */
export async function countNow(tx: Tx, actor: Actor, indicatorId: string, input: Decision): Promise<Done & Recount> {
  let found: Recount = { added: 0, changed: 0 };
  const done = await decideOnIndicator(tx, actor, indicatorId, 'count', input, async ({ indicator }) => {
    if (!indicator.counted) throw problem('indicator_not_counted');
    found = await countAgain(tx, indicator);
    return { data: found };
  });
  return { ...done, ...found };
}

/**
 * Every full month anew. Where the figures are others than those that stand (a signal taken out, a problem merged, tickets of
 * an old month imported), the old reading is withdrawn as counted again and a new one stands in its place.
 */
async function countAgain(tx: Tx, indicator: IndicatorRow, given?: Arrivals): Promise<Recount> {
  const about = await standingProblem(tx, indicator.countedAbout!);
  const standing = (await readingsOf(tx, [indicator.id])).map((one) => [monthOf(one.from), one] as const);
  const first = await firstMonths(tx, about);
  const months = monthsToCount({
    now: monthOf(tx.now),
    made: monthOf(indicator.madeAt),
    cityFirst: first.city,
    problemFirst: first.problem,
    countedFirst: standing[0]?.[0] ?? null,
  });
  const arrivals = given ?? (await arrivalsIn(tx, months));
  // A month that ended since the walk was made is left to the next one.
  const known = months.filter((month) => arrivals.has(month));
  const counted = await countSignals(tx, about, controlOf(indicator), known, arrivals);
  const { fresh, outdated } = changesOf(counted, new Map(standing));
  await withdrawReadings(tx, outdated, null, '重新计数');
  const [definition] = await definitionsOf(tx, indicator.id);
  const common = { indicatorId: indicator.id, definitionId: definition!.id, way: 'counted', by: null } as const;
  await insertReadings(
    tx,
    fresh.map(({ month, ...figures }) => ({
      ...{ id: newId(), ...common, ...figures, from: firstDay(month), to: lastDay(month) },
      ...{ numerator: null, denominator: null, source: '' },
    })),
  );
  return { added: fresh.length - outdated.length, changed: outdated.length };
}

const controlOf = ({ controlMatter, controlCategory }: IndicatorRow): Kind | undefined =>
  controlMatter === null ? undefined : { matter: controlMatter as Matter, category: controlCategory };

/** Once a day: every indicator in use that is counted, each in a transaction of its own; the ledger tells of those that changed. */
export async function countAll(city: City): Promise<number> {
  const due = await transact(city, dueToCount);
  if (due.length === 0) return 0;
  const arrivals = await transact(city, (tx) => arrivalsIn(tx, monthsBack(monthOf(tx.now))));
  let changed = 0;
  for (const id of due) {
    const found = await transact(city, async (tx) => {
      const indicator = await lockIndicator(tx, program, id);
      if (indicator.state !== 'open') return { added: 0, changed: 0 };
      const again = await countAgain(tx, indicator, arrivals);
      if (again.added + again.changed > 0)
        await record(tx, program, {
          ...{ verb: 'indicator.count', kind: 'indicator', thing: id, unit: indicator.ownerUnit, data: again },
        });
      return again;
    });
    changed += found.added + found.changed;
  }
  return changed;
}

const monthsBack = (now: Month): Month[] => monthsFrom(addMonths(now, -MONTHS_MAX), addMonths(now, -1));
