/** Whether tasks of a project are still open: answered by the room of tasks, which lies above. */
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type OpenTasks = (tx: Tx, projectId: string) => Promise<{ number: string }[]>;
const asked: OpenTasks[] = [];

/** The room of tasks registers how the open ones of a project are found, when the server is put together. */
export function askForProjectTasks(find: OpenTasks): void {
  asked.push(find);
}

/** @throws tasks_open, naming them. */
export async function mustHaveNoOpenProjectTasks(tx: Tx, projectId: string): Promise<void> {
  const open = (await Promise.all(asked.map((find) => find(tx, projectId)))).flat();
  if (open.length > 0)
    throw problem('tasks_open', { count: open.length, numbers: open.map((task) => task.number).join('、') });
}
