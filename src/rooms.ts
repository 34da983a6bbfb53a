/** What lower rooms need from higher ones, registered once when a program is put together. */

import { sql } from 'kysely';
import { isAcceptancePaper } from '#acceptance/acceptance.store.ts';
import { isCauseEvidence } from '#cause/cause.store.ts';
import { factIntake } from '#credit/fact-intake.ts';
import { messageKindsHere as creditMessages } from '#credit/tell.actions.ts';
import { isEvidence } from '#evidence/evidence.store.ts';
import { isExtractFile } from '#extract/extract.store.ts';
import { readingIntake } from '#indicator/reading-intake.ts';
import { importVerbs } from '#intake/import.ts';
import { registerIntake } from '#intake/intake.ts';
import { peopleIntake, unitIntake } from '#intake/list-intakes.ts';
import { knowledgeWork } from '#knowledge/knowledge.work.ts';
import { knowledgeIntake } from '#knowledge/knowledge-intake.ts';
import { nameMessageKinds } from '#message/message.ts';
import { channels as outsideNames } from '#message/outside/channel.ts';
import { dingtalk } from '#message/outside/dingtalk.ts';
import { email } from '#message/outside/email.ts';
import { govding } from '#message/outside/govding.ts';
import { sms } from '#message/outside/sms.ts';
import { wecom } from '#message/outside/wecom.ts';
import { sendThrough } from '#message/outside.ts';
import { noteWork } from '#note/note.work.ts';
import { isPaperFile } from '#paper/paper.store.ts';
import { readTokensWith } from '#people/identify.ts';
import { nameThings } from '#people/thing-names.ts';
import { nameVerbs } from '#people/verbs.ts';
import { holdWorkWith } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { procedureWork } from '#procedure/procedure.work.ts';
import { messageKindsHere as procedureMessages } from '#procedure/tell-steps.actions.ts';
import { isProjectPaper } from '#project/paper.store.ts';
import { projectWork } from '#project/project.work.ts';
import { askForProjectTasks } from '#project/work.ts';
import { backupVerbs } from '#root/backup/verbs.ts';
import { limitNames } from '#rules/limits.ts';
import { standStillTogether } from '#rules/time/pieces.store.ts';
import { readToken } from '#signal/channel.store.ts';
import { askForFileUses } from '#signal/erase.actions.ts';
import { signalIntake } from '#signal/import-signals.ts';
import { letterWork } from '#supervision/letter.work.ts';
import { messageKindsHere } from '#supervision/press.actions.ts';
import { openPieces, problemOfPiece } from '#task/pieces.store.ts';
import { openProjectTasks, openTasks } from '#task/task.store.ts';
import { taskWork } from '#task/task.work.ts';
import { categoryIntake } from '#triage/category/category-intake.ts';
import { categoryLesson } from '#triage/category/example.store.ts';
import { teach } from '#triage/category/lesson.ts';
import { isModelFile } from '#triage/category/model.store.ts';
import { dutyIntake } from '#triage/duty/duty-intake.ts';
import { unitLesson } from '#triage/duty/unit-lesson.store.ts';
import { problemWork } from '#triage/problem.work.ts';
import { askForOpenTasks } from '#triage/work.ts';
import { flowVerbs } from '#views/work-words.ts';

let done = false;

