/** What lower rooms need from higher ones, registered once when a program is put together. */

import { importVerbs } from '#intake/import.ts';
import { registerIntake } from '#intake/intake.ts';
import { peopleIntake, unitIntake } from '#intake/list-intakes.ts';
import { readTokensWith } from '#people/identify.ts';
import { nameThings } from '#people/thing-names.ts';
import { nameVerbs } from '#people/verbs.ts';
import { holdWorkWith } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { readToken } from '#signal/channel.store.ts';
import { signalIntake } from '#signal/import-signals.ts';
import { openTasks } from '#task/task.store.ts';
import { taskWork } from '#task/task.work.ts';
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
  askForOpenTasks(openTasks);
  holdWorkWith(problemWork);
  holdWorkWith(taskWork);
  nameVerbs({ ...importVerbs, ...flowVerbs() });
  for (const kind of ['signal', 'problem', 'task'] as const) nameThings(kind, numbersOf(kind));
  for (const kind of ['channel', 'integration_token'] as const)
    nameThings(kind === 'channel' ? kind : 'token', titlesOf(kind));
}

/** Things of the flow are called by their numbers: what they are about is not the auditor's concern. */
const numbersOf = (kind: 'signal' | 'problem' | 'task') => async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom(kind).select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
};

const titlesOf = (table: 'channel' | 'integration_token') => async (tx: Tx, ids: string[]) => {
  const rows = await tx.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};
