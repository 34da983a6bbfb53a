/** What the demo's call-takers answer from: entries written by the office and published by the heads of the units that own them. */
import { addDays, dayOf } from '#clock/day.ts';
import type { Act, Cast } from '#demo/make.ts';
import { type Random, randomFrom } from '#demo/random.ts';
import { addEntry, publishEntry } from '#knowledge/knowledge.actions.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';

/** Unit | who publishes | category | question | other ways of asking it | answer | basis | days until somebody looks again. Made up. */
const entries = `
water|water-head|供水|停水了向谁查询、怎么报修？|家里没水了怎么办；水压小找谁|先看水务局“停水公告”；公告里没有的，拨 12345 报修，供水企业 30 分钟内联系、2 小时内到场。欠费停水的，缴清后 24 小时内恢复。|《青澜市城市供水服务规范》第十二条|300
water|water-head|供水|二次供水设施由谁维护？|高层水箱多久清洗一次；顶楼水压不足|2022 年以后建成的小区由供水企业维护；以前的小区由物业维护，每半年清洗一次水箱，结果在楼道公示。|《青澜市二次供水管理办法》第八条|20
housing|housing-head|物业管理|怎样申请使用住宅专项维修资金？|电梯坏了能用维修基金吗；屋顶漏水维修资金|由业主委员会或物业提出方案，专有面积和人数各过半数业主同意后报住建局；电梯、消防等危及安全的走应急通道，3 个工作日内核准。|《住宅专项维修资金管理办法》|200
housing|housing-head|物业管理|物业费能不能拒交？|物业不作为可以不交物业费吗|不建议拒交。可先向业主委员会或社区反映，由住建局物业科约谈物业；服务不达标的可以依合同要求减免。|《物业服务合同（示范文本）》第九条|200
urban|head|油烟扰民|楼下饭店油烟扰民归谁管？|烧烤油烟进屋；餐饮没有装油烟净化器|有固定门店的由城管局查处，居民楼内新开产生油烟的餐饮不予许可；露天烧烤由街道会同城管局取缔。请说明店名和时段，便于核查。|《青澜市市容管理条例》第三十一条|150
urban|head|噪音扰民|夜间施工噪音怎么投诉？|半夜工地还在施工；工地夜里打桩|22 时至次日 6 时一般不得施工；抢险和连续浇筑须有夜间施工证明并公示。拨 12345 后，城管局夜间值班 1 小时内到场。|《噪声污染防治法》第四十三条|150
traffic|traffic-head|公交|老年人怎样办理公交免费卡？|65岁坐公交免费吗；老年卡在哪里办|年满 65 周岁凭身份证到任一公交服务点当场办理，外地户籍同等对待；每年 12 月在同一地点年审。|《青澜市优待老年人规定》|10
`;

const WRITTEN_DAYS = 80;
/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 31;

export function knowledgeActs(cast: Cast, end: Date): Act[] {
  const random = randomFrom(SEED);
  return entries
    .trim()
    .split('\n')
    .map((line, n) => ({
      at: new Date(end.getTime() - (WRITTEN_DAYS - n) * 86_400_000),
      run: (tx: Tx) => write(tx, cast, random, line, dayOf(end)),
    }));
}

async function write(tx: Tx, cast: Cast, random: Random, line: string, today: string): Promise<void> {
  const [unit, head, category, question, wordings, answer, basis, days] = line.split('|') as [string, ...string[]];
  const office = (await loadActor(tx, cast.people.get('office')!))!;
  const found = categoryFinder(await allCategories(tx), await allAliases(tx))(category!);
  const entry = await addEntry(tx, office, {
    ...{ id: random.id(tx.now), ownerUnit: cast.units.get(unit)!, ownerPerson: cast.people.get(head!)! },
    ...{ question: question!, wordings: wordings!.split('；'), answer: answer!, basis: basis! },
    ...{ areaId: null, categoryId: found && found !== 'several' ? found : null },
    ...{ validFrom: dayOf(tx.now), validTo: null, reviewOn: addDays(today, Number(days)) },
  });
  const publisher = (await loadActor(tx, cast.people.get(head!)!))!;
  await publishEntry(tx, publisher, entry.id, { id: random.id(tx.now), version: entry.version });
}
