/** Telling persons in the desk that a step has come to them. */
import { sql } from 'kysely';
import { sayMoment } from '#clock/say.ts';
import { tellAll } from '#message/tell.actions.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { RunRow } from '#procedure/run.store.ts';
import type { StepTask } from '#task/step-task.actions.ts';
import { fallbackReasons } from '#task/task.ts';
import { maskWords } from '#text/mask.ts';

/** Kinds of messages that this room sends. */
export const messageKindsHere = {
  'procedure.step': { zh: '流程交办', en: 'A step of a procedure is yours' },
  'procedure.fallback': { zh: '流程没有落到人', en: 'A step of a procedure found nobody' },
} as const satisfies Record<string, Said>;

/** Steps of one run given together have one deadline. Whoever was named in want of another is told why, and cannot mute it. */
export async function tellGiven(tx: Tx, run: Pick<RunRow, 'number'>, tasks: readonly StepTask[]): Promise<void> {
  const [first] = tasks;
  if (!first) return;
  const due = await dueOf(tx, first.id);
  const title = maskWords(first.title);
  const until = {
    zh: due ? `请于 ${sayMoment(due, 'zh', tx.now)} 前完成` : '请接收',
    en: due ? `to be done by ${sayMoment(due, 'en', tx.now)}` : 'please accept it',
  };
  await tellAll(
    tx,
    tasks.map(({ id, assigneeId, fallback }) => {
      const about = { to: [assigneeId], thing: { kind: 'task' as const, id }, key: `step:${id}` };
      if (!fallback)
        return {
          ...about,
          kind: 'procedure.step',
          words: {
            zh: `流程 ${run.number}“${title}”派给您，${until.zh}`,
            en: `Run ${run.number}, “${title}” is yours, ${until.en}`,
          },
        };
      const why = fallbackReasons[fallback];
      return {
        ...{ ...about, kind: 'procedure.fallback', byName: true },
        words: {
          zh: `流程 ${run.number}“${title}”没有落到人：${why.zh}，请改派或自己办`,
          en: `Run ${run.number}, “${title}” found nobody: ${why.en}; give it to another or do it`,
        },
      };
    }),
  );
}

async function dueOf(tx: Tx, taskId: string): Promise<Date | null> {
  const { rows } = await sql<{ due: Date }>`
    select due_at as due from clock where thing = ${taskId} and limit_name = 'finish' and stopped_at is null`.execute(
    tx,
  );
  return rows[0]?.due ?? null;
}
