/** Every page of the desk: each area keeps its own list beside its pages, and is joined here. */

import { accountPages } from '#web/account/account.pages.ts';
import { aheadPages } from '#web/ahead/ahead.pages.ts';
import { auditPages } from '#web/audit/audit.pages.ts';
import { calendarPages } from '#web/calendar/calendar.pages.ts';
import { callbackPages } from '#web/callbacks/callback.pages.ts';
import { categoryPages } from '#web/categories/category.pages.ts';
import { causePages } from '#web/causes/cause.pages.ts';
import { channelPages } from '#web/channels/channel.pages.ts';
import { creditPages } from '#web/credit/credit.pages.ts';
import type { Page } from '#web/desk/pages.ts';
import { dispatchPages } from '#web/dispatch/dispatch.pages.ts';
import { dutyPages } from '#web/duty/duty.pages.ts';
import { erasurePages } from '#web/erasure/erasure.pages.ts';
import { extractPages } from '#web/extracts/extract.pages.ts';
import { importPages } from '#web/imports/import.pages.ts';
import { indicatorPages } from '#web/indicators/indicator.pages.ts';
import { knowledgePages } from '#web/knowledge/knowledge.pages.ts';
import { limitPages } from '#web/limits/limit.pages.ts';
import { messagePages } from '#web/messages/message.pages.ts';
import { monthlyPages } from '#web/monthly/monthly.pages.ts';
import { myWorkPages } from '#web/my-work/my-work.pages.ts';
import { notePages } from '#web/notes/note.pages.ts';
import { outsidePages } from '#web/outside/outside.pages.ts';
import { overviewPages } from '#web/overview/overview.pages.ts';
import { peoplePages } from '#web/people/people.pages.ts';
import { problemPages } from '#web/problems/problem.pages.ts';
import { procedurePages } from '#web/procedures/procedure.pages.ts';
import { projectPages } from '#web/projects/project.pages.ts';
import { ratePages } from '#web/rates/rate.pages.ts';
import { reportPages } from '#web/reports/report.pages.ts';
import { searchPages } from '#web/search/search.pages.ts';
import { signInPages } from '#web/sign-in/sign-in.pages.ts';
import { signalsPages } from '#web/signals/signals.pages.ts';
import { sourcePages } from '#web/source/source.pages.ts';
import { supervisionPages } from '#web/supervision/supervision.pages.ts';
import { taskPages } from '#web/tasks/task.pages.ts';
import { themePages } from '#web/themes/theme.pages.ts';
import { triagePages } from '#web/triage/triage.pages.ts';
import { warningPages } from '#web/warnings/warning.pages.ts';

export const pages: readonly Page[] = [
  ...myWorkPages,
  ...messagePages,
  ...overviewPages,
  ...dispatchPages,
  ...triagePages,
  ...signalsPages,
  ...extractPages,
  ...importPages,
  ...channelPages,
  ...outsidePages,
  ...categoryPages,
  ...erasurePages,
  ...warningPages,
  ...callbackPages,
  ...creditPages,
  ...knowledgePages,
  ...ratePages,
  ...aheadPages,
  ...problemPages,
  ...dutyPages,
  ...limitPages,
  ...themePages,
  ...monthlyPages,
  ...causePages,
  ...projectPages,
  ...taskPages,
  ...procedurePages,
  ...supervisionPages,
  ...indicatorPages,
  ...reportPages,
  ...notePages,
  ...sourcePages,
  ...searchPages,
  ...peoplePages,
  ...calendarPages,
  ...auditPages,
  ...accountPages,
  ...signInPages,
];
