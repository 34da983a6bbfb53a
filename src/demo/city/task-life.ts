/** A task of a problem from being given to being confirmed: accepted, handed in, sometimes returned, handed over, withdrawn. */
import type { Course } from '#demo/city/course.ts';
import { note, put } from '#demo/city/past.ts';
import type { ProblemLife } from '#demo/city/problem-life.ts';
import { type Life, startClock, type Thing, take } from '#demo/city/take.ts';
import * as office from '#demo/city/words/office.ts';

/** How it goes, decided before it begins. */
type Fate = 'plain' | 'returned' | 'handedOver' | 'withdrawn';

export function* taskCourse(life: Life, problem: ProblemLife, fill: (words: string) => string): Course {
  const { random } = life.past;
  const chance = random.below(100);
  const fate: Fate = chance < 10 ? 'returned' : chance < 14 ? 'handedOver' : chance < 17 ? 'withdrawn' : 'plain';
  let at: Date = yield 2;
  const unit = life.units.get(problem.unit)!;
  const head = life.staff.one('unit_leader', problem.unit, at);
  let doer = life.staff.doer(problem.unit, at);
  const task = give(life, problem, at, { head, doer, unit }, fill);
  const ofTask = { unit, data: { problem: problem.thing.id } };
  at = yield 3;
  if (fate === 'withdrawn') {
    const reason = '并入另一项任务';
    take(life, task.thing, 'withdraw', at, head, { ...ofTask, reason });
    close(task, at, head, 'withdrawn', reason);
    return;
  }
  take(life, task.thing, 'accept', at, doer, ofTask);
  if (fate === 'handedOver') {
    at = yield 6;
    const next = life.staff.doer(problem.unit, at);
    if (next !== doer) {
      const reason = '手头任务多，换人办理';
      take(life, task.thing, 'handOver', at, head, {
        unit,
        reason,
        data: { problem: problem.thing.id, was: doer, assignee: next },
      });
      close(task, at, head, 'handed_over', reason);
      task.assignment = assign(life, task.thing.id, at, next, head, reason);
      doer = next;
      at = yield 3;
      take(life, task.thing, 'accept', at, doer, ofTask);
    }
  }
  for (let round = 0; ; round++) {
    at = yield round === 0 ? 14 : 9;
    const handIn = take(life, task.thing, 'submit', at, doer, { unit, data: { problem: problem.thing.id, files: [] } });
    put(life.past, 'hand_in', at, {
      id: handIn,
      task_id: task.thing.id,
      by_person: doer,
      at,
      words: fill(random.pick(office.handIns)),
    });
    at = yield 5;
    const passed = fate !== 'returned' || round > 0;
    const words = random.pick(passed ? office.confirmed : office.returned);
    const review = take(life, task.thing, passed ? 'confirm' : 'return', at, head, { ...ofTask, reason: words });
    put(life.past, 'hand_in_review', at, { id: review, hand_in_id: handIn, by_person: head, at, passed, words });
    if (passed) break;
  }
  close(task, at, head, 'finished', null);
}

type Given = { thing: Thing; assignment: Record<string, unknown> };
type Who = { head: string; doer: string; unit: string };

function give(
  life: Life,
  problem: ProblemLife,
  at: Date,
  { head, doer, unit }: Who,
  fill: (words: string) => string,
): Given {
  const { random } = life.past;
  const id = random.id(at);
  const row = put(life.past, 'task', at, {
    ...{ id, number: null, problem_id: problem.thing.id, title: fill(random.pick(office.taskTitles)) },
    ...{ words: random.pick(office.taskWords), state: 'given', unit_id: unit, given_by: head, given_at: at },
    ...{ reviewer_id: head, evidence_asked: random.pick(office.evidenceAsked), changed_at: at, version: 1 },
  });
  const { urgency, class: sort } = problem.thing;
  const thing: Thing = { kind: 'task', id, row, urgency, class: sort, clocks: new Map() };
  const budget = 2 + random.below(6);
  startClock(life, thing, 'accept', at);
  startClock(life, thing, 'finish', at, { rule_id: null, unit_of_time: 'working_day', budget, roll: false });
  const data = { problem: problem.thing.id, assignee: doer, reviewer: head };
  note(life.past, at, head, { verb: 'task.give', kind: 'task', thing: id, unit, data, request: random.id(at) });
  return { thing, assignment: assign(life, id, at, doer, head, null) };
}

export const openAssignment = {
  signed_by: null,
  signed_at: null,
  closed_by: null,
  closed_at: null,
  close_reason: null,
  close_words: null,
};

function assign(life: Life, task: string, at: Date, doer: string, by: string, reason: string | null) {
  return put(life.past, 'assignment', at, {
    ...{ id: life.past.random.id(at), problem_id: null, task_id: task, to_unit: null, to_person: doer, role: 'lead' },
    ...{ opened_by: by, opened_at: at, reason, ...openAssignment },
  });
}

function close(task: Given, at: Date, by: string, reason: string, words: string | null): void {
  Object.assign(task.assignment, { closed_by: by, closed_at: at, close_reason: reason, close_words: words });
}
