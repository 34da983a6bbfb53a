/** Whose duty a signal that waits is: the list first, then what past tickets say; written as proposals of kind 'unit'. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { wordsToRead } from '#triage/category/learn.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import type { Answer, Proposed } from '#triage/category/proposal.ts';
import { openBook } from '#triage/duty/book.store.ts';
import type { Duty } from '#triage/duty/duty.api.ts';
import { labelFinder } from '#triage/duty/label.store.ts';
import { learntFor } from '#triage/duty/learnt.store.ts';
import { dutiesIn } from '#triage/duty/whose-duty.store.ts';

/** As many answers as keys to take them by. */
const ANSWERS = 5;
/** Words alone may mean something else than the line that they stand in. */
const BY_WORDS = 0.7;

type Waiting = {
  id: string;
  title: string | null;
  words: string;
  place: string | null;
  areaId: string | null;
  label: string | null;
  guessed: string | null;
  guessedSure: number | null;
};

/** Those that wait for triage, with the category that was decided or said, else the likeliest that is proposed. */
async function waitingAmong(tx: Tx, ids: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select s.id, s.title, s.words, s.place, s.area_id as "areaId", coalesce(c.category_id::text, nullif(btrim(s.category), '')) as label,
           (o.answers->0->>'id')::uuid as guessed, (o.answers->0->>'confidence')::float as "guessedSure"
      from signal s left join signal_category c on c.signal_id = s.id and c.closed_at is null
      left join proposal o on o.signal_id = s.id and o.kind = 'category' and o.decided_at is null
     where s.id = any(${[...ids]}::uuid[]) and s.state = 'untriaged' and s.erased_at is null order by s.id`.execute(tx);
  return rows;
}

/** Up to 1,000 signals; nothing where there is neither a list nor a model. */
export async function proposeUnits(tx: Tx, ids: readonly string[]): Promise<void> {
  const waiting = await waitingAmong(tx, ids);
  if (waiting.length === 0) return;
  const find = await labelFinder(tx);
  const book = await openBook(tx, dayOf(tx.now));
  const matters = waiting.map(({ title, words, place, areaId, label, guessed, guessedSure }) => {
    const said = find(label);
    const read = wordsToRead(title, [words, place].filter(Boolean).join('\n'));
    return {
      categoryId: said ?? guessed,
      areaId,
      words: read,
      sure: said ? 1 : guessed ? (guessedSure ?? 0) : BY_WORDS,
    };
  });
  const duties = await dutiesIn(tx, book, matters);
  const learnt = await learntFor(
    tx,
    matters.map(({ words, categoryId }, i) => ({ words, categoryId, withdrawn: duties[i]!.withdrawn !== null })),
  );
  if (!book.list && !learnt) return;
  await writeProposals(
    tx,
    waiting.map(({ id: signalId }, i): Proposed => {
      const ruled = byRules(duties[i]!, matters[i]!.sure);
      const { modelId = null, answers = [], withheld = [] } = learnt?.[i] ?? {};
      const more = answers.filter(({ id }) => !ruled.some((one) => one.id === id)).map(plain);
      const all = [...ruled, ...more].slice(0, ANSWERS);
      return {
        signalId,
        kind: 'unit',
        modelId: more.length > 0 ? modelId : null,
        answers: all,
        withheld: withheld.map(plain),
      };
    }),
  );
}

const plain = ({ id, confidence, because }: Answer): Answer => ({ id, confidence, because });

/** A line that leaves it open between several is no surer of any of them. */
function byRules({ answers }: Duty, sure: number): Answer[] {
  const units = answers.flatMap(({ lead, choices, why }) =>
    (lead ? [lead] : choices).map(({ id }) => ({ id, because: [why.zh] })),
  );
  const once = units.filter(({ id }, i) => units.findIndex((one) => one.id === id) === i);
  return once.map(({ id, because }) => ({ id, confidence: sure / once.length, because }));
}