export function registerRooms(): void {
  if (done) return;
  done = true;
  readTokensWith(readToken);
  registerIntake(signalIntake);
  registerIntake(peopleIntake);
  registerIntake(unitIntake);
  registerIntake(readingIntake);
  registerIntake(factIntake);
  registerIntake(knowledgeIntake);
  registerIntake(categoryIntake);
  registerIntake(dutyIntake);
  askForFileUses(isEvidence);
  askForFileUses(isCauseEvidence);
  askForFileUses(isProjectPaper);
  askForFileUses(isAcceptancePaper);
  askForFileUses(isModelFile);
  nameMessageKinds(messageKindsHere);
  nameMessageKinds(procedureMessages);
  nameMessageKinds(creditMessages);
  askForFileUses(isPaperFile);
  askForFileUses(isExtractFile);
  teach('category', categoryLesson);
  teach('unit', unitLesson);
  askForOpenTasks(openTasks);
  standStillTogether({ of: openPieces, whole: problemOfPiece });
  askForProjectTasks(openProjectTasks);
  holdWorkWith(problemWork);
  holdWorkWith(projectWork);
  holdWorkWith(taskWork);
  holdWorkWith(knowledgeWork);
  holdWorkWith(letterWork);
  holdWorkWith(noteWork);
  holdWorkWith(procedureWork);
  nameVerbs({ ...importVerbs, ...flowVerbs(), ...backupVerbs });
  for (const kind of ['signal', 'problem', 'project', 'task', 'indicator'] as const) nameThings(kind, numbersOf(kind));
  for (const kind of ['letter', 'talk'] as const) nameThings(kind, numbersOf(kind));
  nameThings('ladder', titlesOf('ladder'));
  for (const kind of ['organisation', 'credit_metric', 'credit_rule'] as const) nameThings(kind, titlesOf(kind));
  for (const kind of ['cause', 'measure'] as const) nameThings(kind, underProblem(kind));
  for (const kind of ['channel', 'integration_token', 'category', 'theme', 'survey'] as const)
    nameThings(kind === 'integration_token' ? 'token' : kind, titlesOf(kind));
  nameThings('answer_template', titlesOf('answer_template'));
  nameThings('monthly', monthlyTitles);
  nameThings('knowledge', numbersOf('knowledge_entry'));
  nameThings('note', numbersOf('leader_note'));
  nameThings('procedure', numbersOf('procedure'));
  nameThings('run', numbersOf('procedure_run'));
  nameThings('import', fileNames);
  nameThings('duty', versionNames);
  nameThings('limit_rule', limitRuleNames);
  nameThings('programme_version', programmeNames);
  nameThings('model', modelNumbers);
  for (const outside of [wecom, dingtalk, govding, email, sms]) sendThrough(outside);
  nameThings('extract', askersOf);
  nameThings('outside', outsideChannelNames);
  nameThings('callback', onSignals('callback_item'));
  nameThings('exclusion', onSignals('exclusion'));
}

/** Causes and measures have no number of their own: they go by that of a problem they stand under. */
const underProblem = (kind: 'cause' | 'measure') => async (tx: Tx, ids: string[]) => {
  const { rows } = await sql<{ id: string; number: string }>`
    with recursive above as (
      ${kind === 'cause' ? sql`select c.id as thing, c.id, c.parent_id from cause c where c.id = any(${ids}::uuid[])` : sql`select e.measure_id as thing, c.id, c.parent_id from measure_cause e join cause c on c.id = e.cause_id where e.measure_id = any(${ids}::uuid[])`}
      union select a.thing, c.id, c.parent_id from cause c join above a on c.id = a.parent_id)
    select a.thing as id, min(p.number) as number from above a join problem_cause e on e.cause_id = a.id join problem p on p.id = e.problem_id
     group by a.thing`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.number]));
};

/** Tables whose things are called by their numbers: what they are about is not the auditor's concern. */
type Numbered =
  | ('signal' | 'problem' | 'project' | 'task' | 'indicator' | 'letter' | 'talk')
  | ('knowledge_entry' | 'leader_note' | 'procedure' | 'procedure_run');

const numbersOf = (table: Numbered) => async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom(table).select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
};

type Titled =
  | ('channel' | 'integration_token' | 'category' | 'theme' | 'survey' | 'ladder' | 'answer_template')
  | ('organisation' | 'credit_metric' | 'credit_rule');

const titlesOf = (table: Titled) => async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};

const monthlyTitles = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('monthly').select(['id', 'title']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.title]));
};

const versionNames = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('duty_list').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, `职责清单第 ${row.number} 版`]));
};

const limitRuleNames = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('limit_rule').select(['id', 'limit_name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, `${limitNames[row.limit_name as keyof typeof limitNames].zh}时限规则`]));
};

const programmeNames = async (tx: Tx, ids: string[]) => {
  const rows = await tx
    .selectFrom('programme_version')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .select(['programme_version.id', 'name_zh', 'number'])
    .where('programme_version.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.name_zh} 第 ${row.number} 版`]));
};

const modelNumbers = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('text_model').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, `模型 ${row.number}`]));
};

/** Call-backs and exclusions go by the number of their signal. */
const onSignals = (table: 'callback_item' | 'exclusion') => async (tx: Tx, ids: string[]) => {
  const { rows } = await sql<{ id: string; number: string }>`
    select i.id, s.number from ${sql.table(table)} i join signal s on s.id = i.signal_id where i.id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row.number]));
};

const outsideChannelNames = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('outside_channel').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, outsideNames[row.name as keyof typeof outsideNames].zh]));
};

/** Extracts have no number: they go by who asked for them. */
const askersOf = async (tx: Tx, ids: string[]) => {
  const rows = await tx
    .selectFrom('data_extract')
    .innerJoin('person', 'person.id', 'asked_by')
    .select(['data_extract.id', 'person.name'])
    .where('data_extract.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.name}申请的导出`]));
};

const fileNames = async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom('import').select(['id', 'file_name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.file_name]));
};
