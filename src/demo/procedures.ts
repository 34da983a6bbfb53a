/** The demo's standard procedures: one begun by what shops say, one every Monday, one by a firm's credit level, and how far each run has come. */
import { addDays, dayMs, dayOf, weekdayOf } from '#clock/day.ts';
import type { Act, Cast } from '#demo/make.ts';
import { nextOffice } from '#demo/office.ts';
import { followTriggers, workOnSteps } from '#demo/procedure-work.ts';
import { type Random, randomFrom } from '#demo/random.ts';
import { arrivalOf } from '#demo/signals.ts';
import { loadActor } from '#people/actor.store.ts';
import { program } from '#people/actor.ts';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { presets } from '#procedure/presets.ts';
import type { Step } from '#procedure/step.ts';
import { addTrigger } from '#procedure/trigger.actions.ts';
import type { Terms } from '#procedure/trigger.ts';
import { addProcedure, draftAnew, issueVersion, saveDraft } from '#procedure/version.actions.ts';
import { versionsOf } from '#procedure/version.store.ts';
import { arrive } from '#signal/arrive.actions.ts';
import { addChannel } from '#signal/channel.actions.ts';

/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 46;
const BEGUN = 27;

/** Days ago | shop | what it says. All made up. */
const shops = `
23|青年街好再来面馆|门口修路围挡挡住招牌，想问能不能在围挡上做指引牌，需要什么手续。
16|望湖路晨光文具店|夜里垃圾清运车停在店门口，早上味道大，希望改时间。
10|北苑菜市场老魏熟食|门前划线停车后卸货没有地方，想申请早上一小时的卸货时段。
3|师范学院西门同学餐厅|油烟净化器换了新的，想请人来看一下是否合格，以后还要交什么材料。
0.9|临河大道小雨花店|想在门前摆花架，怎样算占道，能不能划一个范围。
`;
/** How many signals these acts bring into the city. */
export const SHOP_SIGNALS = shops.trim().split('\n').length;

export function procedureActs(city: City, cast: Cast, end: Date): Act[] {
  const random = randomFrom(SEED);
  const when = (ago: number) => new Date(Math.min(end.getTime() - 60_000, office(end, ago).getTime()));
  const ids = { channel: random.id(end), shops: random.id(end), weekly: random.id(end), prepaid: random.id(end) };
  const own = Object.values(ids);
  const procedures = async (tx: Tx) => {
    const channel = { code: '07', name: '商户服务专线', kind: 'hotline' as const };
    await addChannel(tx, program, { ...channel, id: ids.channel });
    const steps = stepsOf(cast);
    await issued(tx, cast, random, {
      id: ids.shops,
      name: '商户诉求上门核实',
      words: presets.firm.words,
      steps: steps.shops,
    });
    const weekly = '每周一发起，把上周看到的市容问题查清、汇总、报局长。';
    await issued(tx, cast, random, { id: ids.weekly, name: '每周市容巡查', words: weekly, steps: steps.weekly });
    const { zh: name, words } = presets.prepaid;
    await issued(tx, cast, random, { id: ids.prepaid, name, words, steps: [...presets.prepaid.steps], unit: 'market' });
    await begins(tx, cast, random, ids.shops, { kind: 'signal', channelId: ids.channel, categoryId: null });
    await begins(tx, cast, random, ids.weekly, { kind: 'date', every: 'week', day: 1, roll: true });
    for (const level of ['yellow', 'orange', 'red'] as const)
      await begins(tx, cast, random, ids.prepaid, { kind: 'credit', level });
  };
  const said = shops
    .trim()
    .split('\n')
    .map((line) => {
      const [ago, shop, words] = line.split('|') as [string, string, string];
      return { at: when(Number(ago)), run: (tx: Tx) => say(city, tx, cast, random, ids.channel, shop, words) };
    });
  const second = (tx: Tx) => withDuty(tx, cast, random, ids.shops);
  const first = dayOf(when(BEGUN));
  const turns: Act[] = [];
  for (let day = addDays(first, 1); day <= dayOf(end); day = addDays(day, 1))
    for (const hour of [9.6, 15.2]) {
      const at = new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000);
      if (weekdayOf(day) === 0 || weekdayOf(day) === 6 || at >= end) continue;
      turns.push({ at, run: (tx) => turn(tx) });
    }
  return [{ at: when(BEGUN), run: procedures }, { at: when(6), run: second }, ...said, ...turns];

  async function turn(tx: Tx): Promise<void> {
    await followTriggers(tx, ids.channel);
    await workOnSteps(tx, random, own);
  }
}

