/** Whose duty a matter is on a day: the most precise lines of the list in force, with the units that have it now. */
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import { searchWords } from '#text/words.ts';
import { type Book, type BookLine, openBook, pathsOf } from '#triage/duty/book.store.ts';
import type { Duty, DutyAnswer, DutyUnit } from '#triage/duty/duty.api.ts';
import { levels, troubles } from '#triage/duty/duty.ts';
import { type LocalUnit, localUnits, namedUnits } from '#triage/duty/named-unit.store.ts';
import { fillSaid, matterOf, sayLine } from '#triage/duty/say-line.ts';
import { type Found, mostPrecise } from '#triage/duty/specific.ts';

/** What is not known is null; `at` absent: now. `words`: as the reporter or the problem's title says it. */
export type Matter = { categoryId: string | null; areaId: string | null; words?: string; at?: Date };

/** Rules only; see `learnt.store.ts` for what past tickets say. */
export async function whoseDuty(tx: Tx, { at = tx.now, ...matter }: Matter): Promise<Duty> {
  const [duty] = await dutiesIn(tx, await openBook(tx, dayOf(at)), [matter]);
  return duty!;
}

/** The same for many matters, in their order, out of one book. */
export async function dutiesIn(tx: Tx, book: Book, matters: readonly Omit<Matter, 'at'>[]): Promise<Duty[]> {
  const { list, day } = book;
  if (!list) return matters.map(() => ({ list: null, answers: [], withdrawn: null }));
  const found = await linesOf(tx, book, matters);
  const lines = found.flatMap(({ best }) => best);
  const named = lines.flatMap(({ leadUnit, assists }) => (leadUnit ? [leadUnit, ...assists] : assists));
  const units = await namedUnits(tx, named, day);
  const local = lines.some(({ leadUnit }) => leadUnit === null) ? await localUnits(tx, day) : [];
  return found.map(({ best, withdrawn, area }) => ({
    list,
    answers: best.map((line) => answer(line, list.number, units, area === null ? null : { area, local })),
    withdrawn: withdrawn && {
      ...{ entryId: withdrawn.id, line: withdrawn.line },
      matter: matterOf(withdrawn.categoryNames, withdrawn.matter),
      why: sayLine(list.number, withdrawn),
    },
  }));
}

/** Which lines say it, without their units. `area`: the code of the place. */
async function linesOf(
  tx: Tx,
  book: Book,
  matters: readonly Omit<Matter, 'at'>[],
): Promise<(Found<BookLine> & { area: string | null })[]> {
  const paths = await pathsOf(
    tx,
    matters.flatMap(({ categoryId }) => categoryId ?? []),
  );
  const areaIds = [...new Set(matters.flatMap(({ areaId }) => areaId ?? []))];
  const areas = areaIds.length
    ? await tx.selectFrom('area').select(['id', 'code']).where('id', 'in', areaIds).execute()
    : [];
  const codes = new Map(areas.map(({ id, code }) => [id, code]));
  return matters.map(({ categoryId, areaId, words = '' }) => {
    const category = (categoryId && paths.get(categoryId)?.ids) || null;
    const area = (areaId && codes.get(areaId)) || null;
    return { ...mostPrecise(book.lines, { category, area, words: searchWords(words) }), area };
  });
}

/** Where it happened; null: not known. */
type Around = { area: string; local: readonly LocalUnit[] } | null;

function answer(line: BookLine, number: number, units: ReadonlyMap<string, DutyUnit>, around: Around): DutyAnswer {
  const { id: entryId, level, withdrawn, basis } = line;
  return {
    ...{ entryId, line: line.line, level, withdrawn, basis },
    ...leadOf(line, units, around),
    assists: line.assists.flatMap((id) => nowOf(units.get(id)!)),
    why: sayLine(number, line),
  };
}

type Lead = Pick<DutyAnswer, 'lead' | 'was' | 'choices' | 'trouble'>;

function leadOf({ leadUnit, level }: BookLine, units: ReadonlyMap<string, DutyUnit>, around: Around): Lead {
  const none = { lead: null, was: null, choices: [] };
  if (leadUnit === null) {
    const lead = around?.local.find((unit) => unit.level === level && around.area.startsWith(unit.code));
    if (lead) return { ...none, lead: brief(lead), trouble: null };
    return { ...none, trouble: said(around ? 'nobody' : 'nowhere', { level: levels[level] }) };
  }
  const unit = units.get(leadUnit)!;
  if (unit.closedOn === null) return { ...none, lead: brief(unit), trouble: null };
  const was = brief(unit);
  if (unit.now.length === 1) return { lead: unit.now[0]!, was, choices: [], trouble: null };
  const trouble = said(unit.now.length > 1 ? 'split' : 'closed', { unit: unit.shortName });
  return { lead: null, was, choices: unit.now, trouble };
}

const said = (code: keyof typeof troubles, params: Record<string, string | Said>): Said =>
  fillSaid(troubles[code], params);

const brief = ({ id, name, shortName }: UnitBrief): UnitBrief => ({ id, name, shortName });
const nowOf = (unit: DutyUnit): UnitBrief[] => (unit.closedOn === null ? [brief(unit)] : unit.now);
