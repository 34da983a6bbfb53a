/** Half a day of the demo's procedures: what triggers would have met, and how people take their steps on. */
import { sql } from 'kysely';
import type { Random } from '#demo/random.ts';
import { handIn, review } from '#evidence/evidence.actions.ts';
import type { LedgerRow } from '#ledger/ledger.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { advanceRuns } from '#procedure/advance.actions.ts';
import { startOnCredit, startOnDates, startOnSignal } from '#procedure/watch.jobs.ts';
import { acceptTask } from '#task/task.actions.ts';

/** As the worker would have: the sweep that comes after the past finds each event met already. */
export async function followTriggers(tx: Tx, channel: string): Promise<void> {
  await startOnDates(tx);
  await startOnSignal(tx, await since(tx, 'signal.received', sql<boolean>`data->>'channel' = ${channel}`));
  await startOnCredit(tx, await since(tx, 'credit.raise', sql<boolean>`true`));
}

/** Of the last four days: longer than any weekend. */
async function since(tx: Tx, verb: string, where: ReturnType<typeof sql<boolean>>): Promise<LedgerRow[]> {
  const { rows } =
    await sql<LedgerRow>`select seq, at, actor, actor_kind, for_whom, verb, kind, thing, unit, reason, data, request
    from ledger where verb = ${verb} and at > ${tx.now}::timestamptz - interval '4 days' and ${where} order by seq`.execute(
      tx,
    );
  return rows;
}

type Open = {
  id: string;
  run: string;
  key: string;
  title: string;
  state: 'given' | 'working' | 'submitted';
  version: number;
  assignee: string;
  reviewer: string;
};

const said: Record<string, string> = {
  appoint: '已电话约定上门时间，店主在店等候。',
  visit: '已上门，情况和店主说的一致，当场说明了规定。',
  settle: '可以办，按街面管理规定划定范围和时段，已和路段队员说好。',
  reply: '已把办法告诉店主，店主表示认可。',
  walk: '走完责任路段，占道 6 处、破损 3 处、积水 1 处，已逐处记下。',
  sum: '汇总 10 处，8 处当周可改，2 处要会同街道。',
  read: '同意，两处难点下周一前报方案。',
  data: '登记正常，近三个月退费投诉增多，预收款余额已核对。',
  call: '负责人表示经营正常，退费 10 日内办完，约好周五回话。',
};

/** The third shop's step is left until it is late, and what stands with a fallback waits for a person's decision. */
const LEFT = '老魏熟食';

/** Each open step goes one move further, most of the time. */
export async function workOnSteps(tx: Tx, random: Random, procedures: readonly string[]): Promise<void> {
  const { rows } = await sql<Open>`
    select t.id, t.run_id as run, s.key, t.title, t.state, t.version, a.to_person as assignee, t.reviewer_id as reviewer
      from task t join procedure_run n on n.id = t.run_id join procedure_step s on s.id = t.step_id
      join assignment a on a.task_id = t.id and a.role = 'lead' and a.closed_at is null
      left join signal g on n.about_kind = 'signal' and g.id = n.about_id
     where n.procedure_id = any(${[...procedures]}::uuid[]) and n.state = 'running' and t.fallback_to is null and t.given_at < ${tx.now}
       and not (s.key = 'settle' and coalesce(g.title, '') like ${`%${LEFT}%`}) order by t.number`.execute(tx);
  for (const task of rows) {
    if (random.chance(0.2)) continue;
    const by = (await loadActor(tx, task.state === 'submitted' ? task.reviewer : task.assignee))!;
    const decision = { id: random.id(tx.now), version: task.version };
    if (task.state === 'given') await acceptTask(tx, by, task.id, decision);
    else if (task.state === 'submitted')
      await review(tx, by, task.id, { ...decision, passed: true, words: '属实，同意。' });
    else await handIn(tx, by, task.id, { ...decision, words: said[task.key] ?? '已按要求办理。', files: [] });
    await advanceRuns(tx, [task.run]);
  }
}
