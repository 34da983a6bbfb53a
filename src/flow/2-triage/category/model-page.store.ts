/** What the page of models shows: every model with how it came to serve or not, and what is under way. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { type ProblemBody, problem } from '#platform/problem.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathWords } from '#triage/category/category.ts';
import { type Figures, figures } from '#triage/category/figures.ts';
import type { ModelItem, ModelList, ShownFigures } from '#triage/category/model.api.ts';
import { thresholdOf } from '#triage/category/model.store.ts';
import type { ModelKind, TrainingState } from '#triage/category/model.ts';
import { troubleOf } from '#triage/category/model-memory.store.ts';

type Row = Omit<ModelItem, 'trainedAt' | 'decisions'> & { trained_at: Date; decisions: ModelItem['decisions'] | null };

/** The newest hundred. */
async function models(tx: Tx, kind: ModelKind): Promise<ModelItem[]> {
  const { rows } = await sql<Row>`
    select m.id, m.number, m.state, m.trained_at, m.trained_on as "trainedOn", p.name as by, m.size,
           (m.figures->>'tested')::int as tested, (m.figures->>'accuracy')::float8 as accuracy,
           (m.figures->>'macroF1')::float8 as "macroF1", nullif(m.figures->'compared', 'null') as compared,
           (select json_agg(json_build_object('step', d.step, 'at', d.at, 'by', q.name, 'insteadOf', o.number, 'words', d.words)
                     order by d.at, d.id)
              from text_model_decision d left join person q on q.id = d.by_person left join text_model o on o.id = d.instead_of
             where d.model_id = m.id) as decisions
      from text_model m left join person p on p.id = m.by_person
     where m.kind = ${kind} order by m.number desc limit 100`.execute(tx);
  return rows.map(({ trained_at, decisions, ...rest }) => ({
    ...rest,
    trainedAt: trained_at.toISOString(),
    decisions: (decisions ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  }));
}

type Training = {
  id: string;
  state: TrainingState;
  by: string | null;
  asked_at: Date;
  read: number;
  failure: Pick<ProblemBody, 'message'> | null;
};

/** The one under way; else the last, where it failed and no model came after it. */
async function lastTraining(tx: Tx, kind: ModelKind): Promise<ModelList['training']> {
  const { rows } = await sql<Training>`
    select t.id, t.state, p.name as by, t.asked_at, t.read_rows as read, t.failure from text_training t
      left join person p on p.id = t.asked_by
     where t.kind = ${kind} order by t.asked_at desc, t.id desc limit 1`.execute(tx);
  const last = rows[0];
  if (!last || last.state === 'done') return null;
  const { asked_at, failure, ...rest } = last;
  return { ...rest, askedAt: asked_at.toISOString(), failure: failure?.message ?? null };
}

export async function modelList(tx: Tx, kind: ModelKind): Promise<ModelList> {
  const { rows } = await sql<{ name: string; at: Date; reason: string }>`
    select p.name, t.at, t.reason from text_threshold t join person p on p.id = t.by_person
     where t.kind = ${kind} order by t.at desc, t.id desc limit 1`.execute(tx);
  const { rows: counts } = await sql<{ waiting: number; proposed: number }>`
    select count(*) as waiting, count(p.id) filter (where jsonb_array_length(p.answers) > 0) as proposed
      from signal s left join proposal p on p.signal_id = s.id and p.kind = ${kind} and p.decided_at is null
     where s.state = 'untriaged'`.execute(tx);
  const [set] = rows;
  return {
    items: await models(tx, kind),
    threshold: await thresholdOf(tx, kind),
    thresholdBy: set ? { ...set, at: set.at.toISOString() } : null,
    trouble: (await troubleOf(tx, kind))?.body.message ?? null,
    training: await lastTraining(tx, kind),
    waiting: counts[0]!.waiting,
    waitingProposed: counts[0]!.proposed,
  };
}

/** @throws not_found */
export async function modelFigures(tx: Tx, id: string): Promise<ShownFigures> {
  const row = await tx.selectFrom('text_model').select(['kind', 'figures']).where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found');
  const found: Figures = figures.parse(row.figures);
  const ids = [...new Set(found.learned.map(({ label }) => label).concat(found.categories.map(({ label }) => label)))];
  return { ...found, names: row.kind === 'category' ? await paths(tx, ids) : await unitNames(tx, ids) };
}

async function paths(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  const nodes = new Map((await allCategories(tx, { closed: true })).map((one) => [one.id, one]));
  return Object.fromEntries(ids.flatMap((id) => (nodes.has(id) ? [[id, pathWords(nodes, id)]] : [])));
}

async function unitNames(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  const known = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (known.length === 0) return {};
  const rows = await tx.selectFrom('unit').select(['id', 'name']).where('id', 'in', known).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
