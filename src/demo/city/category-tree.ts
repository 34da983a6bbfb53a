/** The demo city's tree of categories, in its own words; and how files put a ticket under a neighbour now and then. */
import { note, type Past, put } from '#demo/city/past.ts';
import { foldName } from '#triage/category/category.ts';
import { hang } from '#triage/category/hang.ts';

/** Groups of names parted by spaces; of three levels where offices have them. */
const tree: [path: string, leaves: string][] = [
  ['市容环境', '市容秩序 环境卫生 园林绿化 共享单车 户外广告 违法建设 公共厕所 油烟扰民'],
  ['生态环境', '噪音扰民 大气污染 水环境 秸秆焚烧 扬尘污染 光污染'],
  ['市政公用/水', '供水 排水 水质'],
  ['市政公用/能源', '供热 燃气 供电 充电桩'],
  ['市政公用/设施', '市政设施 道路破损 通信网络'],
  ['住房物业', '物业管理 电梯安全 房屋质量 房地产 征收安置 老旧小区改造 加装电梯 住房保障 公积金'],
  ['交通出行', '停车管理 停车收费 公共交通 道路施工 交通设施 出租车网约车'],
  ['就业保障', '劳动报酬 社会保障 就业培训 养老服务 社会救助'],
  ['教育医疗', '义务教育 学前教育 校外培训 医疗服务 医疗保险 病媒防制'],
  ['市场监管', '消费维权 食品安全 价格收费 药品安全'],
  ['公共安全', '烟花爆竹 养犬管理 消防通道 社会治安'],
  ['农业农村', '乡村建设 土地流转 农业技术'],
  ['政务服务', '户籍证件 办事效率 政策咨询'],
];

/** What is mistaken for what, by whoever files the ticket. */
const neighbours: Record<string, string[]> = {
  噪音扰民: ['道路施工', '市容秩序'],
  市容秩序: ['油烟扰民', '噪音扰民'],
  环境卫生: ['物业管理', '病媒防制'],
  园林绿化: ['物业管理'],
  市政设施: ['交通设施', '道路破损'],
  排水: ['道路破损', '环境卫生'],
  供水: ['水质', '物业管理'],
  供热: ['物业管理'],
  燃气: ['物业管理'],
  供电: ['物业管理', '充电桩'],
  停车管理: ['停车收费', '消防通道'],
  停车收费: ['价格收费', '停车管理'],
  交通设施: ['停车管理', '道路施工'],
  道路施工: ['扬尘污染', '交通设施'],
  物业管理: ['环境卫生', '停车管理'],
  电梯安全: ['物业管理'],
  房屋质量: ['物业管理', '老旧小区改造'],
  房地产: ['房屋质量'],
  大气污染: ['扬尘污染', '油烟扰民'],
  水环境: ['排水'],
  消费维权: ['价格收费'],
  食品安全: ['市容秩序'],
  社会保障: ['劳动报酬', '养老服务'],
  养犬管理: ['社会治安'],
  病媒防制: ['环境卫生'],
  医疗服务: ['医疗保险'],
  义务教育: ['校外培训'],
};

/** Of a hundred tickets so many are filed under a neighbour. */
const MISFILED = 0.11;

/** What the file says of a ticket: the same for the same id. */
export function filedAs(category: string | null, id: string): string | null {
  const near = category === null ? undefined : neighbours[category];
  // Another part of the id than the one that decides what is held back.
  const lot = Number.parseInt(id.slice(15, 18), 16) / 0x1000;
  return near && lot < MISFILED ? near[Math.floor((lot / MISFILED) * near.length)]! : category;
}

export type Planted = {
  idOf: (name: string | null) => string | undefined;
  parents: ReadonlyMap<string, string | null>;
};

/** Every node as a row with its ledger row, at one instant; made with the city. */
export function plantTree(past: Past, at: Date): Planted {
  const all: { id: string; parentId: string | null; name: string; code: string; level: number; position: number }[] =
    [];
  const plant = (name: string, parentId: string | null) => {
    const met = all.find((one) => one.parentId === parentId && one.name === name);
    if (met) return met;
    const parent = all.find(({ id }) => id === parentId) ?? null;
    const node = { id: past.random.id(at), parentId, name, ...hang(all, parent) };
    all.push(node);
    put(past, 'category', at, {
      ...{ id: node.id, code: node.code, name, folded: foldName(name), parent_id: parentId, level: node.level },
      ...{ position: node.position, valid_from: '2020-01-01', made_at: at, version: 1 },
    });
    note(past, at, null, { verb: 'category.add', kind: 'category', thing: node.id, data: { name, parent: parentId } });
    return node;
  };
  for (const [path, leaves] of tree) {
    let above: string | null = null;
    for (const name of path.split('/')) above = plant(name, above).id;
    for (const leaf of leaves.split(' ')) plant(leaf, above);
  }
  const ids = new Map(all.map(({ name, id }) => [name, id]));
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  return { idOf: (name) => (name === null ? undefined : ids.get(name)), parents };
}
