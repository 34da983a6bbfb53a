/** The people and units of the demo's fictional city, 青澜市. Every name is made up. */
import type { BuiltInRole } from '#people/roles.ts';
import type { UnitKind } from '#people/unit.ts';

export type CastUnit = {
  key: string;
  name: string;
  short: string;
  kind: UnitKind;
  under?: string;
  relation?: 'part' | 'leads' | 'guides';
};

export const castUnits: CastUnit[] = [
  { key: 'hotline', name: '青澜市 12345 政务服务便民热线中心', short: '热线中心', kind: 'institution' },
  { key: 'urban', name: '青澜市城市管理局', short: '城管局', kind: 'department' },
  { key: 'urban-patrol', name: '城管局巡查执法科', short: '巡查科', kind: 'section', under: 'urban' },
  { key: 'urban-env', name: '城管局市容环卫科', short: '环卫科', kind: 'section', under: 'urban' },
  { key: 'water', name: '青澜市水务局', short: '水务局', kind: 'department' },
  { key: 'water-pipe', name: '水务局供排水科', short: '供排水科', kind: 'section', under: 'water' },
  { key: 'housing', name: '青澜市住房和建设局', short: '住建局', kind: 'department' },
  { key: 'housing-estate', name: '住建局物业管理科', short: '物业科', kind: 'section', under: 'housing' },
  { key: 'traffic', name: '青澜市交通运输局', short: '交通局', kind: 'department' },
  { key: 'ecology', name: '青澜市生态环境局', short: '生态环境局', kind: 'department' },
  { key: 'market', name: '青澜市市场监督管理局', short: '市场监管局', kind: 'department' },
  { key: 'linhe', name: '临河区人民政府', short: '临河区', kind: 'district' },
  { key: 'xinmin', name: '新民街道办事处', short: '新民街道', kind: 'township', under: 'linhe' },
  { key: 'dongwan', name: '东湾街道办事处', short: '东湾街道', kind: 'township', under: 'linhe' },
  { key: 'committee', name: '中共青澜市委市级机关工作委员会', short: '机关工委', kind: 'work_committee' },
  {
    key: 'urban-party',
    name: '城管局机关党委',
    short: '城管局党委',
    kind: 'party_committee',
    under: 'committee',
    relation: 'leads',
  },
  {
    key: 'urban-branch',
    name: '城管局第一党支部',
    short: '城管一支部',
    kind: 'branch',
    under: 'urban-party',
    relation: 'leads',
  },
  {
    key: 'water-party',
    name: '水务局机关党委',
    short: '水务局党委',
    kind: 'party_committee',
    under: 'committee',
    relation: 'leads',
  },
];

export type CastPerson = { key: string; name: string; role: BuiltInRole; unit: string; login: string; title?: string };

/** The first six are those whose codes the program prints. */
export const castPeople: CastPerson[] = [
  { key: 'dispatcher', name: '沈立', role: 'dispatcher', unit: 'hotline', login: 'shenli', title: '派单员' },
  { key: 'head', name: '罗建国', role: 'unit_leader', unit: 'urban', login: 'luojianguo', title: '局长' },
  { key: 'official', name: '吴涛', role: 'official', unit: 'urban-patrol', login: 'wutao', title: '科员' },
  { key: 'checker', name: '何琳', role: 'checker', unit: 'hotline', login: 'helin', title: '核查员' },
  { key: 'office', name: '蒋文', role: 'office', unit: 'committee', login: 'jiangwen', title: '副书记' },
  {
    key: 'dispatch-head',
    name: '顾明远',
    role: 'dispatch_head',
    unit: 'hotline',
    login: 'gumingyuan',
    title: '值班长',
  },
  { key: 'call-taker', name: '周敏', role: 'call_taker', unit: 'hotline', login: 'zhoumin', title: '话务员' },
  { key: 'dispatcher-2', name: '秦越', role: 'dispatcher', unit: 'hotline', login: 'qinyue', title: '派单员' },
  {
    key: 'urban-clerk',
    name: '陈晓燕',
    role: 'unit_clerk',
    unit: 'urban',
    login: 'chenxiaoyan',
    title: '办公室副主任',
  },
  { key: 'urban-env', name: '马志远', role: 'official', unit: 'urban-env', login: 'mazhiyuan', title: '科员' },
  { key: 'water-head', name: '卢海', role: 'unit_leader', unit: 'water', login: 'luhai', title: '局长' },
  { key: 'water-pipe', name: '唐启明', role: 'official', unit: 'water-pipe', login: 'tangqiming', title: '科长' },
  { key: 'water-pipe-2', name: '夏雨', role: 'official', unit: 'water-pipe', login: 'xiayu', title: '科员' },
  { key: 'housing-head', name: '孟繁荣', role: 'unit_leader', unit: 'housing', login: 'mengfanrong', title: '局长' },
  { key: 'housing-estate', name: '白露', role: 'official', unit: 'housing-estate', login: 'bailu', title: '科员' },
  { key: 'traffic-head', name: '石岩', role: 'unit_leader', unit: 'traffic', login: 'shiyan', title: '局长' },
  { key: 'traffic-official', name: '柳青', role: 'official', unit: 'traffic', login: 'liuqing', title: '科员' },
  { key: 'ecology-head', name: '江映月', role: 'unit_leader', unit: 'ecology', login: 'jiangyingyue', title: '局长' },
  { key: 'market-head', name: '方舟', role: 'unit_leader', unit: 'market', login: 'fangzhou', title: '局长' },
  {
    key: 'secretary',
    name: '尤建军',
    role: 'branch_secretary',
    unit: 'urban-branch',
    login: 'youjianjun',
    title: '支部书记',
  },
];

/** Who does and who reviews in each unit that gets problems. */
export const crews: Record<string, { head: string; doer: string }> = {
  urban: { head: 'head', doer: 'official' },
  water: { head: 'water-head', doer: 'water-pipe' },
  housing: { head: 'housing-head', doer: 'housing-estate' },
  traffic: { head: 'traffic-head', doer: 'traffic-official' },
};
