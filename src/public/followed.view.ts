/** What a reporter may know of their matter: dated steps without a person's name, answers and questions masked. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { namesIn } from '#public/names.store.ts';
import type { stepWords } from '#public/state.words.ts';
import { loadReporter, openReporter } from '#signal/reporter.store.ts';
import type { DispositionCode, Matter } from '#signal/signal.ts';
import { wishesOf } from '#signal/wish.store.ts';
import { maskWords } from '#text/mask.ts';
import { reviewOn } from '#triage/deferral/deferral.store.ts';
import type { ProblemState } from '#triage/problem.ts';

export type Step = { what: keyof typeof stepWords; at: Date; unit: string | null };
type Question = { id: string; at: Date; words: string; answer: string | null; answeredAt: Date | null };
type Wish = { at: Date; outcome: 'granted' | 'declined' | null; decidedAt: Date | null; decision: string | null };

export type Followed = {
  id: string;
  number: string;
  receivedAt: Date;
  matter: Matter;
  erased: boolean;
  /** 举报: nothing tells which unit handles it. */
  hidden: boolean;
  words: string;
  state: ProblemState | null;
  /** On the books until somebody looks at it again on this day. */
  reviewOn: string | null;
  disposition: DispositionCode | null;
  unit: string | null;
  steps: Step[];
  answers: { at: Date; words: string }[];
  questions: Question[];
  rating: { at: Date; solved: 'yes' | 'partly' | 'no'; satisfied: number | null } | null;
  wishes: Wish[];
  mayRate: boolean;
  mayWish: boolean;
  /** Other matters that the same report held. */
  parts: Pick<Followed, 'number' | 'state' | 'reviewOn' | 'disposition'>[];
};

type Row = {
  id: string;
  number: string;
  received_at: Date;
  matter: Matter;
  erased: boolean;
  words: string;
  reporter_id: string;
  state: ProblemState | null;
  reviewOn: string | null;
  problem_id: string | null;
  disposition_code: DispositionCode | null;
};

const facts = sql`s.id, s.number, s.received_at, s.matter, s.erased_at is not null as erased, s.words, s.reporter_id, s.disposition_code,
  p.state, p.id as problem_id, ${reviewOn(sql`p.id`)} as "reviewOn" from signal s left join signal_problem e on e.signal_id = s.id and e.closed_at is null
  left join problem p on p.id = e.problem_id`;

/** @throws not_found where it is followed by no code */
export async function followed(tx: Tx, signalId: string): Promise<Followed> {
  const { rows } = await sql<Row>`select ${facts} where s.id = ${signalId}
    and exists (select from signal_follow f where f.signal_id = s.id)`.execute(tx);
  const [row] = rows;
  if (!row) throw problem('not_found');
  const hidden = row.matter === 'report';
  const steps = await stepsOf(tx, row);
  const units = steps.filter((step) => step.what === 'given' || step.what === 'signed');
  const said = row.erased ? none : await saidOf(tx, row);
  const { over, count, waits } = await wishesOf(tx, row.id);
  return {
    ...{ id: row.id, number: row.number, receivedAt: row.received_at, matter: row.matter, erased: row.erased, hidden },
    ...{
      state: row.state,
      reviewOn: row.reviewOn,
      disposition: row.disposition_code,
      unit: units.at(-1)?.unit ?? null,
      steps,
      ...said,
    },
    mayRate: !row.erased && (over || said.answers.length > 0),
    mayWish: !row.erased && over && !waits && count < 3,
    parts: await partsOf(tx, row),
  };
}

const none = { words: '', answers: [], questions: [], rating: null, wishes: [] };

