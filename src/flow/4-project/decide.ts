/** The common way of every decision on a project: lock, once, open?, write, clocks, ledger. */
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, actsAs, personOf, signing } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { projectRoles, servesUnder } from '#project/project.scope.ts';
import { lockProject, type ProjectChange, type ProjectRow, writeProject } from '#project/project.store.ts';
import { lifeCycle, type ProjectRole, type ProjectState, type ProjectStep, steps } from '#project/project.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { moveClocks } from '#rules/limits.store.ts';
import type { Step } from '#rules/steps.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };
type Said = { reason?: string; data?: Record<string, unknown>; change?: ProjectChange };

const permissions = {
  drafter: 'project.draft',
  approver: 'project.approve',
  acceptor: 'project.accept',
} as const satisfies Partial<Record<ProjectRole, Permission>>;

/** On whose behalf: the lead or reviewer for whom the actor stands in, else the head whose delegated post holds the verb. */
function signingFor(actor: Actor, project: ProjectRow, role: ProjectRole): Signature {
  if (role === 'lead') return signingForHead(actor, project.lead_id);
  if (role === 'reviewer') return signingForHead(actor, project.reviewer_id);
  return signing(actor, permissions[role], [project.unit_id]);
}

/** For a person whose relation to the thing it is: in their name, where the actor stands in for them. */
export function signingForHead(actor: Actor, head: string | null): Signature {
  const standsIn = head !== actor.id && actsAs(actor, head);
  return { kind: actor.kind, id: actor.id, forWhom: standsIn ? head : null };
}

/** @param write does what is particular to the step, and returns what the ledger's row says besides. */
export async function decideOnProject<D extends Decision>(
  tx: Tx,
  actor: Actor,
  projectId: string,
  step: ProjectStep,
  input: D,
  write: (context: { project: ProjectRow; person: string }) => Promise<Said>,
): Promise<Done> {
  const project = await lockProject(tx, actor, projectId);
  const row: Step<ProjectState, ProjectRole> = steps[step];
  const by = signingFor(actor, project, row.by);
  if (!(await once(tx, by, input.id, `project.${step}`, { projectId, ...input })))
    return { id: project.id, version: project.version };
  const under = actor.id !== null && (await servesUnder(tx, actor.id, project.lead_id));
  await mustBeOpen(tx, lifeCycle, step, project, projectRoles(actor, project, under), input.version);
  const { change, ...said } = await write({ project, person: personOf(actor) });
  const version = await writeProject(tx, project.id, { ...change, ...(row.to && { state: row.to }) });
  await moveClocks(tx, aboutOf(project), row);
  const data = { ...(row.to && { from: project.state, to: row.to }), ...said.data };
  const entry = { verb: `project.${step}`, kind: 'project', thing: project.id, unit: project.unit_id };
  await record(tx, by, { ...said, ...entry, data, request: input.id });
  return { id: project.id, version };
}

/** What the rules look at when they give a project its time. */
export const aboutOf = (project: { id: string; programme_version_id: string }) => ({
  kind: 'project' as const,
  thing: project.id,
  programmeVersionId: project.programme_version_id,
});
