/** What is proposed for signals that wait: classified by the model that serves, below the threshold nothing. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { maskWords } from '#text/mask.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { wordsToRead } from '#triage/category/learn.ts';
import { thresholdOf } from '#triage/category/model.store.ts';
import { type Classifier, classifyAll, serving, troubleOf } from '#triage/category/model-memory.store.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import { type Answer, heldAgainst } from '#triage/category/proposal.ts';

/** As many answers as keys to take them by, and as many words as a line holds. */
const ANSWERS = 3;
const BECAUSE = 4;
/** Below this an answer is noise beside the first. */
const LEAST = 0.03;

type Waiting = { id: string; title: string | null; words: string };

/** Those that wait for triage and of which nobody has decided the category. */
async function waitingAmong(tx: Tx, ids: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select s.id, s.title, s.words from signal s
     where s.id = any(${ids}::uuid[]) and s.state = 'untriaged' and s.erased_at is null
       and not exists (select from signal_category d where d.signal_id = s.id and d.closed_at is null)
     order by s.id`.execute(tx);
  return rows;
}

/** The ids of the next thousand that wait, after one of them. */
export async function waitingAfter(tx: Tx, after: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from signal where state = 'untriaged' and id > ${after ?? '00000000-0000-0000-0000-000000000000'}
     order by id limit 1000`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Up to 1,000 signals; nothing where no model serves. @throws model_unreadable */
export async function proposeFor(tx: Tx, ids: readonly string[]): Promise<void> {
  const waiting = await waitingAmong(tx, ids);
  if (waiting.length === 0) return;
  const ready = await serving(tx, 'category');
  if (!ready) return;
  const { model, classifier } = ready;
  const threshold = await thresholdOf(tx, 'category');
  const open = new Set((await allCategories(tx)).map(({ id }) => id));
  const texts = waiting.map(({ title, words }) => maskWords(wordsToRead(title, words)));
  const found = await classifyAll(classifier, texts);
  await writeProposals(
    tx,
    found.map((one, i) => {
      const ranking = answersOf(one, open);
      const told = { signalId: waiting[i]!.id, kind: 'category' as const, modelId: model.id };
      return { ...told, ...heldAgainst(ranking, threshold) };
    }),
  );
}

/** The likeliest category of words that belong to no signal yet; null where the model is not sure enough, cannot be read, or none serves. */
export async function likelyCategory(tx: Tx, words: string): Promise<string | null> {
  if (words === '' || (await troubleOf(tx, 'category'))) return null;
  const ready = await serving(tx, 'category');
  if (!ready) return null;
  const open = new Set((await allCategories(tx)).map(({ id }) => id));
  const { answers } = heldAgainst(
    answersOf(ready.classifier(maskWords(words)), open),
    await thresholdOf(tx, 'category'),
  );
  return answers[0]?.id ?? null;
}

/** Answers that are categories of today; the words that decided stand with the first, whose words they are. */
export function answersOf({ ranking, because }: ReturnType<Classifier>, open: ReadonlySet<string>): Answer[] {
  const parts = because.filter(({ weight }) => weight > 0).flatMap(({ text }) => text.split(/\s+/));
  const words = [...new Set(parts.filter((part) => part.length > 1))];
  return ranking
    .filter(({ label, confidence }) => open.has(label) && confidence >= LEAST)
    .slice(0, ANSWERS)
    .map(({ label: id, confidence }, i) => ({
      ...{ id, confidence: Math.round(confidence * 10_000) / 10_000 },
      because: i === 0 ? words.slice(0, BECAUSE) : [],
    }));
}

/** What a proposal quotes of a citizen's words goes with them. */
export const forgetWords = (tx: Tx, signalIds: readonly string[]) =>
  sql`update proposal set
        answers = (select coalesce(jsonb_agg(a || '{"because": []}'), '[]') from jsonb_array_elements(answers) a),
        withheld = (select coalesce(jsonb_agg(a || '{"because": []}'), '[]') from jsonb_array_elements(withheld) a)
      where signal_id = any(${signalIds}::uuid[])`.execute(tx);
