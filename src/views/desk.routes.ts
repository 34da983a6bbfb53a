/** Noun routes of the views: pages, my work, search, who is to be answered. */
import { Readable } from 'node:stream';
import type { Serve } from '#people/serve.ts';
import { causePage } from '#views/cause-page.view.ts';
import { deskApi as api } from '#views/desk.api.ts';
import { exportSignals } from '#views/export.view.ts';
import { myWork, workCounts } from '#views/my-work.view.ts';
import { problemPage } from '#views/problem-page.view.ts';
import { projectPageApi } from '#views/project.api.ts';
import { projectPage } from '#views/project-page.view.ts';
import { provDocument } from '#views/prov.ts';
import { search } from '#views/search.view.ts';
import { signalPage } from '#views/signal-page.view.ts';
import { sourceLineApi as lineApi } from '#views/source-line.api.ts';
import { sourceLine } from '#views/source-line.view.ts';
import { exportTasks } from '#views/task-file.ts';
import { taskPage } from '#views/task-page.view.ts';
import { themeViewApi } from '#views/theme.api.ts';
import { themePage } from '#views/theme-page.view.ts';
import { toAnswer } from '#views/to-answer.view.ts';

export function deskRoutes(serve: Serve): void {
  serve(api.signal, ({ tx, actor, params }) => signalPage(tx, actor, params.id));
  serve(api.problem, ({ tx, actor, params }) => problemPage(tx, actor, params.id));
  serve(api.task, ({ tx, actor, params }) => taskPage(tx, actor, params.id));
  serve(projectPageApi.project, ({ tx, actor, params }) => projectPage(tx, actor, params.id));
  serve(lineApi.line, ({ tx, actor, query }) => sourceLine(tx, actor, query));
  serve(lineApi.prov, async ({ tx, actor, query }) => {
    const line = await sourceLine(tx, actor, { ...query, signals: 'all' });
    const text = JSON.stringify(provDocument(line, `urn:suyuan:${tx.city.slug}:`), null, 1);
    return {
      file: Readable.from([text]),
      name: `source-line-${line.problems[0]!.number}.prov.json`,
      type: 'application/json',
    };
  });
  serve(themeViewApi.page, ({ tx, actor, params }) => themePage(tx, actor, params.id));
  serve(api.cause, ({ tx, actor, params }) => causePage(tx, actor, params.id));
  serve(api.work, ({ tx, actor, query }) => myWork(tx, actor, query.tab, query));
  serve(api.workCounts, ({ tx, actor }) => workCounts(tx, actor));
  serve(api.toAnswer, ({ tx, actor, query }) => toAnswer(tx, actor, query));
  serve(api.search, async ({ tx, actor, body }) => ({ items: await search(tx, actor, body.q) }));
  serve(api.exportSignals, ({ tx, actor, query }) => exportSignals(tx, actor, query));
  serve(api.exportTasks, ({ tx, actor, query }) => exportTasks(tx, actor, query));
}
