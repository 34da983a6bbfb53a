/** Noun routes of projects: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import { openStored, SHOWN } from '#platform/stored.ts';
import { decideChange, requestChange } from '#project/change.actions.ts';
import {
  describeProject,
  draftProject,
  endProject,
  judgeProposal,
  proposeProject,
  recallProject,
} from '#project/charter.actions.ts';
import { findPaper } from '#project/paper.store.ts';
import { projectApi as api } from '#project/project.api.ts';
import { countProjects, listProjects, seeProject } from '#project/project.store.ts';
import { acknowledgeReport, reportProgress } from '#project/report.actions.ts';
import { presentProject, recordMeeting, staffProject } from '#project/run.actions.ts';

export function projectRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listProjects(tx, actor, query));
  serve(api.count, ({ tx, actor, query }) => countProjects(tx, actor, query));
  serve(api.draft, ({ tx, actor, body }) => draftProject(tx, actor, body));
  serve(api.describe, ({ tx, actor, params, body }) => describeProject(tx, actor, params.id, body));
  serve(api.propose, ({ tx, actor, params, body }) => proposeProject(tx, actor, params.id, body));
  serve(api.recall, ({ tx, actor, params, body }) => recallProject(tx, actor, params.id, body));
  serve(api.judge, ({ tx, actor, params, body }) => judgeProposal(tx, actor, params.id, body));
  serve(api.end, ({ tx, actor, params, body }) => endProject(tx, actor, params.id, body));
  serve(api.report, ({ tx, actor, params, body }) => reportProgress(tx, actor, params.id, body));
  serve(api.acknowledge, ({ tx, actor, params, body }) => acknowledgeReport(tx, actor, params.id, body));
  serve(api.requestChange, ({ tx, actor, params, body }) => requestChange(tx, actor, params.id, body));
  serve(api.decideChange, ({ tx, actor, params, body }) => decideChange(tx, actor, params.id, body));
  serve(api.meet, ({ tx, actor, params, body }) => recordMeeting(tx, actor, params.id, body));
  serve(api.staff, ({ tx, actor, params, body }) => staffProject(tx, actor, params.id, body));
  serve(api.present, ({ tx, actor, params, body }) => presentProject(tx, actor, params.id, body));
  serve(api.upload, async ({ tx, actor, params, upload }) => {
    await seeProject(tx, actor, params.id);
    return upload;
  });
  serve(api.file, async ({ tx, actor, params }) => {
    const paper = await findPaper(tx, params.id);
    await seeProject(tx, actor, paper.project_id);
    return {
      file: await openStored(tx.city, paper.file_hash),
      name: paper.file_name,
      type: paper.type,
      inline: SHOWN.test(paper.type),
    };
  });
}
