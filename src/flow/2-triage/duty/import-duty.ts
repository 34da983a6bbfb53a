/** Importing a duty list: a row's cells as a line, its units, category and area still by the names the office writes. */
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import type { DutyField } from '#sheet/duty-fields.ts';
import { type DutyLevel, isLow, levels } from '#triage/duty/duty.ts';

export { dutyFields } from '#sheet/duty-fields.ts';

export type DutyRow = {
  listId: string;
  category: string;
  matter: string;
  level: DutyLevel;
  /** Name, path or code; empty: the whole city. */
  area: string;
  /** Empty: the unit of that level where it happened. */
  lead: string;
  assists: string[];
  basis: string;
  withdrawn: boolean;
};

type Note = CellNote<DutyField>;
export type ReadDuty = { row: DutyRow; notes: Note[] } | { rejected: Note[] };

const levelWords: [RegExp, DutyLevel][] = [
  [/^(市|市级|市直|市本级|city)$/i, 'city'],
  [/^(区|县|区县|区级|县级|区县级|县区|district|county)$/i, 'district'],
  [/^(镇|乡|街道|乡镇|镇街|乡镇街道|乡镇级|镇级|乡级|街道级|镇街级|乡镇（街道）|乡镇\(街道\)|township)$/i, 'township'],
  [/^(村|社区|居|村居|村级|社区级|村社区|村（社区）|村\(社区\)|village|community)$/i, 'village'],
];

/** What the list says where it means no single unit. */
const local =
  /^(属地|所在地|属地单位|属地乡镇|属地街道|属地镇街|属地乡镇街道|所在乡镇街道|属地区县|所在区县|属地村社区|各.*|local)$/i;
const wholeCity = /^(全市|本市|全域|市域|全市范围|whole city)$/i;
const yes = /^(是|√|✓|上收|收回|已上收|y|yes|true|1)$/i;
const no = /^(否|×|不上收|n|no|false|0)$/i;

/** @param listId the draft that takes the rows */
export function readDuty(values: Values<DutyField>, listId: string): ReadDuty {
  const notes: Note[] = [];
  const rejected: Note[] = [];
  const text = (field: DutyField, most: number) => optional(values, field, most, notes);
  const [category, matter] = [text('category', 200), text('matter', 100)];
  if (category === '' && matter === '') rejected.push(noted('category', 'duty_no_matter'));
  const withdrawnWord = text('withdrawn', 20);
  const withdrawn = yes.test(withdrawnWord);
  if (withdrawnWord !== '' && !withdrawn && !no.test(withdrawnWord))
    rejected.push(noted('withdrawn', 'duty_yes_no', { value: withdrawnWord }));
  const levelWord = text('level', 20).replace(/\s/g, '');
  // A list without the column is the city's own: 市级部门职责清单.
  const level = levelWord === '' ? 'city' : levelWords.find(([words]) => words.test(levelWord))?.[1];
  if (!level) rejected.push(noted('level', 'duty_level_unknown', { value: levelWord }));
  if (withdrawn && level && isLow(level)) rejected.push(noted('level', 'duty_low_withdrawal'));
  const [leadWord, areaWord] = [text('lead', 200), text('area', 200)];
  const lead = local.test(leadWord) ? '' : leadWord;
  if (level === 'city' && lead === '') rejected.push(noted('lead', 'duty_no_lead'));
  const assists = namesIn(text('assists', 500));
  if (rejected.length > 0 || !level) return { rejected };
  const area = wholeCity.test(areaWord) ? '' : areaWord;
  return {
    row: { listId, category, matter, level, area, lead, assists, basis: text('basis', 1_000), withdrawn },
    notes,
  };
}

/** `住建局、水务局；城管局/市容科` as three names. A slash is part of a path. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** The row as it would be taken, for the preview; the same words stand in the exported file. */
export const showDuty = (row: DutyRow): Record<DutyField, string> => ({
  category: row.category,
  matter: row.matter,
  level: levels[row.level].zh,
  area: row.area || '全市',
  lead: row.lead || '属地',
  assists: row.assists.join('、'),
  basis: row.basis,
  withdrawn: row.withdrawn ? '是' : '',
});
