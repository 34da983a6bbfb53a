/** Which units are proposed for cases that wait, the likeliest first: what was suggested, what the duty list says, what past tickets say. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { openBook } from '#triage/duty/book.store.ts';
import { labelFinder } from '#triage/duty/label.store.ts';
import { mattersOfProblems } from '#triage/duty/problem-matter.store.ts';
import { dutiesIn, type Matter } from '#triage/duty/whose-duty.store.ts';

type Asked = { signals: string[]; problems: string[]; suggested: ReadonlyMap<string, string> };
type Proposed = { id: string; confidence: number; why: Said };

const MOST = 5;
const suggestedWhy = { zh: '退回单位建议', en: 'Suggested by the unit that sent it back' };
const learntWhy = { zh: '与过去由它办结的工单相似', en: 'Like tickets that it has handled' };

export async function proposedFor(
  tx: Tx,
  { signals, problems, suggested }: Asked,
): Promise<Map<string, CentreItem['units']>> {
  const matters = [...(await mattersOfSignals(tx, signals)), ...(await ofProblems(tx, problems))];
  const duties = await dutiesIn(
    tx,
    await openBook(tx, dayOf(tx.now)),
    matters.map(({ matter }) => matter),
  );
  const learnt = await learntOf(tx, signals, problems);
  const found = new Map<string, Proposed[]>();
  for (const [n, { id }] of matters.entries()) {
    const { answers } = duties[n]!;
    const listed = answers.flatMap(({ lead, choices, why }) =>
      (lead ? [lead] : choices).map((unit) => ({
        id: unit.id,
        confidence: answers.length === 1 && lead ? 1 : 1 / Math.max(answers.length, choices.length),
        why,
      })),
    );
    const asked = suggested.get(id);
    const all = [
      ...(asked ? [{ id: asked, confidence: 1, why: suggestedWhy }] : []),
      ...listed,
      ...(learnt.get(id) ?? []).map((one) => ({ ...one, why: learntWhy })),
    ];
    found.set(id, all.filter((one, i) => all.findIndex((other) => other.id === one.id) === i).slice(0, MOST));
  }
  const units = await openUnits(tx, [...found.values()].flat());
  return new Map(
    [...found].map(([id, all]) => [
      id,
      all.flatMap(({ id: unitId, ...rest }) => {
        const unit = units.get(unitId);
        return unit ? [{ unit, ...rest }] : [];
      }),
    ]),
  );
}

type OfThing = { id: string; matter: Omit<Matter, 'at'> };

async function ofProblems(tx: Tx, ids: string[]): Promise<OfThing[]> {
  if (ids.length === 0) return [];
  const rows = await mattersOfProblems(tx, sql`select unnest(${ids}::uuid[])`);
  return rows.map(({ problemId, categoryId, guessedId, areaId, words }) => ({
    id: problemId,
    matter: { categoryId: categoryId ?? guessedId, areaId, words },
  }));
}

/** What a person decided, else what the file says, else what is proposed first. */
async function mattersOfSignals(tx: Tx, ids: string[]): Promise<OfThing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    label: string | null;
    guessed: string | null;
    areaId: string | null;
    words: string;
  }>`
    select s.id, s.area_id as "areaId", concat_ws(' ', s.title, s.words) as words,
           coalesce((select x.category_id::text from signal_category x where x.signal_id = s.id and x.closed_at is null),
             nullif(btrim(s.category), '')) as label,
           (select o.answers #>> '{0,id}' from proposal o where o.signal_id = s.id and o.kind = 'category'
             and o.decision is distinct from 'replaced' order by o.made_at desc limit 1) as guessed
      from signal s where s.id = any(${ids}::uuid[])`.execute(tx);
  const find = await labelFinder(tx);
  return rows.map(({ id, label, guessed, ...matter }) => ({
    id,
    matter: { ...matter, categoryId: find(label) ?? guessed },
  }));
}

/** The latest proposal of a unit for the signal, or the surest of the problem's signals. */
async function learntOf(tx: Tx, signals: string[], problems: string[]) {
  const { rows } = await sql<{ thing: string; answers: { id: string; confidence: number }[] }>`
    select distinct on (of.thing) of.thing, o.answers from (
        select s.id as thing, s.id as signal_id from unnest(${signals}::uuid[]) s (id)
        union all select e.problem_id, e.signal_id from signal_problem e where e.problem_id = any(${problems}::uuid[]) and e.closed_at is null) of
      join proposal o on o.signal_id = of.signal_id and o.kind = 'unit' and o.decision is distinct from 'replaced'
       and jsonb_array_length(o.answers) > 0
     order by of.thing, (o.answers #>> '{0,confidence}')::float desc, o.made_at desc`.execute(tx);
  return new Map(rows.map(({ thing, answers }) => [thing, answers.map(({ id, confidence }) => ({ id, confidence }))]));
}

async function openUnits(tx: Tx, proposed: readonly Proposed[]) {
  const ids = [...new Set(proposed.map(({ id }) => id))];
  if (ids.length === 0) return unitBriefs(tx, []);
  const open = await tx.selectFrom('unit').select('id').where('id', 'in', ids).where('valid_to', 'is', null).execute();
  return unitBriefs(
    tx,
    open.map(({ id }) => id),
  );
}
