/** The whole demo city: 120 units, 755 branches, 2,000 people, 20,000 signals of fourteen months and what came of them. */
import { setImmediate } from 'node:timers/promises';
import { loadCalendar } from '#clock/clock.store.ts';
import { addDays, dayOf, startOfDay } from '#clock/day.ts';
import { type Affair, planAffairs } from '#demo/city/affairs.ts';
import { planLand } from '#demo/city/areas.ts';
import { plantTree } from '#demo/city/category-tree.ts';
import { learn } from '#demo/city/learned.ts';
import { planParty, putUnit } from '#demo/city/party.ts';
import { newPast, note, type Past } from '#demo/city/past.ts';
import type { ProblemLife } from '#demo/city/problem-life.ts';
import { publishGreat } from '#demo/city/published.ts';
import { type NewPerson, planStaff } from '#demo/city/staff.ts';
import type { Life } from '#demo/city/take.ts';
import { traceGreat } from '#demo/city/traces.ts';
import { triage } from '#demo/city/triage.ts';
import { cityUnits } from '#demo/city/units.ts';
import { writePast } from '#demo/city/write.ts';
import { creditActs } from '#demo/credit.ts';
import { dutyActs } from '#demo/duty.ts';
import { knowledgeActs } from '#demo/knowledge.ts';
import { at, type Cast, makeCast } from '#demo/make.ts';
import { pressActs } from '#demo/pressed.ts';
import { procedureActs, SHOP_SIGNALS } from '#demo/procedures.ts';
import type { Random } from '#demo/random.ts';
import { spendingActs } from '#demo/spending.ts';
import { planStory } from '#demo/story.ts';
import { program } from '#people/actor.ts';
import { commitPerson } from '#people/identifiers.ts';
import { insertPersons } from '#people/person.store.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import type { Said } from '#platform/problem.ts';
import { rulesOf } from '#rules/limits.store.ts';
import { currentBasic } from '#rules/programme.store.ts';
import { addChannel } from '#signal/channel.actions.ts';

export const SIGNALS = 20_000;
/** Fourteen months. */
export const DAYS = 425;

const moreChannels = [
  { code: '06', name: '市民网页留言', kind: 'web' as const },
  { code: '03', name: '城市巡查', kind: 'inspection' as const },
  { code: '04', name: '入户走访', kind: 'visit' as const },
  { code: '05', name: '群众来信', kind: 'letter' as const },
];

/**
 * @param share of a whole city: 1, or less for tests; people and units are all there in any case
 * @param tell what is being made, and how far it is
 */
export async function makeCity(
  city: City,
  random: Random,
  end: Date,
  share: number,
  tell: (what: Said, far?: number) => void,
): Promise<Cast> {
  const first = new Date(startOfDay(addDays(dayOf(end), -DAYS)).getTime() + 8.5 * 3_600_000);
  tell({ zh: '单位、支部和人员', en: 'units, branches and people' });
  const cast = await makeCast(city, random, first);
  const found = await transact(at(city, first), find(cast));
  const past = newPast(random, end);
  const begin = new Date(first.getTime() + 1_800_000);
  const land = planLand(past, begin);
  for (const { name, short, kind, under, key } of cityUnits) {
    const unit = { name, short, kind, host: null, parents: [[found.units.get(under)!, 'part']] as [string, 'part'][] };
    found.units.set(key, putUnit(past, begin, 'admin', unit, land.areas.get(key) ?? null));
  }
  const party = planParty(past, begin, found.units);
  const staff = planStaff(past, begin, cast, found.units, party);
  await writePeople(city, past, staff.people);
  const story = await planStory(city, cast, random, end);
  const dutied = dutyActs(cast, random, new Date(begin.getTime() + 1_800_000), end);
  past.acts.push(
    ...story.acts,
    ...dutied,
    ...knowledgeActs(cast, end),
    ...pressActs(cast, end),
    ...creditActs(cast, end),
    ...spendingActs(cast, end),
    ...procedureActs(city, cast, end),
  );
  tell({ zh: '线索与办理经过', en: 'signals and what came of them' });
  const life: Life = { past, staff, ...found };
  const span = { first: addDays(dayOf(first), 1), last: dayOf(end) };
  const total = Math.round(SIGNALS * share) - story.signals - SHOP_SIGNALS;
  const telling = { past, staff, keys: city.keys, channels: found.channels };
  const lives: { affair: Affair; problem: ProblemLife }[] = [];
  let turns = 0;
  for (const affair of planAffairs(telling, land, span, total, share)) {
    lives.push(...triage(life, affair).map(({ problem }) => ({ affair, problem })));
    // A server that makes a training city anew serves others meanwhile.
    if (++turns % 25 === 0) await setImmediate();
  }
  traceGreat(life, past, cast, lives);
  tell({ zh: '分类与学到的模型', en: 'categories and what was learned of them' });
  await learn(city, past, plantTree(past, begin));
  publishGreat(life, past, lives);
  await writePast(city, past, (far) => tell({ zh: '写入十四个月的往事', en: 'writing fourteen months' }, far));
  return cast;
}

const find = (cast: Cast) => async (tx: Parameters<Parameters<typeof transact>[1]>[0]) => {
  for (const channel of moreChannels) await addChannel(tx, program, { ...channel, id: newId() });
  const channels = await tx.selectFrom('channel').select(['code', 'id']).execute();
  const { id: top } = await tx.selectFrom('unit').select('id').where('code', '=', 'CITY').executeTakeFirstOrThrow();
  const programme = await currentBasic(tx);
  return {
    channels: new Map(channels.map(({ code, id }) => [code, id])),
    units: new Map([...cast.units, ['CITY', top]]),
    calendar: await loadCalendar(tx),
    rules: await rulesOf(tx, programme),
    programme,
  };
};

/** Their posts come with the past; they themselves are there before it, each as of their first day. */
async function writePeople(city: City, past: Past, people: NewPerson[]): Promise<void> {
  const days = Map.groupBy(people, (one) => one.at.getTime());
  for (const [time, group] of days) {
    await transact(at(city, new Date(time)), async (tx) => {
      const salts = await insertPersons(
        tx,
        group.map((one) => ({ ...one, idNumber: null })),
      );
      for (const [i, { id, name, phone }] of group.entries()) {
        const commitment = commitPerson(tx, salts[i]!, name, { phone, idNumber: null });
        note(past, tx.now, null, {
          verb: 'person.made',
          kind: 'person',
          thing: id,
          unit: null,
          commitment,
          request: id,
        });
      }
    });
  }
}
