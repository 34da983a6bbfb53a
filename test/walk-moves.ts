/** What a walk may do with a problem and its tasks: every verb of both, each as whoever would usually do it. */
import type { PersonName, World } from '#db/world.ts';
import { handIn, review } from '#evidence/evidence.actions.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { entrustTask, reportTask, takeBackTask } from '#task/entrust.actions.ts';
import { giveTask } from '#task/give.actions.ts';
import { acceptTask, handOverTask, withdrawTask } from '#task/task.actions.ts';
import { askTaskSuspension, decideTaskTime, resumeTask, withdrawTaskTime } from '#task/time.actions.ts';
import { urgeTask } from '#task/urge.actions.ts';
import { assignProblem, removeUnit, sendBack, signProblem } from '#triage/assign.actions.ts';
import { nodesOf } from '#triage/back/node.store.ts';
import { retractStep } from '#triage/back/retract.actions.ts';
import { returnToNode } from '#triage/back/return-to.actions.ts';
import { readCopy } from '#triage/countersign/copy.actions.ts';
import {
  addSigner,
  answerObjection,
  countersign,
  dropSigner,
  overruleObjection,
  setSignRule,
} from '#triage/countersign/countersign.actions.ts';
import { signersOf } from '#triage/countersign/countersign.store.ts';
import {
  askDeferral,
  decideDeferral,
  keepDeferral,
  strikeDeferral,
  withdrawDeferral,
} from '#triage/deferral/deferral.actions.ts';
import { entrustProblem, reportEntrusted, signEntrusted, takeBackEntrusted } from '#triage/entrust/entrust.actions.ts';
import { gatherSignals, mergeProblem, splitProblem, takeOutSignals } from '#triage/gather.actions.ts';
import type { ProblemState } from '#triage/problem.ts';
import { closeProblem, describeProblem, reopenProblem, reportHandled, verifyProblem } from '#triage/settle.actions.ts';
import {
  askProblemExtension,
  askProblemSuspension,
  decideProblemTime,
  resumeProblem,
  withdrawProblemTime,
} from '#triage/time.actions.ts';
import { objectToBinding, urgeProblem } from '#triage/urge.actions.ts';
import { withdrawProblem } from '#triage/withdraw.actions.ts';

export type Role = PersonName | 'lead' | 'other';

/** Where a move is made: the problem and one of its tasks as they stand, what stands open on them, and two random numbers. */
export type At = {
  world: World;
  problem: { id: string; version: number; state: ProblemState; lead: string | null; returns: number };
  task: { id: string; version: number } | null;
  request: string;
  assignment: string;
  target: string;
  signals: string[];
  a: number;
  b: number;
  day: (days: number) => string;
};

type Run = (tx: Tx, actor: Actor, id: string, at: At, decision: { id: string; version: number }) => Promise<unknown>;
export type Move = { on: 'problem' | 'task'; by: Role; run: Run };

const onProblem = (by: Role, run: Run): Move => ({ on: 'problem', by, run });
const onTask = (by: Role, run: Run): Move => ({ on: 'task', by, run });
const words = { words: '话' };
const reason = '理由';

const unitOf = ({ world: { units }, a }: At): string => [units.urban, units.urban, units.water][a % 3]!;
const assigns = (role: 'lead' | 'assist' | 'copy') =>
  onProblem('dispatcher', (tx, actor, id, at, one) => {
    const basis = role === 'lead' && at.problem.returns >= 2 ? '纪要' : '';
    return assignProblem(tx, actor, id, { ...one, unitId: unitOf(at), role, reason, basis });
  });
const wordId = async (tx: Tx, id: string): Promise<string> =>
  (await signersOf(tx, id)).find(({ standing }) => standing === 'objecting')?.last ?? newId();
const works = { reason: 'works' as const, words: '施工周期' };
const still = { reason: 'expert', words: '等鉴定' };
const verdict = (at: At) => ({ requestId: at.request, granted: at.b % 4 > 0, words: '意见' });

