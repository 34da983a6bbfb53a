/** Verbs of change: the lead asks with a reason, an approver grants or declines; only what is granted is done. */
import { stopClocks } from '#clock/clock.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import {
  insertChange,
  insertChangeDecision,
  lockChange,
  lockGoal,
  openChanges,
  writeGoal,
} from '#project/change.store.ts';
import type { Wanted } from '#project/change.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { mustBePresent, mustReview } from '#project/heads.ts';
import { nameHead } from '#project/plan.store.ts';
import { insertMilestone, lockMilestone, milestoneDays, writeMilestone } from '#project/progress.store.ts';
import type { ProjectChange, ProjectRow } from '#project/project.store.ts';

export function requestChange(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: Decision & { wanted: Wanted; reason: string },
): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'requestChange', input, async ({ project, person }) => {
    const { id, wanted, reason } = input;
    const was = await mustFit(tx, project, wanted);
    await insertChange(tx, { id, projectId, wanted, was, reason, by: person });
    return { reason, data: { what: wanted.kind, wanted: plain(wanted), was } };
  });
}

/** Words stay out of the ledger: a new milestone's are in its own row. */
const plain = ({ kind: _kind, ...wanted }: Wanted) =>
  'title' in wanted ? { milestoneId: wanted.milestoneId, dueOn: wanted.dueOn } : wanted;

export function decideChange(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: Decision & { changeId: string; granted: boolean; words: string },
): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'decideChange', input, async ({ project, person }) => {
    const { id, changeId, granted, words } = input;
    const change = await lockChange(tx, projectId, changeId);
    if (change.decided) throw problem('change_decided');
    if (change.by_person === person) throw problem('own_change');
    await insertChangeDecision(tx, { id, changeId, granted, words, by: person });
    const done = granted ? await apply(tx, project, change.wanted, person, words) : {};
    if ((await openChanges(tx, projectId)) === 0) await stopClocks(tx, [projectId], ['decide_change']);
    return { reason: words, change: done, data: { change: changeId, what: change.wanted.kind, granted } };
  });
}

/** Whether it can be done as the project stands now. @returns what stands there before */
async function mustFit(tx: Tx, project: ProjectRow, wanted: Wanted): Promise<Record<string, unknown>> {
  switch (wanted.kind) {
    case 'move_milestone':
    case 'drop_milestone': {
      const milestone = await lockMilestone(tx, project.id, wanted.milestoneId);
      if (milestone.state !== 'planned') throw problem('milestone_not_open');
      if (wanted.kind === 'move_milestone') mustLieWithin(project, wanted.dueOn);
      else if ((await milestoneDays(tx, project.id)).length < 2) throw problem('last_milestone');
      return { dueOn: milestone.due_on };
    }
    case 'add_milestone':
      mustLieWithin(project, wanted.dueOn);
      return {};
    case 'retarget': {
      const goal = await lockGoal(tx, project.id, wanted.goalId);
      if (wanted.target === goal.baseline) throw problem('target_is_baseline');
      if (wanted.target > goal.baseline !== (goal.direction === 'higher')) throw problem('target_wrong_way');
      if (wanted.targetOn <= goal.baseline_on) throw problem('target_before_baseline');
      return { target: goal.target, targetOn: goal.target_on };
    }
    case 'end': {
      if (wanted.endsOn < project.starts_on!) throw problem('ends_before_start');
      if ((await milestoneDays(tx, project.id)).some((day) => day > wanted.endsOn)) throw problem('milestone_outside');
      return { endsOn: project.ends_on };
    }
    case 'lead':
      await mustBePresent(tx, wanted.personId);
      await mustReview(tx, project.reviewer_id, wanted.personId);
      return { personId: project.lead_id };
    case 'reviewer':
      await mustBePresent(tx, wanted.personId);
      await mustReview(tx, wanted.personId, project.lead_id);
      return { personId: project.reviewer_id };
  }
}

function mustLieWithin({ starts_on, ends_on }: ProjectRow, day: string): void {
  if (day < starts_on! || day > ends_on!) throw problem('milestone_outside');
}

async function apply(tx: Tx, project: ProjectRow, wanted: Wanted, by: string, why: string): Promise<ProjectChange> {
  await mustFit(tx, project, wanted);
  switch (wanted.kind) {
    case 'move_milestone':
      await writeMilestone(tx, wanted.milestoneId, { due_on: wanted.dueOn });
      return {};
    case 'drop_milestone':
      await writeMilestone(tx, wanted.milestoneId, { state: 'dropped' });
      return {};
    case 'add_milestone': {
      const { milestoneId: id, title, dueOn: due_on, evidenceAsked: evidence_asked } = wanted;
      await insertMilestone(tx, project.id, { id, title, due_on, evidence_asked });
      return {};
    }
    case 'retarget':
      await writeGoal(tx, wanted.goalId, { target: wanted.target, target_on: wanted.targetOn });
      return {};
    case 'end':
      return { ends_on: wanted.endsOn };
    case 'lead':
    case 'reviewer':
      await nameHead(tx, project.id, wanted.kind, wanted.personId, by, why);
      return {};
  }
}
