/** Units in two trees: their kinds, what may stand below what, and how one unit succeeds another. */
import type { TreeName } from '#people/role.ts';
import type { Said } from '#platform/problem.ts';

export const unitKinds = {
  city: { zh: '市', en: 'City', tree: 'admin' },
  district: { zh: '区县', en: 'District', tree: 'admin' },
  township: { zh: '乡镇、街道', en: 'Township', tree: 'admin' },
  village: { zh: '村、社区', en: 'Village', tree: 'admin' },
  department: { zh: '部门', en: 'Department', tree: 'admin' },
  section: { zh: '科室', en: 'Section', tree: 'admin' },
  institution: { zh: '事业单位', en: 'Institution', tree: 'admin' },
  enterprise: { zh: '企业', en: 'Enterprise', tree: 'admin' },
  office: { zh: '其他单位', en: 'Other unit', tree: 'admin' },
  work_committee: { zh: '机关工委', en: 'City organs work committee', tree: 'party' },
  party_group: { zh: '党组', en: 'Party group', tree: 'party' },
  party_committee: { zh: '机关党委', en: 'Party committee', tree: 'party' },
  general_branch: { zh: '党总支', en: 'General branch', tree: 'party' },
  branch: { zh: '支部', en: 'Branch', tree: 'party' },
  party_cell: { zh: '党小组', en: 'Party cell', tree: 'party' },
} as const satisfies Record<string, Said & { tree: TreeName }>;
export type UnitKind = keyof typeof unitKinds;

/** An administrative unit is part of another; a party organisation leads another, or (党组 ⇢ 机关党委) guides it. */
export const relations = {
  part: { zh: '隶属', en: 'Part of', tree: 'admin' },
  leads: { zh: '领导', en: 'Led by', tree: 'party' },
  guides: { zh: '指导', en: 'Guided by', tree: 'party' },
} as const satisfies Record<string, Said & { tree: TreeName }>;
export type Relation = keyof typeof relations;

/** The relation by which a tree hangs together and authority reaches down. */
export const mainRelation = (tree: TreeName): Relation => (tree === 'admin' ? 'part' : 'leads');

export const successions = {
  renamed: { zh: '更名', en: 'Renamed' },
  merged: { zh: '合并', en: 'Merged' },
  split: { zh: '分设', en: 'Split' },
  dissolved: { zh: '撤销，职责划转', en: 'Dissolved, its duties passed on' },
} as const satisfies Record<string, Said>;
export type Succession = keyof typeof successions;

/** How many units each succession takes and leaves, and whether the later ones are new. */
const shapes: Record<Succession, (before: number, after: number, made: number) => boolean> = {
  renamed: (before, after, made) => before === 1 && after === 1 && made === 1,
  merged: (before, after, made) => after === 1 && (before > 1 || (before === 1 && made === 0)),
  split: (before, after) => before === 1 && after > 1,
  dissolved: (before, after, made) => before === 1 && after >= 1 && made === 0,
};

export const isShaped = (kind: Succession, before: number, after: number, made: number): boolean =>
  shapes[kind](before, after, made);
