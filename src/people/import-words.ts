/** Words of a staff list or a list of units as what the city's data holds. */
import type { TreeName } from '#people/role.ts';
import { type UnitKind, unitKinds } from '#people/unit.ts';

/** By what a unit is called, the more special endings first: 机关党委 before 委. */
const endings: [RegExp, UnitKind][] = [
  [/工委$|工作委员会$/, 'work_committee'],
  [/党组$/, 'party_group'],
  [/党委$|党的委员会$/, 'party_committee'],
  [/党总支$|总支部?(委员会)?$/, 'general_branch'],
  [/党小组$/, 'party_cell'],
  [/支部(委员会)?$/, 'branch'],
  [/街道(办事处)?$|[镇乡]$|[镇乡]人民政府$/, 'township'],
  [/村$|社区$|[村居](民)?委(员)?会$/, 'village'],
  [/公司$|集团$|厂$/, 'enterprise'],
  [/[科处室股队组]$/, 'section'],
  [/中心$|[院所校站馆]$/, 'institution'],
  [/[局委办厅署]$|委员会$|法院$|检察院$/, 'department'],
  [/[区县]$|[区县]人民政府$/, 'district'],
  [/市$|市人民政府$/, 'city'],
];

const synonyms: Record<string, UnitKind> = {
  局: 'department',
  委办局: 'department',
  机关: 'department',
  市直部门: 'department',
  内设机构: 'section',
  处室: 'section',
  乡镇: 'township',
  街道: 'township',
  镇: 'township',
  乡: 'township',
  村: 'village',
  社区: 'village',
  党委: 'party_committee',
  党支部: 'branch',
  总支: 'general_branch',
  工委: 'work_committee',
};

/** What an office's word for a kind of unit means; `undefined`: not known. */
export function kindOfWord(word: string): UnitKind | undefined {
  const plain = word.trim().toLowerCase();
  const own = (Object.keys(unitKinds) as UnitKind[]).find(
    (kind) => kind === plain || unitKinds[kind].zh === plain || unitKinds[kind].en.toLowerCase() === plain,
  );
  return own ?? synonyms[plain];
}

/** What a unit's own name says of its kind. */
export const kindOfName = (name: string): UnitKind => endings.find(([ending]) => ending.test(name))?.[1] ?? 'office';

export function treeOfWord(word: string): TreeName | undefined {
  if (/党|party/i.test(word)) return 'party';
  return /行政|政府|admin/i.test(word) ? 'admin' : undefined;
}

/** `市政府 / 城管局 > 市容科` as its parts. A dash is no separator: it stands in names. */
export const pathParts = (written: string): string[] =>
  written
    .split(/[/\\>＞／]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** How alike two names are, 0 to 1: shared pairs of characters (Dice). */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
}
