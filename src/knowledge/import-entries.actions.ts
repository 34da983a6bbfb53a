/** Writing the rows of a list of entries: each becomes a draft by the same verb as a typed one, is met again, or is said why not. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { addEntry } from '#knowledge/knowledge.actions.ts';
import { misfitOf } from '#knowledge/knowledge.ts';
import type { EntryRow } from '#knowledge/knowledge-intake.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, may, mustBeAbleTo } from '#people/actor.ts';
import { type CellNote, noted, type Outcome } from '#people/import-cells.ts';
import { loadUnits, type UnitFinder } from '#people/unit-finder.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { KnowledgeField } from '#sheet/knowledge-fields.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';

type Result = Exclude<Outcome<KnowledgeField>, 'revised'>;
type Note = CellNote<KnowledgeField>;
type Known = {
  units: UnitFinder;
  category: ReturnType<typeof categoryFinder>;
  people: ReadonlyMap<string, string[]>;
  /** `<unit> <question>` of what is not withdrawn. */
  there: Set<string>;
};

/** Up to 1,000 rows in one transaction. Nobody is answered from any of them before somebody else publishes it. */
export async function writeEntries(tx: Tx, actor: Actor, rows: readonly EntryRow[]): Promise<Result[]> {
  mustBeAbleTo(actor, 'knowledge.write');
  const known = await look(tx, rows);
  const results: Result[] = [];
  for (const row of rows) results.push(await take(tx, actor, known, row));
  return results;
}

async function take(tx: Tx, actor: Actor, known: Known, row: EntryRow): Promise<Result> {
  const found = resolve(actor, known, row, dayOf(tx.now));
  if ('code' in found) return { rejected: [found] };
  const key = `${found.ownerUnit} ${row.question}`;
  if (known.there.has(key)) return 'repeated';
  const { question, wordings, answer, basis, reviewOn, validTo } = row;
  const validFrom = row.validFrom ?? dayOf(tx.now);
  const content = { question, wordings, answer, basis, areaId: null, reviewOn, validFrom, validTo };
  await addEntry(tx, actor, { ...content, ...found, id: newId() });
  known.there.add(key);
  return 'accepted';
}

type Owned = { ownerUnit: string; ownerPerson: string | null; categoryId: string | null };

function resolve(actor: Actor, known: Known, row: EntryRow, day: string): Owned | Note {
  const unit = known.units.find(row.unit, '');
  if ('code' in unit && 'field' in unit) return noted('unit', unit.code, unit.params);
  if (!may(actor, 'knowledge.write', [unit.id])) return noted('unit', 'knowledge_not_yours', { name: unit.name });
  const misfit = misfitOf(day, { ...row, validFrom: row.validFrom ?? day });
  if (misfit) return noted(misfit, 'knowledge_days');
  const owned = { ownerUnit: unit.id, ownerPerson: null as string | null, categoryId: null as string | null };
  if (row.person !== '') {
    const [one, ...more] = known.people.get(`${unit.id} ${row.person}`) ?? [];
    if (!one || more.length > 0)
      return noted('person', one ? 'knowledge_person_several' : 'knowledge_person_unknown', {
        ...{ name: row.person, unit: unit.name },
      });
    owned.ownerPerson = one;
  }
  if (row.category !== '') {
    const category = known.category(row.category);
    if (!category || category === 'several')
      return noted('category', category ? 'knowledge_category_several' : 'knowledge_category_unknown', {
        name: row.category,
      });
    owned.categoryId = category;
  }
  return owned;
}

async function look(tx: Tx, rows: readonly EntryRow[]): Promise<Known> {
  const names = [...new Set(rows.map(({ person }) => person).filter(Boolean))];
  const { rows: people } = await sql<{ key: string; person: string }>`
    select distinct p.unit_id || ' ' || h.name as key, h.id as person from person h join post p on p.person_id = h.id and p.role_sort = 'business'
       and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}
     where h.name = any(${names}::text[]) and coalesce(h.left_on, 'infinity') > ${today(tx)}`.execute(tx);
  const { rows: there } = await sql<{ key: string }>`
    select e.owner_unit || ' ' || v.question as key from knowledge_entry e join knowledge_version v on v.id in (e.current_id, e.draft_id)
     where e.state <> 'withdrawn' and v.question = any(${rows.map(({ question }) => question)}::text[])`.execute(tx);
  const held = Map.groupBy(people, ({ key }) => key);
  return {
    units: await loadUnits(tx),
    category: categoryFinder(await allCategories(tx), await allAliases(tx)),
    people: new Map([...held].map(([key, list]) => [key, list.map(({ person }) => person)])),
    there: new Set(there.map(({ key }) => key)),
  };
}
