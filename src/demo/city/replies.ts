/** What those who told are told: first contact, the answer after the closing, the call back. */
import type { Row } from '#demo/city/past.ts';
import { put } from '#demo/city/past.ts';
import { fillIn, type ProblemLife } from '#demo/city/problem-life.ts';
import { type Life, office, startClock, stopClock, take } from '#demo/city/take.ts';
import type { On } from '#demo/city/triage.ts';
import { hoursAfter, weighted } from '#demo/city/when.ts';
import * as words from '#demo/city/words/office.ts';

const solutions = ['yes', 'partly', 'no'] as const;

export function reply(life: Life, problem: ProblemLife, on: On[]): void {
  for (const one of on) {
    contact(life, problem, one);
    for (const span of problem.closed) {
      if (one.since > span.from || !one.told.wantsReply) continue;
      startClock(life, one.thing, 'answer', span.from);
      const answered = answer(life, problem, one, span);
      if (answered && !span.to) callBack(life, one, answered, null);
      if (span.to) stopClock(one.thing, 'answer', span.to);
    }
  }
  // Whoever said that it was not solved is why it was taken up again.
  const again = problem.closed.find((span) => span.to);
  const first = again && on.find((one) => one.since < again.from && one.told.wantsReply);
  if (again && first) callBack(life, first, again.from, again.to);
}

/** By the unit's own people, once they have signed for it: one in three. */
function contact(life: Life, problem: ProblemLife, { told, thing, since }: On): void {
  const { random } = life.past;
  if (!problem.signedAt || !random.chance(0.33) || !told.wantsReply) return;
  const at = office(life, hoursAfter(random, since > problem.signedAt ? since : problem.signedAt, 4));
  if (at > life.past.end) return;
  const by = life.staff.one('unit_clerk', problem.unit, at);
  const reached = random.chance(0.86);
  const way = random.chance(0.8) ? 'phone' : 'visit';
  const id = take(life, thing, 'contact', at, by, { data: { way, reached } });
  put(life.past, 'signal_contact', at, {
    ...of(id, told.id, by, at),
    way,
    reached,
    words: reached ? random.pick(words.contacts) : null,
  });
}

const of = (id: string, signal_id: string, by_person: string, at: Date): Row => ({ id, signal_id, by_person, at });

/** So long ago a caller has been answered; of what was closed later some are still owed it. */
const OWED_MS = 6 * 86_400_000;

/** Most within two working days, some late. */
function answer(
  life: Life,
  problem: ProblemLife,
  { told, thing }: On,
  span: { from: Date; to: Date | null },
): Date | undefined {
  const { random, end } = life.past;
  const at = office(life, hoursAfter(random, span.from, random.chance(0.93) ? 9 : 60));
  if (at > end || (span.to && at >= span.to)) return;
  if (end.getTime() - span.from.getTime() < OWED_MS && random.chance(0.06)) return;
  const by = life.staff.one('call_taker', 'hotline', at);
  const way = random.chance(0.7) ? 'phone' : random.chance(0.8) ? 'message' : 'letter';
  const id = take(life, thing, 'answer', at, by, { data: { way } });
  put(life.past, 'signal_answer', at, {
    ...of(id, told.id, by, at),
    way,
    words: fillIn(problem.affair)(random.pick(words.answers)),
  });
  return at;
}

/** @param before set for the call that had the problem reopened: it says no, and comes before that instant */
function callBack(life: Life, { told, thing }: On, after: Date, before: Date | null): void {
  const { random, end } = life.past;
  if (!before && !random.chance(0.66)) return;
  const at = office(life, hoursAfter(random, after, 40));
  if (at > end || (before && at >= before)) return;
  const by = life.staff.one('call_taker', 'hotline', at);
  const reached = before !== null || random.chance(0.88);
  const solved = !reached ? null : before ? 'no' : solutions[weighted(random, [82, 11, 7])]!;
  const satisfied =
    solved === null ? null : solved === 'yes' ? 4 + random.below(2) : solved === 'partly' ? 3 : 1 + random.below(2);
  const id = take(life, thing, 'callBack', at, by, { data: { reached, solved, satisfied } });
  // By the minute, so that no lot of the city's past is drawn otherwise: 96 % were contacted, of the discontent two thirds.
  const contacted = satisfied === null ? null : at.getUTCMinutes() % (satisfied <= 2 ? 3 : 25) !== 0;
  const said = solved ? random.pick(words.said[solved]) : '';
  put(life.past, 'signal_callback', at, {
    ...of(id, told.id, by, at),
    way: 'phone',
    reached,
    solved,
    satisfied,
    contacted,
    words: said || null,
  });
}
