/** Which open steps have their evidence: the closed vocabulary of automatic feedback, one query a rule. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { FeedbackRule } from '#procedure/procedure.ts';

export type Met = { taskId: string; runId: string; rule: FeedbackRule; evidence: Record<string, unknown> };

/** Which runs and which one thing to look at; absent: everything of these runs. */
type Where = { runs?: readonly string[]; tasks?: readonly string[]; indicator?: string; problem?: string };

const open = (rule: FeedbackRule, where: Where) => sql`
  t.run_id is not null and t.state in ('given', 'working', 'submitted') and s.feedback->>'rule' = ${sql.lit(rule)}
  ${where.runs ? sql`and t.run_id = any(${[...where.runs]}::uuid[])` : sql``}
  ${where.tasks ? sql`and t.id = any(${[...where.tasks]}::uuid[])` : sql``}`;

/** Something was handed in on the task; with files, where the rule asks for them. */
const handedIn = (where: Where) => sql`
  select t.id as "taskId", t.run_id as "runId", 'handed_in' as rule,
         json_build_object('handIn', h.id, 'by', h.by_person, 'files', (select count(*) from evidence e where e.hand_in_id = h.id)) as evidence
    from task t join procedure_step s on s.id = t.step_id
    join lateral (select h.id, h.by_person from hand_in h where h.task_id = t.id order by h.at desc, h.id desc limit 1) h on true
   where t.state = 'submitted' and ${open('handed_in', where)}
     and (not (s.feedback->>'files')::boolean or exists (select from evidence e where e.hand_in_id = h.id))`;

/** A standing reading that was recorded after the step was given lies in the range. */
const reading = (where: Where) => sql`
  select t.id as "taskId", t.run_id as "runId", 'reading' as rule, json_build_object('reading', r.id, 'indicator', r.indicator_id, 'value', r.value) as evidence
    from task t join procedure_step s on s.id = t.step_id
    join lateral (select r.id, r.indicator_id, r.value from reading r
       where r.indicator_id = (s.feedback->>'indicatorId')::uuid and r.withdrawn_at is null and r.at >= t.given_at
         and r.value >= coalesce((s.feedback->>'min')::numeric, '-Infinity') and r.value <= coalesce((s.feedback->>'max')::numeric, 'Infinity')
       order by r.at desc limit 1) r on true
   where ${open('reading', where)} ${where.indicator ? sql`and s.feedback->>'indicatorId' = ${where.indicator}` : sql``}`;

/** The problem that the run is about is closed. */
const closed = (where: Where) => sql`
  select t.id as "taskId", t.run_id as "runId", 'closed' as rule, json_build_object('problem', p.id) as evidence
    from task t join procedure_step s on s.id = t.step_id join procedure_run n on n.id = t.run_id and n.about_kind = 'problem'
    join problem p on p.id = n.about_id and p.state = 'closed'
   where ${open('closed', where)} ${where.problem ? sql`and n.about_id = ${where.problem}::uuid` : sql``}`;

/** Another step of the same run is done. */
const otherStep = (where: Where) => sql`
  select t.id as "taskId", t.run_id as "runId", 'step' as rule, json_build_object('step', g.key) as evidence
    from task t join procedure_step s on s.id = t.step_id
    join procedure_run_step g on g.run_id = t.run_id and g.key = s.feedback->>'key' and g.done_at is not null
   where ${open('step', where)}`;

const queries = { handed_in: handedIn, reading, closed, step: otherStep } satisfies Record<
  FeedbackRule,
  (where: Where) => RawBuilder<unknown>
>;

/** Those of the rules named, all of them where none is. */
export async function metFeedback(
  tx: Tx,
  where: Where,
  rules: readonly FeedbackRule[] = Object.keys(queries) as FeedbackRule[],
): Promise<Met[]> {
  const { rows } = await sql<Met>`${sql.join(
    rules.map((rule) => queries[rule](where)),
    sql` union all `,
  )}`.execute(tx);
  return rows;
}

export async function insertFeedback(tx: Tx, met: readonly Met[]): Promise<void> {
  const rows = met.map(({ taskId, runId, rule, evidence }) => ({
    ...{ task_id: taskId, run_id: runId, rule, at: tx.now },
    evidence: JSON.stringify(evidence),
  }));
  await tx.insertInto('procedure_feedback').values(rows).execute();
}

/** Of the steps closed in these days: how many by evidence. @param procedureId null: of every procedure */
export async function feedbackShare(
  tx: Tx,
  procedureId: string | null,
  from: string,
  to: string,
): Promise<{ automatic: number; closed: number }> {
  const { rows } = await sql<{ automatic: number; closed: number }>`
    select count(f.task_id)::int as automatic, count(*)::int as closed
      from task t join procedure_run n on n.id = t.run_id left join procedure_feedback f on f.task_id = t.id
     where t.state = 'done' and (t.changed_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date
       and (${procedureId}::uuid is null or n.procedure_id = ${procedureId})`.execute(tx);
  return rows[0]!;
}