/** In the order they happened; the unit's name stands only beside what a unit was given or signed for. */
async function stepsOf(tx: Tx, { id, received_at, problem_id }: Row): Promise<Step[]> {
  const { rows } = await sql<{ what: Step['what']; at: Date; unit: string | null }>`
    select 'gathered' as what, e.opened_at as at, null as unit from signal_problem e
     where e.signal_id = ${id} and e.problem_id = ${problem_id} and e.closed_at is null
    union all select 'given', a.opened_at, u.name from assignment a join unit u on u.id = a.to_unit
     where a.problem_id = ${problem_id} and a.role = 'lead'
    union all select 'signed', a.signed_at, u.name from assignment a join unit u on u.id = a.to_unit
     where a.problem_id = ${problem_id} and a.role = 'lead' and a.signed_at is not null
    union all select case d.step when 'sendBack' then 'returned' else d.step end, d.at, null from problem_decision d
     where d.problem_id = ${problem_id} and d.step in ('handle', 'refuse', 'verify', 'close', 'reopen', 'sendBack')
    union all select 'deferred', min(f.decided_at), null from deferral f
     where f.problem_id = ${problem_id} and f.state in ('standing', 'ended') and f.decided_at is not null group by f.at
    union all select 'contact', c.at, null from signal_contact c where c.signal_id = ${id} and c.reached
    union all select 'answer', n.at, null from signal_answer n where n.signal_id = ${id}
     order by at`.execute(tx);
  // What was decided on the problem before this signal came to it is not this reporter's matter; who has it is.
  const since = rows.find(({ what }) => what === 'gathered')?.at ?? received_at;
  const earlier = ({ what, at }: Step) => at < since && !['given', 'signed', 'contact', 'answer'].includes(what);
  return [{ what: 'received' as const, at: received_at, unit: null }, ...rows.filter((step) => !earlier(step))];
}

type Said = Pick<Followed, 'words' | 'answers' | 'questions' | 'rating' | 'wishes'>;

async function saidOf(tx: Tx, row: Row): Promise<Said> {
  const { rows: answers } = await sql<{ at: Date; words: string }>`
    select at, words from signal_answer where signal_id = ${row.id} order by at, id`.execute(tx);
  const { rows: questions } = await sql<Question>`
    select id, at, words, answer, answered_at as "answeredAt" from signal_question where signal_id = ${row.id} order by at, id`.execute(
    tx,
  );
  const { rows: wishes } = await sql<Wish>`
    select at, outcome, decided_at as "decidedAt", decision_words as decision from signal_reopening
     where signal_id = ${row.id} order by at, id`.execute(tx);
  const { rows: ratings } = await sql<NonNullable<Followed['rating']>>`
    select at, solved, satisfied from signal_callback
     where signal_id = ${row.id} and way = 'public' order by at desc, id desc limit 1`.execute(tx);
  const sealed = await loadReporter(tx, row.id);
  const own = sealed ? openReporter(tx, sealed).name : '';
  const texts = [
    ...answers.map(({ words }) => words),
    ...questions.map(({ words }) => words),
    ...wishes.map(({ decision }) => decision ?? ''),
  ].join('\n');
  const names = [own, ...(await namesIn(tx, texts, row.problem_id))].filter((name) => name !== '');
  const say = (words: string) => maskWords(words, names);
  return {
    words: say(row.words),
    answers: answers.map(({ at, words }) => ({ at, words: say(words) })),
    questions: questions.map((one) => ({ ...one, words: say(one.words), answer: one.answer && say(one.answer) })),
    rating: ratings[0] ?? null,
    wishes: wishes.map((one) => ({ ...one, decision: one.decision && say(one.decision) })),
  };
}

/** The halves of a divided report share its reporter's row. */
async function partsOf(tx: Tx, { id, reporter_id }: Row): Promise<Followed['parts']> {
  const { rows } =
    await sql<Row>`select ${facts} where s.reporter_id = ${reporter_id} and s.id <> ${id} order by s.number`.execute(
      tx,
    );
  return rows.map(({ number, state, reviewOn: on, disposition_code: disposition }) => ({
    ...{ number, state, disposition, reviewOn: on },
  }));
}
