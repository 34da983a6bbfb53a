/**
 * Random walks over a problem, its tasks and signals through the real verbs, beside a small model: no path loses an assignee,
 * a reporter, an edge or a clock. `WALKS=1000` walks more.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { Problem, problem as refuse } from '#platform/problem.ts';
import { limitPresets } from '#rules/limit-presets.ts';
import { replaceRule } from '#rules/limit-rule.actions.ts';
import { standingRules } from '#rules/limit-rule.store.ts';
import { isSame } from '#rules/limit-rule.ts';
import { currentBasic } from '#rules/programme.store.ts';
import type { Step } from '#rules/steps.ts';
import { endSuspensions } from '#rules/time/decide-time.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { whatIsWrong } from '#test/walk-invariants.ts';
import { type At, moves, type Role } from '#test/walk-moves.ts';
import { makeProblem } from '#triage/gather.actions.ts';
import { type ProblemRole, type ProblemState, steps } from '#triage/problem.ts';

const WALKS = Number(process.env.WALKS ?? 12);
const story = await testCity();
const { tx, actor, world, pass } = story;
const { signal } = stepsOf(story);
const names = ['dispatcher', 'otherDispatcher', 'checker', 'clerk', 'head', 'official', 'waterHead'] as const;
const actors = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await actor(name)]))) as Record<
  (typeof names)[number],
  Actor
>;

/** Each problem of the walk goes through stages, one a state. */
const office = await actor('office');
await tx(async (own) => {
  const rules = await standingRules(own, await currentBasic(own));
  const general = rules.find((rule) => isSame(rule, { ...rule, limitName: 'handle', urgency: null, class: null }))!;
  const { rules: urban } = limitPresets.urban;
  await replaceRule(own, office, general.id, {
    ...{ id: newId(), reason: '分阶段', source: '', unitOfTime: 'working_day', budget: 7, roll: false },
    ...{ extensions: 9, extensionBudget: null, suspensionDays: 60, milestones: urban[1].milestones },
    ...{ validFrom: dayOf(own.now), validTo: null },
  });
});

type Choice = { pick: number; a: number; b: number; wild: number; hours: number };
const choices = fc.array(
  fc.record({
    pick: fc.nat(9_999),
    a: fc.nat(29),
    b: fc.nat(29),
    wild: fc.nat(9),
    hours: fc.constantFrom(0, 0, 0, 1, 30),
  }),
  { minLength: 12, maxLength: 30 },
);

const table: Record<string, Step<ProblemState, ProblemRole>> = steps;
/** Verbs by which a problem is moved on as one step of its table, in the words of the walk. */
const stepOf = (verb: string, state: ProblemState): string[] => {
  if (verb === 'assign') return [state === 'open' ? 'assign' : 'transfer'];
  if (verb === 'returnTo') return ['returnToOpen', 'returnToGiven', 'returnToWorking', 'returnToHandled'];
  if (verb === 'give') return ['urge'];
  const other = { assist: 'addUnit', copy: 'addUnit', takeOff: 'addUnit' }[verb];
  return [other ?? (verb.startsWith('retract') ? 'retract' : verb)];
};
const isOpen = (verb: string, state: ProblemState) =>
  stepOf(verb, state).some((step) => table[step]?.from.includes(state));

/** Each walk begins on the same day: the ledger has room for two years. */
let passed = 0;
function later(hours: number): void {
  pass({ hours });
  passed += hours;
}

const succeeded = new Map<string, number>();

/** The model: the state, and what ran and who had it before the last step, for taking that back. */
type Model = { state: ProblemState; before: string[] };

async function standing(own: Tx, problem: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from clock where thing = ${problem} and stopped_at is null
    union all select id from assignment where problem_id = ${problem} and closed_at is null
    union all select id from deferral where problem_id = ${problem} and state in ('asked', 'standing')
    union all select id from time_request where thing = ${problem} and (state = 'asked' or (state = 'granted' and kind = 'suspension'))`.execute(
    own,
  );
  return rows.map(({ id }) => id).sort();
}

const rowsOf = async (own: Tx, problem: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger
    where thing = ${problem} or thing in (select id from task where problem_id = ${problem})`.execute(own);
  return rows[0]!.n;
};

async function lookAt(own: Tx, problemId: string, more: Pick<At, 'signals' | 'target' | 'a' | 'b'>): Promise<At> {
  const { rows } = await sql<Omit<At, 'world' | 'day'>>`
    select json_build_object('id', p.id, 'version', p.version, 'state', p.state,
             'lead', (select to_unit from assignment where problem_id = p.id and role = 'lead' and closed_at is null),
             'returns', (select count(*) from assignment where problem_id = p.id and role = 'lead' and close_reason = 'returned')) as problem,
           (select json_build_object('id', t.id, 'version', t.version) from task t where t.problem_id = p.id
             order by t.state in ('done', 'withdrawn'), t.given_at, t.id limit 1) as task,
           coalesce((select r.id from time_request r left join task t on t.id = r.thing where coalesce(t.problem_id, r.thing) = p.id
             order by r.state not in ('asked', 'granted'), r.id desc limit 1), gen_random_uuid()) as request,
           coalesce((select id from assignment where problem_id = p.id and role <> 'lead' and closed_at is null
             order by id limit 1), gen_random_uuid()) as assignment
      from problem p where p.id = ${problemId}`.execute(own);
  const day = (days: number) => new Date(own.now.getTime() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);
  return { ...rows[0]!, ...more, world, day };
}

