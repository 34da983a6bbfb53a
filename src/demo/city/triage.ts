/** How what was told becomes problems: made of the first who told, gathered from those after, merged, put right. */
import type { Affair } from '#demo/city/affairs.ts';
import { run } from '#demo/city/course.ts';
import { note, put, type Row } from '#demo/city/past.ts';
import { absorb, makeProblem, type ProblemLife, problemCourse } from '#demo/city/problem-life.ts';
import { reply } from '#demo/city/replies.ts';
import { type Life, office, startClock, type Thing, take, touch } from '#demo/city/take.ts';
import type { Told } from '#demo/city/tell.ts';
import { hoursAfter } from '#demo/city/when.ts';
import * as words from '#demo/city/words/office.ts';

/** A signal on a problem: its own life, and the edge that is open. */
export type On = { told: Told; thing: Thing; edge: Row; since: Date };

const signalOf = (life: Life, told: Told): Thing => {
  const thing: Thing = {
    kind: 'signal',
    id: told.id,
    row: told.past,
    urgency: told.urgency,
    class: null,
    clocks: new Map(),
  };
  startClock(life, thing, 'triage', told.past.recordedAt);
  return thing;
};

type Waiting = { told: Told; thing: Thing };
type Gathered = { problem: ProblemLife; on: On[] };

/** Everything that follows from an affair. What nobody has come to yet waits for triage. */
export function triage(life: Life, affair: Affair): Gathered[] {
  const waiting = affair.told.map((told) => ({ told, thing: signalOf(life, told) }));
  const twin = makeTwin(life, affair, waiting);
  const made: Gathered[] = [];
  let left = twin ? waiting.filter(({ thing }) => twin.on.every((one) => one.thing !== thing)) : waiting;
  while (left.length > 0) {
    const next = oneProblem(life, affair, left);
    if (!next) break;
    made.push(next);
    left = next.left;
  }
  if (twin && !(made[0] && merge(life, made[0], twin))) {
    run(life, problemCourse(life, twin.problem, 0), twin.problem.madeAt);
    made.push(twin);
  }
  for (const { problem, on } of made) {
    takeOut(life, problem, on);
    count(problem, on);
    reply(life, problem, on);
  }
  return made;
}

/** `left` are those who told after it was closed; nothing where there was no time left to make one. */
function oneProblem(life: Life, affair: Affair, waiting: Waiting[]): (Gathered & { left: Waiting[] }) | undefined {
  const { random, end: last } = life.past;
  const { told } = waiting[0]!;
  const at = office(life, hoursAfter(random, told.past.recordedAt, told.urgency === 'normal' ? 2 : 0.4));
  if (at > last) return;
  const ready = waiting.filter((one) => one.told.past.recordedAt <= at);
  const problem = makeProblem(life, affair, at, ready.length, told.urgency);
  const by = problem.thing.row.made_by as string;
  const on = ready.map((one) => gather(life, problem, one, at, by, 'made', problem.thing.id));
  run(life, problemCourse(life, problem, affair.told.length >= 4 && random.chance(0.05) ? 1 : 0), at);
  return { problem, on, left: gatherLater(life, problem, waiting.slice(ready.length), on) };
}

function gather(
  life: Life,
  problem: ProblemLife,
  { told, thing }: Waiting,
  at: Date,
  by: string,
  why: string,
  request: string,
  reason?: string,
): On {
  take(life, thing, 'gather', at, by, { data: { problem: problem.thing.id }, request, ...(reason && { reason }) });
  const edge = put(life.past, 'signal_problem', at, {
    ...{ id: life.past.random.id(at), signal_id: told.id, problem_id: problem.thing.id, opened_by: by, opened_at: at },
    ...{ reason: why, closed_by: null, closed_at: null, close_reason: null },
  });
  return { told, thing, edge, since: at };
}