const office = (end: Date, ago: number) => nextOffice(new Date(end.getTime() - ago * dayMs));

function stepsOf(cast: Cast): { shops: Step[]; weekly: Step[] } {
  const [appoint, visit, settle, reply] = presets.firm.steps;
  const clerk = { who: 'role', roleCode: 'unit_clerk' } as const;
  const [official, patrol] = [cast.people.get('official')!, cast.units.get('urban-patrol')!];
  const handed = { rule: 'handed_in', files: false } as const;
  return {
    shops: [
      { ...appoint!, ...clerk },
      { ...visit!, who: 'person', personId: official, feedback: handed, evidenceAsked: '走访记录' },
      { ...settle!, place: 'named', unitId: patrol, budget: 3 },
      { ...reply!, ...clerk },
    ],
    weekly: [
      {
        ...visit!,
        ...{ key: 'walk', title: '沿街巡查一遍', words: '按责任路段走一遍，占道、破损、积水逐处记下来。', after: [] },
        ...{ who: 'person', personId: official, feedback: handed, evidenceAsked: '巡查记录' },
      },
      {
        ...reply!,
        ...clerk,
        key: 'sum',
        title: '汇总上周问题',
        after: ['walk'],
        evidenceAsked: '汇总表',
        feedback: handed,
      },
      {
        ...reply!,
        ...{ key: 'read', title: '局长阅批', words: '', who: 'person', personId: cast.people.get('head')! },
        ...{ after: ['sum'], evidenceAsked: '批示', budget: 2 },
      },
    ],
  };
}

type Made = { id: string; name: string; words: string; steps: Step[]; unit?: 'urban' | 'market' };
const keepers = { urban: ['head', 'urban-clerk'], market: ['market-head', 'office'] } as const;
const loaded = async (tx: Tx, cast: Cast, key: string) => (await loadActor(tx, cast.people.get(key)!))!;

async function issued(tx: Tx, cast: Cast, random: Random, { unit = 'urban', ...made }: Made): Promise<void> {
  const [first, second] = keepers[unit];
  const two = { responsibleId: cast.people.get(first)!, secondId: cast.people.get(second)! };
  const by = await loaded(tx, cast, first);
  await addProcedure(tx, by, { ...made, ...two, unitId: cast.units.get(unit)! });
  const [draft] = await versionsOf(tx, made.id);
  const decision = { id: random.id(tx.now), version: draft!.version, from: dayOf(tx.now), to: null };
  await issueVersion(tx, by, draft!.id, { ...decision, reason: '局长办公会议定' });
}

async function begins(tx: Tx, cast: Cast, random: Random, procedureId: string, terms: Terms): Promise<void> {
  const key = terms.kind === 'credit' ? 'market-head' : 'head';
  const input = { id: random.id(tx.now), terms, fallbackId: cast.people.get(key)!, reason: '不等人想起来再办' };
  await addTrigger(tx, await loaded(tx, cast, key), procedureId, input);
}

/** A second version asks the unit whose duty it is: for a signal alone there is none, so the step stands with who answers for the run. */
async function withDuty(tx: Tx, cast: Cast, random: Random, procedureId: string): Promise<void> {
  const head = await loaded(tx, cast, 'head');
  const [now] = await versionsOf(tx, procedureId);
  const { id } = await draftAnew(tx, head, procedureId, { id: random.id(tx.now), fromId: now!.id });
  const [draft] = await versionsOf(tx, procedureId);
  const steps = stepsOf(cast).shops;
  const duty: Step = {
    ...steps[2]!,
    key: 'duty',
    title: '请主责单位会商',
    who: 'duty',
    place: 'thing',
    unitId: null,
    words: '',
  };
  const whole = { ...draft!, steps: [...steps.slice(0, 2), duty, ...steps.slice(2)] };
  const saved = await saveDraft(tx, head, id, { ...whole, id: random.id(tx.now) });
  const decision = { id: random.id(tx.now), version: saved.version, from: dayOf(tx.now), to: null };
  await issueVersion(tx, head, id, { ...decision, reason: '涉及别的单位时请其会商' });
}

async function say(city: City, tx: Tx, cast: Cast, random: Random, channel: string, shop: string, words: string) {
  const told = { title: shop, words, matter: 'consult' as const, place: shop, category: null };
  const arrival = arrivalOf(city, random, { desk: channel, hotline: channel }, tx.now, told);
  const disposition = { kind: 'answered', code: 'explained' } as const;
  await arrive(tx, await loaded(tx, cast, 'dispatcher'), [{ ...arrival, disposition }]);
}
