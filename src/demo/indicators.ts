/** Indicators of the demo: one that a bureau reads by months, one of the whole city, and one that the program counts. */
import { addMonths, firstDay, lastDay, monthOf } from '#clock/month.ts';
import { at, type Cast } from '#demo/make.ts';
import type { Random } from '#demo/random.ts';
import { defineIndicator } from '#indicator/indicator.actions.ts';
import type { Direction } from '#indicator/indicator.ts';
import { recordReading } from '#indicator/reading.actions.ts';
import { defineCount } from '#outcome/count.actions.ts';
import { loadActor } from '#people/actor.store.ts';
import { type City, transact } from '#platform/city.ts';

const DAY_MS = 86_400_000;

type Read = {
  name: string;
  unitWords: string;
  direction: Direction;
  digits: number;
  numerator: string;
  denominator: string;
  source: string;
  /** One figure a month, the last of the month that ended last: parts of a ratio, or a value. */
  months: ([part: number, of: number] | number)[];
};

const ofUrban: Read = {
  ...{ name: '占道经营诉求按期办结率', unitWords: '%', direction: 'higher', digits: 1 },
  ...{ numerator: '按期办结的占道经营诉求', denominator: '到期的占道经营诉求', source: '12345 工单系统月报' },
  months: [
    [171, 209],
    [180, 214],
    [176, 203],
    [188, 211],
    [193, 212],
    [196, 208],
    [205, 214],
  ],
};

const ofCity: Read = {
  ...{ name: '窗口平均等候时长', unitWords: '分钟', direction: 'lower', digits: 1 },
  ...{ numerator: '取号到叫号的时间合计', denominator: '取号人数', source: '政务大厅叫号机' },
  months: [23.4, 22.8, 24.1, 19.6, 17.9, 16.2, 15.8],
};

/** Seven months of readings by hand; the count finds its months itself. */
export async function readIndicators(city: City, cast: Cast, random: Random, end: Date): Promise<void> {
  const root = await transact(city, (tx) =>
    tx.selectFrom('unit').select('id').where('code', '=', 'CITY').executeTakeFirstOrThrow(),
  );
  const urban = cast.units.get('urban')!;
  await readOne(city, cast, random, end, ofUrban, urban, 'head');
  await readOne(city, cast, random, end, ofCity, root.id, 'office');
  await transact(at(city, new Date(end.getTime() - DAY_MS)), async (tx) => {
    const head = (await loadActor(tx, cast.people.get('head')!))!;
    const largest = await tx
      .selectFrom('problem')
      .innerJoin('assignment', 'assignment.problem_id', 'problem.id')
      .select('problem.id')
      .where('assignment.to_unit', '=', urban)
      .where('problem.state', '<>', 'merged')
      .orderBy('problem.signal_count', 'desc')
      .orderBy('problem.number')
      .limit(1)
      .executeTakeFirstOrThrow();
    const input = { id: random.id(tx.now), name: '占道经营每月线索', ownerUnit: urban };
    await defineCount(tx, head, largest.id, input);
  });
}

async function readOne(
  city: City,
  cast: Cast,
  random: Random,
  end: Date,
  { months, ...read }: Read,
  ownerUnit: string,
  by: 'head' | 'office',
): Promise<void> {
  const first = addMonths(monthOf(end), -months.length);
  const when = new Date(end.getTime() - 2 * DAY_MS);
  await transact(at(city, when), async (tx) => {
    const actor = (await loadActor(tx, cast.people.get(by)!))!;
    const id = random.id(when);
    const input = { ...read, id, ownerUnit, validFrom: firstDay(first), method: '' };
    const { version } = await defineIndicator(tx, actor, input);
    for (const [i, one] of months.entries()) {
      const month = addMonths(first, i);
      const [numerator, denominator] = Array.isArray(one) ? one : [null, null];
      await recordReading(tx, actor, id, {
        ...{ id: random.id(when), version, from: firstDay(month), to: lastDay(month), unitWords: read.unitWords },
        ...{
          value: Array.isArray(one) ? null : one,
          numerator,
          denominator,
          source: `${Number(month.slice(5))}月月报`,
        },
      });
    }
  });
}
