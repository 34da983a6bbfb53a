/** The demo's duty list: two versions, written by the program's own verbs as the office would; the second mends the first. */
import { addDays, dayOf, startOfDay } from '#clock/day.ts';
import { dutyLines, earlier, later } from '#demo/duty-lines.ts';
import type { Act, Cast } from '#demo/make.ts';
import type { Random } from '#demo/random.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';
import type { LineInput } from '#triage/duty/duty.api.ts';
import type { DutyLevel } from '#triage/duty/duty.ts';
import { addLine, changeLine, removeLine } from '#triage/duty/line.actions.ts';
import { allLines } from '#triage/duty/line.store.ts';
import { draftList, issueList } from '#triage/duty/list.actions.ts';
import { lockList } from '#triage/duty/list.store.ts';

const levelOf: Record<string, DutyLevel> = { 市: 'city', 区: 'district', 镇: 'township', 村: 'village' };
/** Since when the second version is in force, before the end. */
const SECOND_DAYS = 60;
const NINE = 9 * 3_600_000;

/** @param first when the first version is issued: units and people are there */
export function dutyActs(cast: Cast, random: Random, first: Date, end: Date): Act[] {
  const second = new Date(startOfDay(addDays(dayOf(end), -SECOND_DAYS)).getTime() + NINE);
  const lines = dutyLines.trim().split('\n');
  const isLater = (line: string) => later.some((head) => line.startsWith(head));
  const before = lines.filter((line) => !isLater(line)).map((line) => earlier[headOf(line)] ?? line);
  const mended = '按近半年退单情况修订：环卫归镇街，停车收费归市场监管，电梯归特种设备监察';
  return [
    { at: first, run: (tx) => write(tx, cast, random, before, '首版，各单位“三定”职责汇总') },
    { at: second, run: (tx) => write(tx, cast, random, lines, mended) },
  ];
}

/** `供水|二次供水、水箱|`: what a line speaks of. */
const headOf = (line: string) => `${line.split('|').slice(0, 2).join('|')}|`;

async function write(tx: Tx, cast: Cast, random: Random, lines: readonly string[], reason: string): Promise<void> {
  const office = (await loadActor(tx, cast.people.get('office')!))!;
  const newId = () => random.id(tx.now);
  const { id } = await draftList(tx, office, { id: newId(), basedOn: null });
  const read = await reader(tx);
  const there = new Map(
    (await allLines(tx, id)).map((line) => [keyOf({ ...line, categoryId: line.category.at(-1)?.id ?? null }), line]),
  );
  for (const line of lines) {
    const input = read(line);
    if (!input) continue;
    const same = there.get(keyOf(input));
    there.delete(keyOf(input));
    if (!same) await addLine(tx, office, id, { ...input, id: newId() });
    else if ((same.lead?.id ?? null) !== input.leadUnit)
      await changeLine(tx, office, same.id, { ...input, id: newId(), version: same.version });
  }
  for (const { id: gone, version } of there.values()) await removeLine(tx, office, gone, { id: newId(), version });
  const { version } = await lockList(tx, id);
  await issueList(tx, office, id, { id: newId(), version, from: dayOf(tx.now), reason });
}

const keyOf = ({ categoryId, matter, level }: Pick<LineInput, 'categoryId' | 'matter' | 'level'>) =>
  [categoryId, matter, level].join(' ');

/** Nothing where the demo does not have the unit. */
async function reader(tx: Tx): Promise<(line: string) => LineInput | undefined> {
  const units = await tx.selectFrom('unit').select(['id', 'short_name']).where('valid_to', 'is', null).execute();
  const unitOf = new Map(units.map((unit) => [unit.short_name, unit.id]));
  const find = categoryFinder(await allCategories(tx), await allAliases(tx));
  return (line) => {
    const [category = '', words = '', level = '', lead = '', assists = '', basis = '', withdrawn = ''] =
      line.split('|');
    const leadUnit = lead === '' ? null : unitOf.get(lead);
    if (leadUnit === undefined) return undefined;
    const found = find(category);
    const categoryId = found === undefined || found === 'several' ? null : found;
    const matter = words || (categoryId ? '' : category);
    const assisting = assists.split('、').flatMap((name) => unitOf.get(name) ?? []);
    return {
      ...{ categoryId, matter, level: levelOf[level]!, areaId: null, leadUnit },
      ...{ assists: assisting, basis, withdrawn: withdrawn !== '' },
    };
  };
}
