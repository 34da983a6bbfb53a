/** Step 3: what names a place or an organisation: the words before an ending (小区, 路, 公司 …), taken generously. */
import { kindOf, unitKind } from '#text/same/2-terms.ts';

const endings = new Set(
  (
    '小区 花园 家园 公寓 大厦 广场 中心 社区 新村 山庄 名都 名邸 雅苑 学校 小学 中学 一中 大学 学院 幼儿园 医院 公司 集团 市场 商城 超市 ' +
    '饭店 酒店 宾馆 餐厅 驾校 公园 车站 大道 大桥 隧道 立交 水库 号线 安置区 工业园 产业园 开发区 经开区 车贷 银行 楼盘 项目 天下 国际 时代 公馆 ' +
    '壹号 城 苑 园 府 湾 路 街 巷 镇 乡 村 站 桥 港 郡 墅 居 庭 里 湖 坪 岛 寺 厂 店 院 校 局 所 馆 洲 都'
  ).split(' '),
);
const longestEnding = 3;
const lastUnits = new Uint8Array(0x1_0000);
for (const ending of endings) lastUnits[ending.charCodeAt(ending.length - 1)] = 1;

/** Common words that begin with an ending: 门口路面 names no road, 居民 no estate. */
const goesOn = new Set(
  (
    '路面 路灯 路口 路段 路边 路过 路况 路人 路程 路基 路由 村民 村里 村委 村组 村庄 村干 城市 城管 城镇 城乡 城区 店主 店铺 店面 店里 店家 店员 院子 院内 院长 院里 ' +
    '街道 街上 街边 街坊 园区 园内 园林 园里 园长 厂家 厂房 厂区 厂里 校区 校园 校长 校内 校外 校车 站台 站点 站长 局长 局里 局面 局部 所有 所以 所在 所谓 所需 ' +
    '居民 居住 居然 居委 居家 居室 庭院 庭审 港口 桥梁 桥上 桥下 府邸 里面 里程 里边 湖边 湖面 馆长 馆内 镇上 镇里 镇政 乡镇 乡里 乡村 乡亲 都是 都有 都没 都不 都在 ' +
    '都会 都要 都能 都市 寺庙 洲际 坪里 岛内 湾里 苑里'
  ).split(' '),
);

/** No name has these in it: areas end here, and what is said around a name begins. */
const stops = new Uint8Array(0x1_0000);
for (const sign of '市区县省的了在是有对从到至和与及于被把给请您他她它这那个怎不也就又要让使向因但或还更很该每') {
  stops[sign.charCodeAt(0)] = 1;
}
const longestName = 9;
const shortestName = 3;

/**
 * Every run that ends like a name, each once, in the order of the text. Generous on purpose: what is no name is common,
 * and weighs nothing when names are compared by how rare they are; a name left out costs more (decision 27).
 */
export function namesOf(text: string): string[] {
  const found = new Set<string>();
  let free = 0; // where one name ends the next may begin: 万家丽南路｜丽发新城
  for (let end = 2; end <= text.length; end++) {
    if (lastUnits[text.charCodeAt(end - 1)] !== 1) continue;
    const ending = endingAt(text, end);
    if (ending === 0 || (ending === 1 && goesOn.has(text.slice(end - 1, end + 1)))) continue;
    let start = end - ending;
    while (start > free && end - start < longestName && belongs(text.charCodeAt(start - 1))) start--;
    if (end - start === ending || end - start < shortestName) continue;
    found.add(text.slice(start, end));
    free = end;
  }
  return [...found];
}

function endingAt(text: string, end: number): number {
  for (let length = longestEnding; length > 0; length--) {
    if (end >= length && endings.has(text.slice(end - length, end))) return length;
  }
  return 0;
}

const belongs = (unit: number) =>
  stops[unit] !== 1 && (kindOf(unit) === unitKind.han || (unit >= 0x61 && unit <= 0x7a));
