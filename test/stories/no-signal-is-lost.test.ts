/** Whatever is gathered, taken out, split, merged, disposed or restored: every signal stands in exactly one place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { disposeSignal, restoreSignal } from '#signal/signal.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { gatherSignals, makeProblem, mergeProblem, splitProblem, takeOutSignals } from '#triage/gather.actions.ts';

const story = await testCity();
const { tx, actor, city, installation } = story;
const { signal } = stepsOf(story);
const dispatcher = await actor('dispatcher');
const signals: string[] = [];
for (let i = 0; i < 8; i++) signals.push(await signal(`第 ${i} 件事`));
const problems: string[] = [];

type Verb = 'make' | 'gather' | 'takeOut' | 'split' | 'merge' | 'dispose' | 'restore';
type Move = { verb: Verb; a: number; b: number; pick: number[] };

const moves = fc.array(
  fc.record({
    verb: fc.constantFrom<Verb>('make', 'make', 'gather', 'gather', 'takeOut', 'split', 'merge', 'dispose', 'restore'),
    a: fc.nat(20),
    b: fc.nat(20),
    pick: fc.uniqueArray(fc.nat(signals.length - 1), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 5, maxLength: 25 },
);

/** Every run begins with two problems and a merger, whatever chance adds. */
const begun: Move[] = [
  { verb: 'make', a: 0, b: 0, pick: [0, 1, 2] },
  { verb: 'make', a: 0, b: 0, pick: [3, 4] },
  { verb: 'split', a: 0, b: 0, pick: [2] },
  { verb: 'merge', a: 1, b: 0, pick: [0] },
];

/** Tries the move as a dispatcher who has just looked; a refusal in words is an answer like any other. */
async function attempt({ verb, a, b, pick }: Move): Promise<void> {
  const some = pick.map((index) => signals[index]!);
  const one = problems[a % Math.max(1, problems.length)] ?? newId();
  const other = problems[b % Math.max(1, problems.length)] ?? newId();
  const made = newId();
  try {
    await tx(async (own) => {
      const version = async (table: 'problem' | 'signal', id: string) =>
        (await own.selectFrom(table).select('version').where('id', '=', id).executeTakeFirst())?.version ?? 1;
      const decision = { id: newId(), version: await version('problem', one) };
      const onSignal = { id: newId(), version: await version('signal', some[0]!) };
      const described = { title: '问题', statement: '', class: null, urgency: 'normal' as const };
      const verbs: Record<Verb, () => Promise<unknown>> = {
        make: () => makeProblem(own, dispatcher, { id: made, ...described, signals: some }),
        gather: () => gatherSignals(own, dispatcher, one, { ...decision, signals: some, reason: '' }),
        takeOut: () => takeOutSignals(own, dispatcher, one, { ...decision, signals: some, reason: '不是一件事' }),
        split: () =>
          splitProblem(own, dispatcher, one, {
            ...decision,
            newId: made,
            ...described,
            signals: some,
            reason: '另一件事',
          }),
        merge: () => mergeProblem(own, dispatcher, one, { ...decision, into: other, reason: '同一件事' }),
        dispose: () =>
          disposeSignal(own, dispatcher, some[0]!, { ...onSignal, kind: 'answered', code: 'explained', words: '' }),
        restore: () => restoreSignal(own, dispatcher, some[0]!, { ...onSignal, reason: '重新办理' }),
      };
      await verbs[verb]();
    });
    if (verb === 'make' || verb === 'split') problems.push(made);
  } catch (error) {
    assert.ok(error instanceof Problem, String((error as Error).stack));
    assert.ok(error.body.status < 500, error.message);
  }
}

const WRONG = `
  select s.id, s.state, e.n, e.merged from signal s cross join lateral (
    select count(*)::int as n, count(*) filter (where p.state = 'merged')::int as merged
      from signal_problem e join problem p on p.id = e.problem_id where e.signal_id = s.id and e.closed_at is null) e
   where (s.state = 'gathered') <> (e.n = 1) or e.n > 1 or e.merged > 0 or (s.state = 'disposed') <> (s.disposition is not null)
      or (s.state = 'untriaged') and not exists (select from clock c where c.thing = s.id and c.limit_name = 'triage' and c.stopped_at is null)
         and exists (select from signal_problem x where x.signal_id = s.id)`;
const MISCOUNTED = `
  select p.id from problem p where p.signal_count <> (select count(*) from signal_problem e where e.problem_id = p.id and e.closed_at is null)
      or (p.state <> 'merged' and p.signal_count = 0)`;

test('after any sequence of moves every signal is where it should be, and every count is right', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      for (const move of sequence) await attempt(move);
      const pool = installation.owner;
      for (const sql of [WRONG, MISCOUNTED]) {
        const client = await pool.connect();
        try {
          await client.query(`set search_path to ${city.schema}, ext`);
          assert.deepEqual((await client.query(sql)).rows, []);
        } finally {
          client.release();
        }
      }
    }),
    { numRuns: 12, examples: [[begun]] },
  );
  assert.ok(problems.length > 1, 'the moves made problems');
});
