/** The demo's organisations: made-up firms with facts about prepaid consumption, and what was decided about the levels they called for. */
import { dayMs, dayOf } from '#clock/day.ts';
import { decideOnCase } from '#credit/case.actions.ts';
import { addOrganisation, recordCheck, recordFact } from '#credit/fact.actions.ts';
import { organisationShown } from '#credit/organisation.store.ts';
import { loadCreditPreset, setVisiting } from '#credit/rule.actions.ts';
import { allMetrics } from '#credit/rule.store.ts';
import type { Act, Cast } from '#demo/make.ts';
import { randomFrom } from '#demo/random.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { creditCheckOf } from '#sheet/value/read-credit-code.ts';

/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 44;

/** Name | figures as metric:value | what is decided. All made up. */
const firms = `
青澜市悦动健身服务有限公司|预付类投诉:9 预付类投诉:14|raise
青澜市小葵花教育咨询有限公司|预收资金余额:186|raise
青澜市雅致美容有限公司|预付类投诉:6|
青澜市清新洗衣连锁有限公司|预付类投诉:2 预收资金余额:35|
青澜市银杏养生有限公司|逾期未报备案:2|raise askRepair
青澜市蓝鲸游泳俱乐部有限公司|预收资金余额:72|
青澜市四季书房文化有限公司|预付类投诉:1|
青澜市好味来餐饮管理有限公司|预收资金余额:18|
`;

export function creditActs(cast: Cast, end: Date): Act[] {
  const random = randomFrom(SEED);
  const act = (ago: number, run: (tx: Tx, as: (key: string) => Promise<Actor>) => Promise<unknown>): Act => ({
    at: new Date(end.getTime() - ago * dayMs),
    run: (tx) => run(tx, async (key) => (await loadActor(tx, cast.people.get(key)!))!),
  });
  const rules = act(60, async (tx, as) => {
    const [office, reason] = [await as('office'), '《青澜市预付式消费信用监管办法（试行）》'];
    await loadCreditPreset(tx, office, { id: random.id(tx.now), preset: 'prepaid', reason });
    const visits = { green: 1, yellow: 2, orange: 4, red: 12 };
    await setVisiting(tx, office, { id: random.id(tx.now), ...visits, reason });
  });
  const lives = firms
    .trim()
    .split('\n')
    .map((line, n) => act(9 - n, (tx, as) => tellFirm(tx, as, line, n)));
  return [rules, ...lives];

  async function tellFirm(tx: Tx, as: (key: string) => Promise<Actor>, line: string, n: number): Promise<void> {
    const [name, figures, decided] = line.split('|') as [string, string, string];
    const first = `91370100MA3C0${String(n * 617 + 1000)}`;
    const [id, office, head] = [random.id(tx.now), await as('office'), await as('head')];
    await addOrganisation(tx, office, { id, code: first + creditCheckOf(first), name });
    const metrics = new Map((await allMetrics(tx)).map((one) => [one.name, one.id]));
    const day = dayOf(tx.now);
    for (const [i, figure] of figures.split(' ').entries()) {
      const [metric, value] = figure.split(':') as [string, string];
      const fact = { id: random.id(tx.now), metricId: metrics.get(metric)!, day, value: Number(value) };
      await recordFact(tx, office, id, { ...fact, source: i === 0 ? '12345 热线周报' : '市场监管局通报' });
    }
    await recordCheck(tx, office, id, {
      id: random.id(tx.now),
      offSite: n % 3 !== 0,
      day,
      found: '经营正常，台账与申报相符',
    });
    for (const step of decided.split(' ').filter(Boolean) as ('raise' | 'askRepair')[]) {
      const [one] = (await organisationShown(tx, head, id)).cases;
      const words = step === 'raise' ? '事实清楚，先电话核查' : '已补报，申请修复';
      await decideOnCase(tx, head, one!.id, step, { id: random.id(tx.now), version: one!.version, words });
    }
  }
}
