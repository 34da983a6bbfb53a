/** Verbs of progress: the lead reports, with or without a milestone and its evidence; the reviewer acknowledges or returns. */
import { stopClocks } from '#clock/clock.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Decision, type Done, decideOnProject } from '#project/decide.ts';
import { addPapers, type NamedFile } from '#project/paper.store.ts';
import {
  insertAcknowledgement,
  insertReport,
  lockMilestone,
  lockReport,
  openReports,
  writeMilestone,
} from '#project/progress.store.ts';

type Report = Decision & { milestoneId: string | null; words: string; files: NamedFile[] };

/** A report on a milestone says that it is reached: with the evidence the charter asks for. @throws milestone_not_open, file_missing */
export function reportProgress(tx: Tx, actor: Actor, projectId: string, input: Report): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'report', input, async ({ person }) => {
    const { id, milestoneId, words, files } = input;
    if (milestoneId) {
      const { state } = await lockMilestone(tx, projectId, milestoneId);
      if (state !== 'planned') throw problem('milestone_not_open');
      if (files.length === 0) throw problem('milestone_without_evidence');
      await writeMilestone(tx, milestoneId, { state: 'reported' });
    }
    await insertReport(tx, { id, projectId, milestoneId, words, by: person });
    const hashes = await addPapers(tx, projectId, { report_id: id }, files);
    return { reason: words, data: { ...(milestoneId && { milestone: milestoneId }), files: hashes } };
  });
}

type Acknowledge = Decision & { reportId: string; passed: boolean; words: string };

/** The reviewer stands for it by name; a milestone is reached on the day of the report that is acknowledged. */
export function acknowledgeReport(tx: Tx, actor: Actor, projectId: string, input: Acknowledge): Promise<Done> {
  return decideOnProject(tx, actor, projectId, 'acknowledge', input, async ({ person }) => {
    const { id, reportId, passed, words } = input;
    const report = await lockReport(tx, projectId, reportId);
    if (report.acknowledged) throw problem('report_acknowledged');
    if (report.by_person === person) throw problem('own_report');
    await insertAcknowledgement(tx, { id, reportId, passed, words, by: person });
    const { milestone_id: milestone } = report;
    if (milestone)
      await writeMilestone(tx, milestone, passed ? { state: 'reached', reached_on: report.on } : { state: 'planned' });
    if ((await openReports(tx, projectId)) === 0) await stopClocks(tx, [projectId], ['acknowledge']);
    return { reason: words, data: { report: reportId, passed, ...(milestone && { milestone }) } };
  });
}