export const moves: Record<string, Move> = {
  assign: assigns('lead'),
  assist: assigns('assist'),
  copy: assigns('copy'),
  takeOff: onProblem('dispatcher', (tx, actor, id, { assignment }, one) =>
    removeUnit(tx, actor, id, assignment, { ...one, reason }),
  ),
  sign: onProblem('lead', (tx, actor, id, _, one) => signProblem(tx, actor, id, one)),
  sendBack: onProblem('lead', (tx, actor, id, _, one) =>
    sendBack(tx, actor, id, { ...one, reason, basis: '', suggestedUnitId: null }),
  ),
  object: onProblem('lead', (tx, actor, id, _, one) => objectToBinding(tx, actor, id, { ...one, ...words })),
  urge: onProblem('dispatcher', (tx, actor, id, _, one) => urgeProblem(tx, actor, id, { ...one, ...words })),
  entrust: onProblem('lead', (tx, actor, id, { world }, one) =>
    entrustProblem(tx, actor, id, { ...one, unitId: world.units.urbanNight, reason }),
  ),
  signEntrusted: onProblem('head', (tx, actor, id, _, one) => signEntrusted(tx, actor, id, one)),
  report: onProblem('head', (tx, actor, id, _, one) => reportEntrusted(tx, actor, id, { ...one, ...words })),
  takeBack: onProblem('lead', (tx, actor, id, _, one) => takeBackEntrusted(tx, actor, id, { ...one, ...words })),
  addSigner: onProblem('lead', (tx, actor, id, at, one) =>
    addSigner(tx, actor, id, { ...one, unitId: unitOf(at), reason, rule: at.b % 2 ? 'one' : null }),
  ),
  dropSigner: onProblem('dispatcher', (tx, actor, id, { assignment }, one) =>
    dropSigner(tx, actor, id, { ...one, assignmentId: assignment, reason }),
  ),
  signRule: onProblem('dispatcher', (tx, actor, id, { a }, one) =>
    setSignRule(tx, actor, id, { ...one, rule: a % 2 ? 'one' : 'all', reason }),
  ),
  countersign: onProblem('other', (tx, actor, id, { a }, one) =>
    countersign(tx, actor, id, { ...one, verdict: a % 3 ? 'agree' : 'object', ...words }),
  ),
  answerObjection: onProblem('lead', async (tx, actor, id, _, one) =>
    answerObjection(tx, actor, id, { ...one, wordId: await wordId(tx, id), ...words }),
  ),
  overrule: onProblem('dispatcher', async (tx, actor, id, _, one) =>
    overruleObjection(tx, actor, id, { ...one, wordId: await wordId(tx, id), ...words }),
  ),
  read: onProblem('other', (tx, actor, id, _, one) => readCopy(tx, actor, id, one)),
  handle: onProblem('lead', (tx, actor, id, _, one) => reportHandled(tx, actor, id, { ...one, ...words })),
  verify: onProblem('checker', (tx, actor, id, _, one) =>
    verifyProblem(tx, actor, id, { ...one, passed: true, ...words }),
  ),
  refuse: onProblem('checker', (tx, actor, id, _, one) =>
    verifyProblem(tx, actor, id, { ...one, passed: false, ...words }),
  ),
  close: onProblem('dispatcher', (tx, actor, id, _, one) => closeProblem(tx, actor, id, { ...one, ...words })),
  reopen: onProblem('dispatcher', (tx, actor, id, _, one) =>
    reopenProblem(tx, actor, id, { ...one, reason, unitId: null }),
  ),
  returnTo: onProblem('checker', async (tx, actor, id, { problem, a }, one) => {
    const nodes = await nodesOf(tx, id, problem.state);
    const { node, assignment } = nodes[a % Math.max(1, nodes.length)] ?? { node: 'open' as const, assignment: null };
    return returnToNode(tx, actor, id, { ...one, node, assignmentId: assignment, reason });
  }),
  retract: onProblem('dispatcher', (tx, actor, id, _, one) => retractStep(tx, actor, id, { ...one, reason })),
  retractOfLead: onProblem('lead', (tx, actor, id, _, one) => retractStep(tx, actor, id, { ...one, reason })),
  retractOfChecker: onProblem('checker', (tx, actor, id, _, one) => retractStep(tx, actor, id, { ...one, reason })),
  gather: onProblem('dispatcher', (tx, actor, id, { signals, a }, one) =>
    gatherSignals(tx, actor, id, { ...one, signals: [signals[a % signals.length]!], reason }),
  ),
  takeOut: onProblem('dispatcher', (tx, actor, id, { signals, a }, one) =>
    takeOutSignals(tx, actor, id, { ...one, signals: [signals[a % signals.length]!], reason }),
  ),
  split: onProblem('dispatcher', (tx, actor, id, { signals, a }, one) =>
    splitProblem(tx, actor, id, {
      ...{ ...one, newId: newId(), title: '另一件', statement: '', signals: [signals[a % signals.length]!], reason },
    }),
  ),
  merge: onProblem('dispatcher', (tx, actor, id, { target }, one) =>
    mergeProblem(tx, actor, id, { ...one, into: target, reason }),
  ),
  withdraw: onProblem('dispatcher', (tx, actor, id, _, one) => withdrawProblem(tx, actor, id, { ...one, reason })),
  describe: onProblem('dispatcher', (tx, actor, id, { a }, one) =>
    describeProblem(tx, actor, id, {
      ...{ ...one, title: '改过', statement: '', class: null, urgency: a % 2 ? 'urgent' : 'normal' },
    }),
  ),
  askExtension: onProblem('lead', (tx, actor, id, { a }, one) =>
    askProblemExtension(tx, actor, id, { ...one, ...works, budget: 1, limit: a % 2 ? 'stage' : 'handle' }),
  ),
  askSuspension: onProblem('lead', (tx, actor, id, at, one) =>
    askProblemSuspension(tx, actor, id, { ...one, ...still, until: at.day(1 + (at.a % 9)) }),
  ),
  withdrawTime: onProblem('lead', (tx, actor, id, { request }, one) =>
    withdrawProblemTime(tx, actor, id, { ...one, requestId: request }),
  ),
  decideTime: onProblem('dispatcher', (tx, actor, id, at, one) =>
    decideProblemTime(tx, actor, id, { ...one, ...verdict(at) }),
  ),
  resume: onProblem('lead', (tx, actor, id, { request }, one) =>
    resumeProblem(tx, actor, id, { ...one, requestId: request, ...words }),
  ),
  askDeferral: onProblem('lead', (tx, actor, id, at, one) =>
    askDeferral(tx, actor, id, { ...one, reason: 'money', words: '资金', conditions: '到位', reviewOn: at.day(30) }),
  ),
  withdrawDeferral: onProblem('lead', (tx, actor, id, _, one) => withdrawDeferral(tx, actor, id, one)),
  decideDeferral: onProblem('dispatcher', (tx, actor, id, { b }, one) =>
    decideDeferral(tx, actor, id, { ...one, granted: b % 4 > 0, reviewOn: null, ...words }),
  ),
  keepDeferral: onProblem('dispatcher', (tx, actor, id, at, one) =>
    keepDeferral(tx, actor, id, { ...one, reviewOn: at.day(60), ...words }),
  ),
  strikeDeferral: onProblem('lead', (tx, actor, id, _, one) => strikeDeferral(tx, actor, id, { ...one, ...words })),
  give: onProblem('lead', (tx, actor, id, { world: { people }, a }, one) =>
    giveTask(tx, actor, id, {
      ...{ ...one, taskId: newId(), title: '去办', words: '', evidenceAsked: '', workingDays: a % 2 ? 3 : null },
      ...{ assigneeId: a % 3 ? people.clerk : people.official, reviewerId: people.head },
    }),
  ),
  taskAccept: onTask('clerk', (tx, actor, id, _, one) => acceptTask(tx, actor, id, one)),
  taskAcceptOfficial: onTask('official', (tx, actor, id, _, one) => acceptTask(tx, actor, id, one)),
  taskSubmit: onTask('clerk', (tx, actor, id, _, one) => handIn(tx, actor, id, { ...one, ...words, files: [] })),
  taskReview: onTask('head', (tx, actor, id, { b }, one) =>
    review(tx, actor, id, { ...one, passed: b % 3 > 0, ...words }),
  ),
  taskHandOver: onTask('head', (tx, actor, id, { world: { people }, a }, one) =>
    handOverTask(tx, actor, id, { ...one, assigneeId: a % 3 ? people.clerk : people.official, reason }),
  ),
  taskWithdraw: onTask('head', (tx, actor, id, _, one) => withdrawTask(tx, actor, id, { ...one, reason })),
  taskEntrust: onTask('clerk', (tx, actor, id, { world: { people } }, one) =>
    entrustTask(tx, actor, id, { ...one, personId: people.official, reason }),
  ),
  taskReport: onTask('official', (tx, actor, id, _, one) => reportTask(tx, actor, id, { ...one, ...words })),
  taskTakeBack: onTask('clerk', (tx, actor, id, _, one) => takeBackTask(tx, actor, id, { ...one, ...words })),
  taskUrge: onTask('head', (tx, actor, id, _, one) => urgeTask(tx, actor, id, { ...one, ...words })),
  taskSuspend: onTask('clerk', (tx, actor, id, at, one) =>
    askTaskSuspension(tx, actor, id, { ...one, ...still, until: at.day(2) }),
  ),
  taskDecide: onTask('head', (tx, actor, id, at, one) => decideTaskTime(tx, actor, id, { ...one, ...verdict(at) })),
  taskWithdrawTime: onTask('clerk', (tx, actor, id, { request }, one) =>
    withdrawTaskTime(tx, actor, id, { ...one, requestId: request }),
  ),
  taskResume: onTask('clerk', (tx, actor, id, { request }, one) =>
    resumeTask(tx, actor, id, { ...one, requestId: request, ...words }),
  ),
};
