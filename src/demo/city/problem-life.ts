/** A problem of the planned past from its making to its closing: assigned, signed, worked on, checked, sometimes again. */
import type { Affair } from '#demo/city/affairs.ts';
import { type Course, run, type Wait } from '#demo/city/course.ts';
import { note, put, type Row } from '#demo/city/past.ts';
import { type Life, startClock, type Thing, take, touch } from '#demo/city/take.ts';
import { openAssignment, taskCourse } from '#demo/city/task-life.ts';
import * as office from '#demo/city/words/office.ts';
import { mistakes } from '#demo/duty-lines.ts';
import type { Urgency } from '#signal/signal.ts';

export type ProblemLife = {
  thing: Thing;
  affair: Affair;
  /** Key of the unit that leads it now. */
  unit: string;
  madeAt: Date;
  signedAt: Date | null;
  /** Times at which it was closed, each until it was reopened or for good. */
  closed: { from: Date; to: Date | null; by: string }[];
  assignments: Row[];
  /** The unit does not say before this that it is done: people still tell of it. */
  until: Date;
  /** How much longer than usual its work takes. */
  slow: number;
};

export function makeProblem(life: Life, affair: Affair, at: Date, signals: number, urgency: Urgency): ProblemLife {
  const { random } = life.past;
  const by = life.staff.one('dispatcher', 'hotline', at);
  const id = random.id(at);
  const many = affair.told.length;
  const sort = many >= 40 && random.chance(0.6) ? 'common' : many >= 8 || random.chance(0.15) ? 'prominent' : 'simple';
  const row = put(life.past, 'problem', at, {
    ...{ id, number: null, title: affair.title, statement: fillIn(affair)(random.pick(office.statements)) },
    ...{ class: sort, urgency, state: 'open', programme_version_id: life.programme, area_id: affair.place.area },
    ...{ merged_into: null, made_by: by, made_at: at, changed_at: at, signal_count: 0, reporter_count: 0, version: 1 },
  });
  const thing: Thing = { kind: 'problem', id, row, urgency, class: sort, clocks: new Map() };
  startClock(life, thing, 'assign', at);
  note(life.past, at, by, {
    verb: 'problem.make',
    kind: 'problem',
    thing: id,
    data: { signals, class: sort },
    request: id,
  });
  return {
    ...{ thing, affair, unit: affair.unit, madeAt: at, signedAt: null, closed: [], assignments: [] },
    until: lastTold(affair, at),
    slow: 1 + Math.min(many / 40, 6),
  };
}

/** A great matter is not settled before nearly the last have told of it; one that stays open, never. */
function lastTold({ told, stays }: Affair, at: Date): Date {
  if (stays) return new Date(at.getTime() + 10 * 365 * 86_400_000);
  return told.length > 60 ? told.at(-6)!.past.recordedAt : at;
}

/** The words with the place and the matter of the affair. */
export const fillIn =
  ({ place, matter }: Affair) =>
  (words: string) =>
    words.replaceAll('{p}', place.name).replaceAll('{m}', matter.title);

/** @param again how often it is taken up after having been closed */
export function* problemCourse(life: Life, problem: ProblemLife, again: number): Course {
  const { random } = life.past;
  // Where the duty list names the wrong unit it is sent back more often than where a dispatcher mistook it.
  const listed = mistakes[problem.affair.matter.category];
  const wrong = random.chance(listed ? 0.14 : 0.04);
  let at: Date = yield 0.6;
  if (wrong) {
    const mistaken = ['housing', 'urban', 'water', 'traffic'].filter((unit) => unit !== problem.affair.unit);
    assign(life, problem, at, listed ?? random.pick(mistaken));
    at = yield 5;
    sendBack(life, problem, at);
    at = yield 1;
  }
  assign(life, problem, at, problem.affair.unit);
  for (let round = 0; ; round++) {
    at = yield problem.thing.urgency === 'normal' ? 4 : 0.6;
    sign(life, problem, at);
    if (round === 0 && problem.affair.told.length >= 8 && random.chance(0.35)) {
      at = yield 2;
      assist(life, problem, at);
    }
    at = yield* work(life, problem, at, round);
    at = yield 5;
    const closer = life.staff.one('dispatcher', 'hotline', at);
    const words = random.pick(office.closed);
    decide(life, problem, 'close', at, closer, words);
    for (const one of problem.assignments.filter((row) => row.closed_at === null))
      end(one, at, closer, 'finished', null);
    const span = { from: at, to: null as Date | null, by: closer };
    problem.closed.push(span);
    if (round >= again) return;
    at = yield 90 + random.below(60);
    span.to = at;
    const by = life.staff.one('dispatcher', 'hotline', at);
    const reason = random.pick(office.reopened);
    const unit = life.units.get(problem.unit)!;
    decide(life, problem, 'reopen', at, by, reason, unit);
    problem.assignments.push(openFor(life, problem, at, unit, 'lead', by, reason));
  }
}

