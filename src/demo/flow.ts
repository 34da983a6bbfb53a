/** Problems of the demo: most bursts are gathered and worked off, some wait at each stage. */

import { castPeople, crews } from '#demo/cast.ts';
import { tracedTitles } from '#demo/causes.ts';
import type { Act, Cast } from '#demo/make.ts';
import { nextOffice } from '#demo/office.ts';
import type { Random } from '#demo/random.ts';
import type { Burst } from '#demo/signals.ts';
import { handIn, review } from '#evidence/evidence.actions.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { answerReporter, callBack } from '#signal/reply.actions.ts';
import { giveTask } from '#task/give.actions.ts';
import { acceptTask } from '#task/task.actions.ts';
import { assignProblem, signProblem } from '#triage/assign.actions.ts';
import { makeProblem } from '#triage/gather.actions.ts';
import { closeProblem, reportHandled, verifyProblem } from '#triage/settle.actions.ts';

const HOUR_MS = 3_600_000;

/** How far a problem has come: the number of steps below that are taken. */
const STAGES = [
  'made',
  'assigned',
  'signed',
  'given',
  'accepted',
  'handedIn',
  'confirmed',
  'handled',
  'verified',
  'closed',
] as const;

type Step = (tx: Tx, as: (person: string) => Promise<Actor>) => Promise<void>;

/** Older bursts have come to their end, the latest still wait for triage, those between stand at one stage each. */
export function planWork(cast: Cast, bursts: Burst[], random: Random, end: Date): Act[] {
  const acts: Act[] = [];
  const stages = stagesOf(bursts);
  for (const [index, burst] of bursts.entries()) {
    const stage = stages[index]!;
    if (stage === 0) continue;
    // What is still under way began lately: an office that lives has few things weeks overdue.
    const lately = end.getTime() - (stage * 14 + 6) * HOUR_MS;
    const known = Math.max(burst.first.getTime() + 62 * HOUR_MS, burst.known.getTime());
    let when = new Date(Math.max(known, stage < STAGES.length ? lately : 0));
    for (const [n, step] of stepsOf(cast, burst, random).slice(0, stage).entries()) {
      const next = nextOffice(new Date(when.getTime() + (2 + random.below(20)) * HOUR_MS + random.below(60) * 60_000));
      when = new Date(Math.max(when.getTime(), Math.min(end.getTime() - 60_000, next.getTime())));
      const as = (tx: Tx) => async (key: string) => (await loadActor(tx, cast.people.get(key)!))!;
      if (n === STAGES.indexOf('assigned')) burst.made = when;
      acts.push({ at: when, run: (tx) => step(tx, as(tx)) });
    }
  }
  return acts;
}

/** How far each burst has come. Of each kind that is traced to its causes one is being handled, whatever has come of the others. */
function stagesOf(bursts: Burst[]): number[] {
  const stages = bursts.map((_, index) => Math.max(0, Math.min(STAGES.length, bursts.length - index - 4)));
  for (const title of tracedTitles) {
    const own = [...bursts.keys()].filter((index) => stages[index]! > 0 && bursts[index]!.title.endsWith(title));
    const running = own.some((index) => stages[index]! > 2 && stages[index]! < STAGES.length);
    const last = own.filter((index) => stages[index] === STAGES.length).at(-1) ?? own.at(-1);
    if (!running && last !== undefined) stages[last] = STAGES.indexOf('accepted') + 1;
  }
  return stages;
}

function stepsOf(cast: Cast, burst: Burst, random: Random): Step[] {
  const { unit } = burst.matter;
  const { head, doer } = crews[unit]!;
  const problemId = random.id(burst.first);
  burst.problem = problemId;
  const taskId = random.id(burst.first);
  const nameOf = (key: string) => castPeople.find((person) => person.key === key)!.name;
  const seen = async (tx: Tx, table: 'problem' | 'task', id: string) =>
    (await tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;
  const problem = async (tx: Tx) => ({ id: random.id(tx.now), version: await seen(tx, 'problem', problemId) });
  const task = async (tx: Tx) => ({ id: random.id(tx.now), version: await seen(tx, 'task', taskId) });
  return [
    async (tx, as) => {
      const many = burst.signals.length > 10;
      const input = {
        id: problemId,
        title: burst.title,
        statement: `${burst.signals.length} 件来电反映同一处问题，请到现场核实处理。`,
      };
      const kind = { class: many ? ('prominent' as const) : ('simple' as const), urgency: 'normal' as const };
      await makeProblem(tx, await as('dispatcher'), { ...input, ...kind, signals: burst.signals });
    },
    async (tx, as) => {
      const to = { unitId: cast.units.get(unit)!, role: 'lead' as const, reason: '按职责清单派办' };
      await assignProblem(tx, await as('dispatcher'), problemId, { ...(await problem(tx)), ...to });
    },
    async (tx, as) => void (await signProblem(tx, await as(head), problemId, await problem(tx))),
    async (tx, as) => {
      const what = {
        title: `到${burst.place}现场核实并处理`,
        words: '查清情况，当场能改的当场改，不能当场改的写明期限。',
        evidenceAsked: '处理前后对比或说明',
      };
      const who = { assigneeId: cast.people.get(doer)!, reviewerId: cast.people.get(head)!, workingDays: 3 };
      await giveTask(tx, await as(head), problemId, { ...(await problem(tx)), taskId, ...what, ...who });
    },
    async (tx, as) => void (await acceptTask(tx, await as(doer), taskId, await task(tx))),
    async (tx, as) => {
      const words = `已到${burst.place}核实，责任方当场整改，并约定每周复查一次。`;
      await handIn(tx, await as(doer), taskId, { ...(await task(tx)), words, files: [] });
    },
    async (tx, as) =>
      void (await review(tx, await as(head), taskId, { ...(await task(tx)), passed: true, words: '情况属实，同意。' })),
    async (tx, as) => {
      await reportHandled(tx, await as(head), problemId, {
        ...(await problem(tx)),
        words: `${nameOf(doer)}已完成整改，落实专人每周复查。`,
      });
    },
    async (tx, as) => {
      await verifyProblem(tx, await as('checker'), problemId, {
        ...(await problem(tx)),
        passed: true,
        words: '电话抽查两位来电人并看过现场，属实。',
      });
    },
    async (tx, as) => {
      await closeProblem(tx, await as('dispatcher'), problemId, { ...(await problem(tx)), words: '核查通过，结案。' });
      await tellReporters(tx, await as('dispatcher'), burst, random);
    },
  ];
}

/** Nine in ten reporters have heard; of those, most have been called back. */
async function tellReporters(tx: Tx, actor: Actor, burst: Burst, random: Random): Promise<void> {
  for (const signal of burst.signals) {
    if (random.chance(0.1)) continue;
    const decision = async () => {
      const row = await tx.selectFrom('signal').select('version').where('id', '=', signal).executeTakeFirstOrThrow();
      return { id: random.id(tx.now), version: row.version };
    };
    await answerReporter(tx, actor, signal, {
      ...(await decision()),
      way: 'phone',
      words: `您反映的${burst.title}已处理完毕，责任单位每周复查。`,
    });
    if (random.chance(0.3)) continue;
    const solved = random.chance(0.85) ? 'yes' : random.pick(['partly', 'no'] as const);
    await callBack(tx, actor, signal, {
      ...(await decision()),
      reached: true,
      solved,
      satisfied: solved === 'yes' ? 5 : 2,
      words: '',
    });
  }
}