/** In batches, as a dispatcher finds them; what comes while it is closed waits for its reopening, or is left. */
function gatherLater(life: Life, problem: ProblemLife, later: Waiting[], on: On[]): Waiting[] {
  const { random, end: last } = life.past;
  for (let i = 0; i < later.length; ) {
    let at = office(life, hoursAfter(random, later[i]!.told.past.recordedAt, 2.5));
    if (at < problem.madeAt) at = problem.madeAt;
    const shut = problem.closed.find((span) => span.from <= at && (span.to === null || span.to > at));
    if (shut) {
      if (!shut.to) return later.slice(i);
      at = new Date(shut.to.getTime() + 1_800_000);
    }
    if (at > last) return [];
    const batch = later.slice(i).filter(({ told }) => told.past.recordedAt <= at);
    const by = life.staff.one('dispatcher', 'hotline', at);
    const request = random.id(at);
    const reason = random.pick(words.gatherReasons);
    on.push(...batch.map((one) => gather(life, problem, one, at, by, 'gathered', request, reason)));
    touch(problem.thing, at);
    note(life.past, at, by, {
      verb: 'problem.gather',
      kind: 'problem',
      thing: problem.thing.id,
      reason,
      data: { signals: batch.length },
      request,
    });
    i += batch.length;
  }
  return [];
}

/** Two dispatchers, one matter: a second problem is made of a few of the first day, and merged when they notice. */
function makeTwin(life: Life, affair: Affair, waiting: Waiting[]): Gathered | undefined {
  const { random, end: last } = life.past;
  if (waiting.length < 40 || !random.chance(0.7)) return;
  const mine = waiting.slice(2, 2 + 4 + random.below(6));
  const at = office(life, hoursAfter(random, mine.at(-1)!.told.past.recordedAt, 2));
  if (at > last) return;
  const problem = makeProblem(life, affair, at, mine.length, 'normal');
  const by = problem.thing.row.made_by as string;
  return { problem, on: mine.map((one) => gather(life, problem, one, at, by, 'made', problem.thing.id)) };
}

/** @returns whether there was time for it while the other was open */
function merge(life: Life, { problem: into, on }: Gathered, { problem: merged, on: mine }: Gathered): boolean {
  const { random } = life.past;
  const at = office(life, hoursAfter(random, merged.madeAt, 6));
  // The other stands already when this one is made.
  if (into.madeAt > merged.madeAt) return false;
  if (at > life.past.end || into.closed.some((span) => span.from <= at)) return false;
  const by = life.staff.one('dispatcher', 'hotline', at);
  const reason = random.pick(words.merged);
  const data = { into: into.thing.id, signals: mine.length };
  const request = take(life, merged.thing, 'merge', at, by, { reason, data });
  merged.thing.row.merged_into = into.thing.id;
  absorb(life, into, merged, mine.length, at, by, request);
  for (const { told, thing, edge } of mine) {
    Object.assign(edge, { closed_by: by, closed_at: at, close_reason: 'merged' });
    thing.row.state = 'untriaged';
    on.push(gather(life, into, { told, thing }, at, by, 'merged', request, reason));
  }
  return true;
}

/** One in a hundred was another matter after all: taken out, and explained to who had asked. */
function takeOut(life: Life, problem: ProblemLife, on: On[]): void {
  const { random } = life.past;
  for (const one of [...on]) {
    if (on.length < 3 || !random.chance(0.01)) continue;
    const at = office(life, hoursAfter(random, one.since, 10));
    const then = office(life, hoursAfter(random, at, 3));
    const shut = problem.closed[0]?.from;
    if (then > life.past.end || (shut && at >= shut)) continue;
    const by = life.staff.one('dispatcher', 'hotline', at);
    const reason = random.pick(words.takenOut);
    const request = random.id(at);
    take(life, one.thing, 'takeOut', at, by, { reason, data: { problem: problem.thing.id }, request });
    Object.assign(one.edge, { closed_by: by, closed_at: at, close_reason: reason });
    touch(problem.thing, at);
    note(life.past, at, by, {
      verb: 'problem.takeOut',
      kind: 'problem',
      thing: problem.thing.id,
      reason,
      data: { signals: 1 },
      request,
    });
    const disposer = life.staff.one('dispatcher', 'hotline', then);
    const data = { kind: 'answered', code: 'explained' };
    take(life, one.thing, 'dispose', then, disposer, { reason: random.pick(words.explained), data });
    one.told.disposition = { kind: 'answered', code: 'explained' };
    on.splice(on.indexOf(one), 1);
  }
}

/** A caller is one person, however often they called. */
function count(problem: ProblemLife, on: On[]): void {
  problem.thing.row.signal_count = on.length;
  problem.thing.row.reporter_count = new Set(on.map(({ told }) => told.caller.phone)).size;
}
