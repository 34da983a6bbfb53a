/** The demo's risk of spending: one indicator that six units keep by months, with some months that nobody has read. */
import { addMonths, firstDay, lastDay, monthOf } from '#clock/month.ts';
import type { Act, Cast } from '#demo/make.ts';
import { randomFrom } from '#demo/random.ts';
import { defineIndicator } from '#indicator/indicator.actions.ts';
import { recordReading } from '#indicator/reading.actions.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';

/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 45;
const MONTHS = 10;
const units = ['urban', 'water', 'housing', 'traffic', 'ecology', 'market'];

export function spendingActs(cast: Cast, end: Date): Act[] {
  const random = randomFrom(SEED);
  const at = new Date(end.getTime() - 36 * 3_600_000);
  return units.map((unit, n) => ({
    at: new Date(at.getTime() + n * 60_000),
    run: (tx: Tx) => keep(tx, cast.units.get(unit)!, n),
  }));

  async function keep(tx: Tx, ownerUnit: string, n: number): Promise<void> {
    const office = (await loadActor(tx, cast.people.get('office')!))!;
    const first = addMonths(monthOf(tx.now), -MONTHS);
    const id = random.id(tx.now);
    const { version } = await defineIndicator(tx, office, {
      ...{ id, ownerUnit, name: '支出风险分', unitWords: '分', direction: 'lower', digits: 0 },
      ...{ numerator: '当月触发的支出预警按轻重加分：超预算、拆单、无合同、超时未核销', denominator: '' },
      ...{ validFrom: firstDay(first), source: '财政一体化系统', method: '满分 100，示例口径，仅供参考' },
    });
    for (let i = 0; i < MONTHS; i++) {
      const month = addMonths(first, i);
      const value = Math.max(0, 18 + n * 6 + (n === 1 ? i * 4 : 0) + random.below(16) - 6);
      if (random.chance(0.12)) continue;
      const days = { from: firstDay(month), to: lastDay(month) };
      const figures = { value, numerator: null, denominator: null, unitWords: '分' };
      await recordReading(tx, office, id, { ...days, ...figures, id: random.id(tx.now), version, source: '月度汇总' });
    }
  }
}
