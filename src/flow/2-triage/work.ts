/** Whether work still hangs on a problem: answered by the room of tasks, which lies above. */
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type OpenTasks = (tx: Tx, problemId: string) => Promise<{ number: string }[]>;
const asked: OpenTasks[] = [];

/** The room of tasks registers how its open ones are found, when the server is put together. */
export function askForOpenTasks(find: OpenTasks): void {
  asked.push(find);
}

/** @throws tasks_open, naming them. */
export async function mustHaveNoOpenTasks(tx: Tx, problemId: string): Promise<void> {
  const open = (await Promise.all(asked.map((find) => find(tx, problemId)))).flat();
  if (open.length > 0)
    throw problem('tasks_open', { count: open.length, numbers: open.map((task) => task.number).join('、') });
}