/** Tasks side by side, then the unit's word and the checker's; refused, all of it once more. */
function* work(life: Life, problem: ProblemLife, begin: Date, round: number): Generator<Wait, Date, Date> {
  const { random } = life.past;
  const refusedFirst = round === 0 && random.chance(0.06);
  let at = begin;
  for (let turn = 0; ; turn++) {
    const most = problem.thing.class === 'simple' ? 1 : problem.thing.class === 'prominent' ? 2 : 4;
    const count =
      turn > 0 || round > 0
        ? 1
        : problem.thing.class === 'simple'
          ? Number(random.chance(0.6))
          : 1 + random.below(most);
    const tasks = Array.from({ length: count }, () => run(life, taskCourse(life, problem, fillIn(problem.affair)), at));
    // Where a task is not done at the end of the past, the unit cannot say that it is.
    if (tasks.some((task) => !task.done)) yield { hours: 0, from: new Date(life.past.end.getTime() + 86_400_000) };
    const last = tasks.reduce((latest, task) => (task.at > latest ? task.at : latest), at);
    at = yield { hours: (count > 0 ? 3 : 16) * problem.slow, from: problem.until > last ? problem.until : last };
    const unit = life.units.get(problem.unit)!;
    const handler = life.staff.one(random.chance(0.6) ? 'unit_leader' : 'unit_clerk', problem.unit, at);
    decide(life, problem, 'handle', at, handler, fillIn(problem.affair)(random.pick(office.handled)), unit);
    at = yield 9;
    const checker = life.staff.one('checker', 'hotline', at);
    const refuse = refusedFirst && turn === 0;
    decide(
      life,
      problem,
      refuse ? 'refuse' : 'verify',
      at,
      checker,
      random.pick(refuse ? office.refused : office.verified),
    );
    if (!refuse) return at;
  }
}

function openFor(
  { past }: Life,
  { thing }: ProblemLife,
  at: Date,
  unit: string,
  role: string,
  by: string,
  reason: string,
): Row {
  return put(past, 'assignment', at, {
    ...{ id: past.random.id(at), problem_id: thing.id, task_id: null, to_unit: unit, to_person: null, role },
    ...{ opened_by: by, opened_at: at, reason, ...openAssignment },
  });
}

export const end = (row: Row, at: Date, by: string, reason: string, words: string | null) =>
  Object.assign(row, { closed_by: by, closed_at: at, close_reason: reason, close_words: words });

function assign(life: Life, problem: ProblemLife, at: Date, key: string): void {
  const by = life.staff.one('dispatcher', 'hotline', at);
  const unit = life.units.get(key)!;
  const reason = life.past.random.pick(office.assignReasons);
  const row = openFor(life, problem, at, unit, 'lead', by, reason);
  problem.assignments.push(row);
  problem.unit = key;
  take(life, problem.thing, 'assign', at, by, { unit, reason, data: { role: 'lead', assignment: row.id } });
}

function sendBack(life: Life, problem: ProblemLife, at: Date): void {
  const { random } = life.past;
  const by = life.staff.one('unit_clerk', problem.unit, at);
  const unit = life.units.get(problem.unit)!;
  const [reason, basis] = [random.pick(office.wrongUnit), random.pick(office.bases)];
  end(problem.assignments.at(-1)!, at, by, 'returned', `${reason}\n${basis}`);
  const id = take(life, problem.thing, 'sendBack', at, by, { unit, reason, data: { basis, suggestedUnit: null } });
  put(life.past, 'problem_decision', at, {
    ...{ id, problem_id: problem.thing.id, step: 'sendBack', by_person: by, for_unit: unit, at },
    words: `${reason}\n${basis}`,
  });
}

function sign(life: Life, problem: ProblemLife, at: Date): void {
  const by = life.staff.one('unit_clerk', problem.unit, at);
  Object.assign(problem.assignments.at(-1)!, { signed_by: by, signed_at: at });
  problem.signedAt ??= at;
  take(life, problem.thing, 'sign', at, by, { unit: life.units.get(problem.unit)! });
}

function assist(life: Life, problem: ProblemLife, at: Date): void {
  const { random } = life.past;
  const key = [problem.affair.place.township, problem.affair.place.district, 'urban'].find(
    (one) => one !== problem.unit,
  )!;
  const by = life.staff.one('dispatcher', 'hotline', at);
  const reason = random.pick(office.assistReasons);
  const unit = life.units.get(key)!;
  const row = openFor(life, problem, at, unit, 'assist', by, reason);
  problem.assignments.unshift(row);
  take(life, problem.thing, 'addUnit', at, by, { unit, reason, data: { role: 'assist', assignment: row.id } });
}

function decide(
  life: Life,
  problem: ProblemLife,
  step: string,
  at: Date,
  by: string,
  words: string,
  unit: string | null = null,
): void {
  const id = take(life, problem.thing, step, at, by, { unit, reason: words });
  put(life.past, 'problem_decision', at, {
    id,
    problem_id: problem.thing.id,
    step,
    by_person: by,
    for_unit: unit,
    at,
    words,
  });
}

export function absorb(
  life: Life,
  into: ProblemLife,
  merged: ProblemLife,
  signals: number,
  at: Date,
  by: string,
  request: string,
): void {
  touch(into.thing, at);
  note(life.past, at, by, {
    verb: 'problem.absorb',
    kind: 'problem',
    thing: into.thing.id,
    data: { merged: merged.thing.id, signals },
    request,
  });
}
