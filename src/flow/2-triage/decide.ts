/** The common way of every decision on a problem: lock, once, open?, write, clocks, ledger. */

import { sql } from 'kysely';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, signing } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { moveClocks } from '#rules/limits.store.ts';
import type { Step } from '#rules/steps.ts';
import { type Holder, holders, lastLead } from '#triage/assignment.store.ts';
import { lastStep } from '#triage/back/retract.store.ts';
import { channelOfProblem } from '#triage/channel-of.store.ts';
import { whatCloses } from '#triage/closing.store.ts';
import { lapseDeferral } from '#triage/deferral/deferral.store.ts';
import { categoriesOfProblems } from '#triage/duty/problem-matter.store.ts';
import { endEntrusted } from '#triage/entrust/entrust.store.ts';
import { problemRoles } from '#triage/problem.scope.ts';
import { handledBy, lockProblem, type ProblemRow, writeProblem } from '#triage/problem.store.ts';
import {
  type AssignmentRole,
  lifeCycle,
  type ProblemRole,
  type ProblemState,
  type ProblemStep,
  steps,
} from '#triage/problem.ts';
import { moveStage } from '#triage/stage/stage.actions.ts';
import { eventOf } from '#triage/stage/stage.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };
export type Context = { problem: ProblemRow; held: Holder[]; person: string; by: Signature };
type Said = {
  unit?: string | null;
  reason?: string;
  data?: Record<string, unknown>;
  /** The state to which a step goes back that has none of its own. */
  to?: ProblemState;
  /** Columns that change besides the state. */
  change?: Parameters<typeof writeProblem>[2];
};

const permissions = {
  sign: 'problem.handle',
  handle: 'problem.handle',
  sendBack: 'problem.handle',
  assign: 'problem.assign',
  transfer: 'problem.assign',
  object: 'problem.handle',
  urge: 'problem.assign',
  addUnit: 'problem.assign',
  entrust: 'problem.handle',
  signEntrusted: 'problem.handle',
  report: 'problem.handle',
  takeBack: 'problem.handle',
  addSigner: 'problem.handle',
  dropSigner: 'problem.handle',
  signRule: 'problem.assign',
  countersign: 'problem.handle',
  answerObjection: 'problem.handle',
  overrule: 'problem.assign',
  read: 'problem.handle',
  verify: 'problem.verify',
  refuse: 'problem.verify',
  close: 'problem.close',
  reopen: 'problem.close',
  returnToOpen: 'problem.verify',
  returnToGiven: 'problem.verify',
  returnToWorking: 'problem.verify',
  returnToHandled: 'problem.verify',
  retract: 'problem.read',
  gather: 'signal.triage',
  enter: 'signal.enter',
  takeOut: 'signal.triage',
  split: 'problem.make',
  merge: 'problem.make',
  withdraw: 'problem.make',
  describe: 'problem.make',
  askExtension: 'problem.handle',
  askSuspension: 'problem.handle',
  withdrawTime: 'problem.handle',
  decideTime: 'problem.assign',
  resume: 'problem.handle',
  askDeferral: 'problem.handle',
  withdrawDeferral: 'problem.handle',
  decideDeferral: 'problem.assign',
  keepDeferral: 'problem.assign',
  strikeDeferral: 'problem.handle',
  publish: 'problem.publish',
  unpublish: 'problem.publish',
} as const satisfies Record<ProblemStep, Permission>;

/** @param write does what is particular to the step, and returns what the ledger's row says besides. */
export async function decideOnProblem<D extends Decision>(
  tx: Tx,
  actor: Actor,
  problemId: string,
  step: ProblemStep | ((problem: ProblemRow) => ProblemStep),
  input: D,
  write: (context: Context) => Promise<Said>,
): Promise<Done> {
  const problem = await lockProblem(tx, actor, problemId);
  const chosen = typeof step === 'string' ? step : step(problem);
  const held = await holders(tx, { problemId });
  const by = signingFor(actor, chosen, held);
  const name = typeof step === 'string' ? step : 'step';
  if (!(await once(tx, by, input.id, `problem.${name}`, { problemId, ...input })))
    return { id: problem.id, version: problem.version };
  const roles = problemRoles(actor, held, await handledBy(tx, problemId), await lastStep(tx, problemId));
  await mustBeOpen(tx, lifeCycle, chosen, problem, roles, input.version);
  const closed = await whatCloses(tx, chosen, { actor, problemId: problem.id, held });
  if (closed) throw closed;
  const { change, to: back, ...said } = await write({ problem, held, person: personOf(actor), by });
  const row: Step<ProblemState, ProblemRole> = steps[chosen];
  const to = back ?? row.to;
  const version = await writeProblem(tx, problem.id, { ...change, ...(to && { state: to }) });
  if (row.stops?.includes('handle')) await endBeside(tx, problem.id, personOf(actor));
  const office = await officeOf(tx, problem.id, row);
  const now = { ...problem, ...change };
  await moveClocks(tx, { ...aboutOf(tx, now), unitId: office }, row);
  if (to && chosen !== 'retract') await moveStage(tx, aboutOf(tx, now), { was: problem.state, event: eventOf[to] });
  const data = { ...(to && { from: problem.state, to }), ...said.data };
  await record(tx, by, {
    ...said,
    data,
    verb: `problem.${chosen}`,
    kind: 'problem',
    thing: problem.id,
    request: input.id,
  });
  return { id: problem.id, version };
}

/** Handling is over or goes to another: what stood beside it ends with it. */
async function endBeside(tx: Tx, problemId: string, person: string): Promise<void> {
  await endEntrusted(tx, { problemId }, person);
  await lapseDeferral(tx, problemId);
}

/** The units for which somebody in this role acts. */
const unitsOf: Partial<Record<ProblemRole, AssignmentRole>> = {
  lead: 'lead',
  signer: 'countersign',
  copied: 'copy',
  entrusted: 'entrusted',
};

/** What either may do, and what a head may do as well, is done with the permission that the actor has. */
function signingFor(actor: Actor, step: ProblemStep, held: readonly Holder[]): Signature {
  const by: ProblemRole = steps[step].by;
  const own: Permission = permissions[step];
  const other: Permission | undefined =
    by === 'either' || by === 'overseer' ? 'problem.assign' : by === 'presser' ? 'letter.answer' : undefined;
  const role = unitsOf[by];
  const units = role && held.filter((holder) => holder.role === role).map((holder) => holder.to_unit);
  return signing(actor, other && !may(actor, own) ? other : own, units);
}

/** Signing and handling run in the office hours of the unit that has it; the centre's own limits in everybody's. */
async function officeOf(tx: Tx, problemId: string, { starts }: Step<ProblemState, ProblemRole>) {
  const ofUnit = starts?.some((limit) => limit === 'sign' || limit === 'handle') ?? false;
  return ofUnit ? lastLead(tx, problemId) : null;
}

/** What the rules look at when they give a problem its time. */
export type Ruled = Pick<ProblemRow, 'id' | 'urgency' | 'class' | 'programme_version_id' | 'made_at'>;

export const aboutOf = (tx: Tx, problem: Ruled) => ({
  kind: 'problem' as const,
  thing: problem.id,
  urgency: problem.urgency,
  class: problem.class,
  programmeVersionId: problem.programme_version_id,
  begun: problem.made_at,
  channel: () => channelOfProblem(tx, problem.id),
  categories: async () => (await categoriesOfProblems(tx, sql`${problem.id}::uuid`)).get(problem.id) ?? [],
});
