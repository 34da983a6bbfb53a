/** Verbs of a running project besides its reports: the team, meetings, and asking for acceptance. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { openChanges } from '#project/change.store.ts';
import type { MemberDraft } from '#project/charter.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { mustBePresent } from '#project/heads.ts';
import { insertMeeting } from '#project/meeting.store.ts';
import { addPapers, type NamedFile } from '#project/paper.store.ts';
import { staffTeam } from '#project/plan.store.ts';
import { openMilestones, openReports } from '#project/progress.store.ts';
import { insertProjectDecision } from '#project/project.store.ts';
import { mustHaveNoOpenProjectTasks } from '#project/work.ts';
import { openUnit } from '#triage/assign.actions.ts';

export function staffProject(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { team: MemberDraft[]; reason: string },
): Promise<Done> {
  return decideOnProject(tx, actor, id, 'staff', input, async ({ person }) => {
    const { team, reason } = input;
    if (team.some((row) => (row.personId === null) === (row.unitId === null))) throw refuse('member_is_one');
    for (const one of [...new Set(team.flatMap((row) => row.personId ?? []))].sort()) await mustBePresent(tx, one);
    for (const one of new Set(team.flatMap((row) => row.unitId ?? []))) await openUnit(tx, one);
    await staffTeam(tx, id, team, person);
    return { reason, data: { team: team.map((row) => row.personId ?? row.unitId) } };
  });
}

type Meeting = Decision & {
  heldAt: string;
  place: string;
  topic: string;
  minutes: string;
  present: string[];
  files: NamedFile[];
};

/** A meeting that was held, with who was there and its minutes. @throws held_in_future */
export function recordMeeting(tx: Tx, actor: Actor, projectId: string, input: Meeting): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'convene', input, async ({ person }) => {
    const { id, heldAt, place, topic, minutes, present, files } = input;
    if (new Date(heldAt) > tx.now) throw refuse('held_in_future');
    await insertMeeting(tx, { id, projectId, heldAt, place, topic, minutes, present, by: person });
    const hashes = await addPapers(tx, projectId, { meeting_id: id }, files);
    return { data: { meeting: id, present, files: hashes } };
  });
}

/**
 * The lead says that it is done and asks for acceptance. @throws milestones_open, reports_open, changes_open, tasks_open,
 * naming what is open.
 */
export function presentProject(tx: Tx, actor: Actor, id: string, input: Decision & { words: string }): Promise<Done> {
  return decideOnProject(tx, actor, id, 'present', input, async ({ person }) => {
    const milestones = await openMilestones(tx, id);
    if (milestones.length > 0)
      throw refuse('milestones_open', {
        count: milestones.length,
        titles: milestones.map(({ title }) => title).join('、'),
      });
    const [reports, changes] = [await openReports(tx, id), await openChanges(tx, id)];
    if (reports > 0) throw refuse('reports_open', { count: reports });
    if (changes > 0) throw refuse('changes_open', { count: changes });
    await mustHaveNoOpenProjectTasks(tx, id);
    await insertProjectDecision(tx, { id: input.id, projectId: id, step: 'present', by: person, words: input.words });
    return { reason: input.words };
  });
}
