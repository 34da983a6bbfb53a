/** A version of the duty list as a file, in the columns by which it is imported again. */
import { dutyFields } from '#sheet/duty-fields.ts';
import type { Cell } from '#sheet/sheet.ts';
import type { DutyLine, DutyUnit } from '#triage/duty/duty.api.ts';
import { levels } from '#triage/duty/duty.ts';

const WIDTHS: Record<string, number> = { category: 26, matter: 26, lead: 22, assists: 26, basis: 44 };

/** A closed unit is written by its own name: whoever reads the file sees what stands in the list. */
const nameOf = (unit: DutyUnit) => unit.name;

const cells: Record<(typeof dutyFields)[number]['field'], (line: DutyLine) => Cell> = {
  category: ({ category }) => category.map(({ name }) => name).join('/'),
  matter: ({ matter }) => matter,
  level: ({ level }) => levels[level].zh,
  area: ({ area }) => area?.code ?? '全市',
  lead: ({ lead }) => (lead ? nameOf(lead) : '属地'),
  assists: ({ assists }) => assists.map(nameOf).join('、'),
  basis: ({ basis }) => basis,
  withdrawn: ({ withdrawn }) => (withdrawn ? '是' : ''),
};

/** 序号 is left out when the file comes back. */
export const dutyColumns: { name: string; width: number; cell: (line: DutyLine) => Cell }[] = [
  { name: '序号', width: 8, cell: ({ line }) => String(line) },
  ...dutyFields.map(({ field, names }) => ({ name: names[0]!, width: WIDTHS[field] ?? 12, cell: cells[field] })),
];
