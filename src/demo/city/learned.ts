/** Two models that the demo city trained, what the first of them proposed for months, and what dispatchers decided. */
import { Readable } from 'node:stream';
import type { Planted } from '#demo/city/category-tree.ts';
import { note, type Past, put, type Row } from '#demo/city/past.ts';
import type { City } from '#platform/city.ts';
import { putFile } from '#platform/files.ts';
import { Problem } from '#platform/problem.ts';
import { classify } from '#text/category/classify.ts';
import { decodeModel } from '#text/category/model-file.ts';
import { maskWords } from '#text/mask.ts';
import { labelsOf, lotOf, wordsToRead } from '#triage/category/learn.ts';
import { THRESHOLD } from '#triage/category/model.store.ts';
import { classifyAll } from '#triage/category/model-memory.store.ts';
import { heldAgainst } from '#triage/category/proposal.ts';
import { answersOf } from '#triage/category/propose.store.ts';
import { type Trained, trainInThread } from '#triage/category/train.ts';

/** So many examples of a category keep the making short; one ticket of so many has a proposal of its time. */
const EXAMPLES = 50;
const SAMPLED = 0.16;
const DAY = 86_400_000;
/** The first model was trained so many days ago, the second so many. */
const FIRST = 240;
const SECOND = 34;

type Ticket = { id: string; at: Date; words: string; label: string };

/** Nothing where there are too few tickets to learn from: a small share of the city. */
export async function learn(city: City, past: Past, planted: Planted): Promise<void> {
  const tickets = past.arrivals
    .flatMap(({ at, arrival }): Ticket[] => {
      const label = planted.idOf(arrival.category);
      return label ? [{ id: arrival.id, at, words: wordsToRead(arrival.title, arrival.words), label }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const day = (ago: number) => new Date(past.end.getTime() - ago * DAY - 6 * 3_600_000);
  const first = await trainedAt(tickets, planted, day(FIRST), null);
  if (!first) return;
  const begun = await keep(city, past, first, { number: 1, at: day(FIRST), instead: null });
  const second = await trainedAt(tickets, planted, day(SECOND), { number: 1, bytes: first.bytes });
  await propose(past, tickets, first.bytes, begun, { from: day(FIRST), to: second ? day(SECOND) : past.end });
  if (!second) return;
  const { compared } = second.figures;
  const takes = compared !== null && compared.newOnly >= compared.oldOnly;
  const serves = await keep(city, past, second, { number: 2, at: day(SECOND), instead: begun, refused: !takes });
  if (takes) begun.row.state = 'retired';
  const [bytes, model] = takes ? [second.bytes, serves] : [first.bytes, begun];
  await propose(past, tickets, bytes, model, { from: day(SECOND), to: past.end });
}

/** On the newest tickets of before that day; nothing where there are too few, as in a small share of the city. */
async function trainedAt(
  tickets: readonly Ticket[],
  { parents }: Planted,
  day: Date,
  serving: { number: number; bytes: Uint8Array } | null,
): Promise<Trained | undefined> {
  const taken = new Map<string, number>();
  const examples = tickets.filter(({ at, label }) => {
    const count = taken.get(label) ?? 0;
    if (at > day || count >= EXAMPLES) return false;
    return taken.set(label, count + 1);
  });
  async function* batches() {
    yield examples.map(({ id, words, label }) => ({ id, words, label }));
  }
  try {
    return await trainInThread(batches(), async (counts) => labelsOf(counts, parents), serving);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

type Kept = { id: string; row: Row };
type Standing = { number: number; at: Date; instead: Kept | null; refused?: boolean };

async function keep(city: City, past: Past, trained: Trained, standing: Standing): Promise<Kept> {
  const { bytes, figures, read } = trained;
  const { number, at, instead, refused = false } = standing;
  const { hash, size } = await putFile(city, Readable.from([bytes]), { limit: 200 << 20, seal: false });
  const id = past.random.id(at);
  const row = put(past, 'text_model', at, {
    ...{ id, kind: 'category', number, state: refused ? 'refused' : 'serving', trained_at: at, trained_on: read },
    ...{ figures: { ...figures, available: read }, file_hash: hash, size },
  });
  const step = refused ? 'refuse' : 'take';
  const { compared, tested, accuracy } = figures;
  const right = compared && [compared.both + compared.newOnly, compared.both + compared.oldOnly];
  put(past, 'text_model_decision', at, {
    ...{ id: past.random.id(at), model_id: id, step, instead_of: instead?.id ?? null, at },
    words: right
      ? `同样 ${tested} 件留出的工单：新模型判对 ${right[0]} 件，模型 1 判对 ${right[1]} 件`
      : `首个模型：留出 ${tested} 件，判对 ${Math.round(accuracy * tested)} 件`,
  });
  const data = { kind: 'category', number, heldBack: tested, accuracy };
  note(past, at, null, { verb: `model.${step}`, kind: 'model', thing: id, data });
  return { id, row };
}

/** For a sample of the tickets that were gathered in that time; whoever gathered them decided. */
async function propose(
  past: Past,
  tickets: readonly Ticket[],
  bytes: Uint8Array,
  model: Kept,
  { from, to }: { from: Date; to: Date },
): Promise<void> {
  const gathered = new Map<string, Row>();
  for (const { table, row } of past.rows)
    if (table === 'signal_problem' && !gathered.has(row.signal_id as string))
      gathered.set(row.signal_id as string, row);
  const open = new Set(tickets.map(({ label }) => label));
  const sample = tickets.filter(({ id, at }) => at >= from && at < to && gathered.has(id) && lotOf(id) < SAMPLED);
  const found = await classifyAll(
    classify(decodeModel(bytes)),
    sample.map(({ words }) => maskWords(words)),
  );
  for (const [i, { id, at, label }] of sample.entries()) {
    const { opened_at, opened_by: by } = gathered.get(id) as { opened_at: Date; opened_by: string };
    const { answers, withheld } = heldAgainst(answersOf(found[i]!, open), THRESHOLD);
    const proposal = past.random.id(at);
    const taken = answers.some((one) => one.id === label);
    const made = new Date(at.getTime() + 1_000);
    put(past, 'proposal', made, {
      ...{ id: proposal, signal_id: id, kind: 'category', model_id: model.id, made_at: made, answers, withheld },
      ...{ decided_by: by, decided_at: opened_at, decision: taken ? 'taken' : 'other', chosen: label },
    });
    put(past, 'signal_category', opened_at, {
      ...{ id: past.random.id(opened_at), signal_id: id, category_id: label, proposal_id: proposal },
      ...{ opened_by: by, opened_at },
    });
    note(past, opened_at, by, {
      ...{ verb: 'signal.categorise', kind: 'signal', thing: id },
      data: { category: label, was: null, proposal },
    });
  }
}
