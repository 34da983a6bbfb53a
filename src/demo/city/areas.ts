/** Districts, townships, communities and villages, grids, and the places in them that people speak of. All invented. */
import { type Past, put } from '#demo/city/past.ts';
import { districtNames, townshipsOf } from '#demo/city/units.ts';
import type { PlaceKind } from '#demo/city/words/matter.ts';
import type { Random } from '#demo/random.ts';

export type Place = {
  kind: PlaceKind;
  name: string;
  area: string;
  community: string;
  township: string;
  district: string;
};
export type Land = { areas: Map<string, string>; places: Map<PlaceKind, Place[]> };

const first = '柳桂锦云松竹枫荷槐杏梨棠芦澄明清临安和永长金玉星月晨霞石沙榆桐梅兰栖望'.split('');
const second = '荫溪桥湾塘坪岭渡港亭坊泉洲庄苑台堤井园林'.split('');
const compounds = '花园 新村 家园 小区 雅苑 公馆 里 佳园 名邸 嘉苑'.split(' ');
const streets = '路 街 巷 大道 西路 东路 北街 南路'.split(' ');
const firms = '商场 产业园 写字楼 批发城 大厦 物流园 汽修厂 家具厂 门诊部 步行街'.split(' ');

/** 99 is no province's code. A code begins with that of the area around it. */
const CITY = '9901';

export function planLand(past: Past, at: Date): Land {
  const { random } = past;
  const land: Land = { areas: new Map(), places: new Map() };
  const used = new Set<string>();
  const fresh = () => {
    for (;;) {
      const name = random.pick(first) + random.pick(second);
      if (name[0] !== name[1] && !used.has(name) && used.add(name)) return name;
    }
  };
  const add = (key: string, code: string, name: string, level: string, parent: string | null) => {
    const id = random.id(at);
    land.areas.set(key, id);
    put(past, 'area', at, { id, code, name, level, parent_id: parent, valid_from: '1900-01-01' });
    return id;
  };
  const city = add('CITY', CITY, '青澜市', 'city', null);
  for (const [d, [district, townships]] of Object.entries(townshipsOf).entries()) {
    const districtCode = `${CITY}${String(d + 1).padStart(2, '0')}`;
    const districtId = add(district, districtCode, districtNames[district]!, 'district', city);
    for (const [t, township] of townships.entries()) {
      const code = `${districtCode}${String(t + 1).padStart(3, '0')}`;
      const townshipId = add(township.key, code, township.name, 'township', districtId);
      const rural = !/街道$/.test(township.name);
      for (let v = 0; v < 8; v++) {
        const name = fresh();
        const own = `${code}${String(rural ? 201 + v : 1 + v).padStart(3, '0')}`;
        const community = `${name}${rural ? '村' : '社区'}`;
        const id = add(own, own, community, 'village', townshipId);
        for (let g = 1; g <= 5; g++)
          add(
            `${own}-${g}`,
            `${own}${String(g).padStart(3, '0')}`,
            `${community}第${'一二三四五'[g - 1]}网格`,
            'grid',
            id,
          );
        const around = { area: id, community, township: township.key, district };
        for (const [kind, place] of placesOf(random, name, rural, fresh)) {
          land.places.set(kind, [...(land.places.get(kind) ?? []), { kind, name: place, ...around }]);
        }
      }
    }
  }
  return land;
}

function placesOf(random: Random, name: string, rural: boolean, fresh: () => string): [PlaceKind, string][] {
  const other = random.chance(0.12) ? fresh() : random.pick(first) + random.pick(second);
  const street = `${other}${random.pick(streets)}`;
  const found: [PlaceKind, string][] = [
    ['street', street],
    ['street', `${name}${random.pick(streets)}`],
    ['market', `${name}${random.pick(['菜市场', '农贸市场', '便民市场', '集市'])}`],
    ['firm', `${name}${random.pick(firms)}`],
    ['bus', `${3 + random.below(95)} 路${random.pick([`（${name}方向）`, `${name}站`, '', `${street}站`])}`],
    [
      'site',
      `${random.pick([street, name])}${random.pick(['旁工地', '安置房工地', '改造工程', '二期项目部', '北侧基坑'])}`,
    ],
    ['school', `${name}${random.pick(['小学', '中学', '实验学校', '幼儿园', '第二小学'])}`],
    ['clinic', `${name}${random.pick(['医院', '社区卫生服务中心', '卫生院', '中医馆'])}`],
    ['river', `${random.pick(first)}${random.pick(['河', '溪', '港', '渠'])}${name}段`],
  ];
  if (rural)
    found.push(
      ['village', `${name}村`],
      ['village', `${name}村${random.pick(['东头', '西组', '三组', '南坡', '老街'])}`],
    );
  for (let i = 0; i < (rural ? 1 : 4); i++) {
    found.push([
      'compound',
      `${random.chance(0.6) ? name : random.pick(first) + random.pick(second)}${random.pick(compounds)}${random.chance(0.3) ? random.pick(['一期', '二期', '三期', '东区', '西区']) : ''}`,
    ]);
  }
  return found;
}

/** As one person names it: with the house, the corner, the district, or no more than the name. */
export function namedBy(random: Random, place: Place): string {
  const n = (most: number) => 1 + random.below(most);
  const before = random.chance(0.18) ? districtNames[place.district]! : random.chance(0.12) ? place.community : '';
  switch (place.kind) {
    case 'compound':
      return (
        before +
        place.name +
        random.pick([
          '',
          '',
          `${n(38)}号楼`,
          `${n(38)}号楼${n(4)}单元`,
          `${n(20)}栋`,
          '南门',
          '北门口',
          '中心花园',
          `${n(38)}号院`,
          `${n(22)}幢${n(18)}层`,
        ])
      );
    case 'street':
      return (
        before +
        place.name +
        random.pick([
          '',
          '',
          `${n(288)}号门口`,
          '中段',
          '和支路的路口',
          '公交站旁',
          '桥头',
          '小学门前',
          `靠近${n(9)}号岗亭`,
          `${n(160)}号附近`,
        ])
      );
    case 'school':
      return place.name + random.pick(['', '', '东校区', `${n(6)}年级`, '南门']);
    case 'market':
      return place.name + random.pick(['', `${n(90)}号摊`, '门口', '水产区', '后门']);
    case 'site':
    case 'firm':
      return before + place.name + random.pick(['', '', `${n(9)}号楼`, `${n(12)}层`, '西门', '后院']);
    default:
      return before + place.name;
  }
}