function whoIs(role: Role, at: At, wild: boolean): Actor {
  if (wild) return actors[names[at.b % names.length]!];
  if (role !== 'lead' && role !== 'other') return actors[role as keyof typeof actors];
  const ofWater = (at.problem.lead === world.units.water) === (role === 'lead');
  return actors[ofWater ? 'waterHead' : 'clerk'];
}

/** Two verbs in three are such as are open in the state; the others are whatever comes. */
function verbOf({ pick, wild }: Choice, state: ProblemState): string {
  const all = Object.keys(moves);
  const open = all.filter((verb) => moves[verb]!.on === 'task' || isOpen(verb, state));
  const main = open.filter((verb) => table[stepOf(verb, state)[0]!]?.to || verb.startsWith('retract'));
  const from = wild === 0 ? all : wild < 4 && main.length > 0 ? main : open;
  return from[pick % from.length]!;
}

/** One decision, as somebody who has just looked; a refusal in words is an answer like any other, and changes nothing. */
async function take(
  choice: Choice,
  problem: string,
  model: Model,
  more: Pick<At, 'signals' | 'target'>,
): Promise<string | null> {
  later(choice.hours || 0.01);
  if (choice.hours === 30) await tx((own) => endSuspensions(own, 100));
  const verb = verbOf(choice, model.state);
  const { on, by, run } = moves[verb]!;
  let before: string[] = [];
  let rows = 0;
  try {
    await tx(async (own) => {
      before = await standing(own, problem);
      rows = await rowsOf(own, problem);
      const at = await lookAt(own, problem, { ...more, a: choice.a, b: choice.b });
      const thing = on === 'task' ? at.task : at.problem;
      if (!thing) throw refuse('not_found');
      const decision = { id: newId(), version: thing.version };
      await run(own, whoIs(by, at, choice.wild === 1), thing.id, at, decision);
      succeeded.set(verb, (succeeded.get(verb) ?? 0) + 1);
    });
  } catch (error) {
    assert.ok(error instanceof Problem && error.body.status < 500, `${verb}: ${(error as Error).stack}`);
    return null;
  }
  await compare(problem, model, { verb, on, before, rows });
  return verb;
}

type Taken = { verb: string; on: string; before: string[]; rows: number };

/** The state is the one that the table of steps tells; what was taken back is as it was. */
async function compare(problem: string, model: Model, { verb, on, before, rows }: Taken): Promise<void> {
  const { state, now, more } = await tx(async (own) => {
    const of = await sql<{ state: ProblemState }>`select state from problem where id = ${problem}`.execute(own);
    return { state: of.rows[0]!.state, now: await standing(own, problem), more: (await rowsOf(own, problem)) - rows };
  });
  assert.equal(more, 1, `${verb} writes one row about the problem or its task`);
  if (on === 'task') return assert.equal(state, model.state, verb);
  const from = model.state;
  assert.ok(isOpen(verb, from), `${verb} was not open in ${from}`);
  if (verb.startsWith('retract')) assert.deepEqual(now, model.before, 'what was taken back is as if it had not been');
  else {
    const targets = stepOf(verb, from).map((step) => table[step]!.to ?? from);
    assert.ok(targets.includes(state), `${verb} led from ${from} to ${state}`);
  }
  model.state = state;
  // After these the step before may still be taken back.
  if (!['urge', 'object', 'read', 'give'].includes(verb)) model.before = before;
}

async function walk(path: Choice[]): Promise<void> {
  later(-passed);
  const dispatcher = actors.dispatcher;
  const described = { title: '一件事', statement: '', class: null, urgency: 'normal' as const };
  const [problem, target] = [newId(), newId()];
  const signals = pool.splice(0, 4);
  await tx(async (own) => {
    await makeProblem(own, dispatcher, { ...described, id: problem, signals: signals.slice(0, 2) });
    await makeProblem(own, dispatcher, { ...described, id: target, signals: signals.slice(3) });
  });
  const model: Model = { state: 'open', before: [] };
  const taken: string[] = [];
  for (const choice of path) {
    const verb = await take(choice, problem, model, { signals, target });
    if (!verb) continue;
    taken.push(verb);
    const wrong = await tx((own) => whatIsWrong(own, [problem, target], signals));
    assert.deepEqual(wrong, {}, `after ${taken.join(', ')}`);
  }
}

/** Signals for every walk and for those that shrink it. */
const pool: string[] = [];
const fill = async (many: number) => {
  for (let n = 0; n < many; n++) pool.push(await signal(`第 ${n} 件`));
};

test('no path loses an assignee, a reporter, an edge or a clock', async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (path) => {
      if (pool.length < 4) await fill(4);
      await walk(path);
    }),
    { numRuns: WALKS, ...(process.env.SEED && { seed: Number(process.env.SEED) }), endOnFailure: !process.env.SHRINK },
  );
  const never = Object.keys(moves).filter((verb) => !succeeded.has(verb));
  if (WALKS >= 300) assert.deepEqual(never, [], 'every verb was taken at least once');
});
