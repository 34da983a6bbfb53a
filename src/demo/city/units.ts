/** The administrative tree of the demo city beside its cast: 120 units in all, every name made up or a bureau's usual one. */
import type { UnitKind } from '#people/unit.ts';

export type UnitPlan = { key: string; name: string; short: string; kind: UnitKind; under: string };

/** key · name · short · sections. Those without a name are the cast's own and only get sections. */
const bureaus: [string, string, string, string?][] = [
  ['traffic', '', '交通局', '公共交通科 公路养护科'],
  ['ecology', '', '生态环境局', '大气环境科 水环境科'],
  ['market', '', '市场监管局', '食品监管科 消费维权科 特种设备科'],
  ['urban', '', '城管局', '市政设施科'],
  ['housing', '', '住建局', '房屋质量科'],
  ['water', '', '水务局', '河湖科'],
  ['education', '青澜市教育局', '教育局', '基础教育科 学生资助科'],
  ['health', '青澜市卫生健康委员会', '卫健委', '医政科 疾控科'],
  ['civil', '青澜市民政局', '民政局', '社会救助科 养老服务科'],
  ['hr', '青澜市人力资源和社会保障局', '人社局', '劳动监察科 社会保险科 就业科'],
  ['police', '青澜市公安局', '公安局', '交警支队 治安支队 户政科'],
  ['justice', '青澜市司法局', '司法局', '法律服务科'],
  ['finance', '青澜市财政局', '财政局', '预算科'],
  ['planning', '青澜市自然资源和规划局', '资规局', '用地科 规划科'],
  ['agri', '青澜市农业农村局', '农业农村局', '种植业科 乡村建设科'],
  ['commerce', '青澜市商务局', '商务局', '市场建设科'],
  ['culture', '青澜市文化广电和旅游局', '文旅局', '文化市场科 旅游科'],
  ['emergency', '青澜市应急管理局', '应急局', '安全监管科 应急指挥科'],
  ['devreform', '青澜市发展和改革委员会', '发改委', '能源科 价格科'],
  ['industry', '青澜市工业和信息化局', '工信局', '企业服务科'],
  ['science', '青澜市科学技术局', '科技局', '创新科'],
  ['medical', '青澜市医疗保障局', '医保局', '待遇保障科'],
  ['veterans', '青澜市退役军人事务局', '退役军人局', '优抚科'],
  ['statistics', '青澜市统计局', '统计局', '调查科'],
  ['data', '青澜市数据和政务服务局', '数据局', '政务大厅管理科'],
  ['assets', '青澜市国有资产监督管理委员会', '国资委', '企业管理科'],
  ['petition', '青澜市信访局', '信访局', '接访科'],
  ['archives', '青澜市档案馆', '档案馆'],
  ['parks', '青澜市园林绿化中心', '园林中心', '养护科'],
  ['heating', '青澜市供热服务中心', '供热中心', '调度科 维修科'],
  ['gas', '青澜燃气集团', '燃气集团', '抢修队'],
  ['bus', '青澜公共交通集团', '公交集团', '运营部 客服部'],
  ['watergroup', '青澜水务集团', '水务集团', '管网部'],
  ['provident', '青澜市住房公积金管理中心', '公积金中心', '提取科'],
];

const kindOf = (key: string): UnitKind => {
  if (['archives', 'parks', 'heating', 'provident'].includes(key)) return 'institution';
  return ['gas', 'bus', 'watergroup'].includes(key) ? 'enterprise' : 'department';
};

/** Two of 临河区's townships are the cast's. */
const districts: [string, string, string, string][] = [
  ['linhe', '', '临河区', '柳溪街道 文昌街道 河埠街道'],
  ['wanghu', '望湖区人民政府', '望湖区', '望湖街道 荷塘街道 金沙街道 云锦街道 石桥镇'],
  ['beiyuan', '北苑区人民政府', '北苑区', '北苑街道 松岭街道 窑坡街道 砖塔镇 榆荫镇'],
  ['gaoxin', '青澜高新技术产业开发区管理委员会', '高新区', '创业街道 星桥街道 科苑街道 银杏镇'],
  ['landong', '澜东县人民政府', '澜东县', '澜东镇 麦河镇 杨集镇 白泥镇 青塘乡'],
];

const officeOf = (township: string) => `${township}${/街道$/.test(township) ? '办事处' : '人民政府'}`;

/** In an order in which each stands after the one it is part of; `CITY` is the root that every city begins with. */
export const cityUnits: UnitPlan[] = [
  ...bureaus.flatMap(([key, name, short, sections]) => [
    ...(name ? [{ key, name, short, kind: kindOf(key), under: 'CITY' }] : []),
    ...(sections?.split(' ') ?? []).map((section, i) => ({
      ...{ key: `${key}-${i + 1}`, name: `${short}${section}`, short: section, kind: 'section' as const, under: key },
    })),
  ]),
  ...districts.flatMap(([key, name, short, townships]) => [
    ...(name ? [{ key, name, short, kind: 'district' as const, under: 'CITY' }] : []),
    ...townships.split(' ').map((township) => ({
      ...{ key: township, name: officeOf(township), short: township, kind: 'township' as const, under: key },
    })),
  ]),
];

/** District key → the short names of all its townships; the cast's two by their keys. */
export const townshipsOf: Record<string, { key: string; name: string }[]> = Object.fromEntries(
  districts.map(([key, , , townships]) => [
    key,
    [
      ...(key === 'linhe' ? [['xinmin', '新民街道'] as const, ['dongwan', '东湾街道'] as const] : []),
      ...townships.split(' ').map((name) => [name, name] as const),
    ].map(([own, name]) => ({ key: own, name })),
  ]),
);

export const districtNames: Record<string, string> = Object.fromEntries(
  districts.map(([key, , short]) => [key, short]),
);

/** Units with a party committee of their own, and how many branches each has, against the others. */
export const hosts: { key: string; short: string; weight: number }[] = [
  { key: 'hotline', short: '热线中心', weight: 4 },
  ...bureaus.map(([key, , short]) => ({
    ...{
      key,
      short,
      weight: ({ police: 60, education: 62, health: 48, bus: 26, watergroup: 18 } as Record<string, number>)[key] ?? 11,
    },
  })),
  ...districts.map(([key, , short]) => ({ key, short, weight: key === 'gaoxin' ? 46 : 62 })),
];
