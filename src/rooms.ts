/** What lower rooms need from higher ones, registered once when a program is put together. */
import { registerIntake } from '#intake/intake.ts';
import { peopleIntake, unitIntake } from '#intake/list-intakes.ts';
import { readTokensWith } from '#people/identify.ts';
import { holdWorkWith } from '#people/work.ts';
import { readToken } from '#signal/channel.store.ts';
import { signalIntake } from '#signal/import-signals.ts';
import { openTasks } from '#task/task.store.ts';
import { taskWork } from '#task/task.work.ts';
import { problemWork } from '#triage/problem.work.ts';
import { askForOpenTasks } from '#triage/work.ts';

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
}
