/** The page of a task: what is asked, of whom, what was handed in and what the reviewer said. */
import { sql } from 'kysely';
import { cannotAct } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { openSteps } from '#rules/steps.ts';
import { timeOf } from '#rules/time/show-time.store.ts';
import { timeStepShows } from '#rules/time/time-request.api.ts';
import { seeTask, showTask, taskRoles } from '#task/task.store.ts';
import { lifeCycle, roles, turns } from '#task/task.ts';
import { onTask } from '#task/time.actions.ts';
import { urgedHow, urgedSoon } from '#triage/urge.store.ts';
import type { TaskPage } from '#views/desk.api.ts';
import { historyOf } from '#views/history.store.ts';

type Facts = Pick<TaskPage, 'entrusted' | 'nobody' | 'words' | 'evidenceAsked' | 'unit' | 'givenBy'> & {
  given_at: Date;
};

export async function taskPage(tx: Tx, actor: Actor, id: string): Promise<TaskPage> {
  const line = await seeTask(tx, actor, id);
  const role = turns[line.state];
  const person = role === 'assignee' ? line.assignee : line.reviewer;
  const { rows } = await sql<Facts>`
    select ${role ? cannotAct(tx, sql`${person?.id ?? null}::uuid`) : sql`false`} as nobody, t.words, t.evidence_asked as "evidenceAsked", t.given_at,
           json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
           json_build_object('id', g.id, 'name', g.name) as "givenBy",
           (select json_build_object('id', e.id, 'name', e.name) from person e where e.id = ${line.entrusted_id}) as entrusted
      from task t join unit u on u.id = t.unit_id join person g on g.id = t.given_by where t.id = ${id}`.execute(tx);
  const { given_at, ...facts } = rows[0]!;
  const time = await timeOf(tx, onTask(id));
  const soon = person && (await urgedSoon(tx, { taskId: id }, { personId: person.id }));
  return {
    ...showTask(line),
    ...facts,
    givenAt: given_at.toISOString(),
    time,
    handIns: await handInsOf(tx, id),
    urged: await urgedHow(tx, { taskId: id }),
    turn: role && { role: roles[role], people: person ? [person] : [], units: [] },
    buttons: openSteps(lifeCycle, line.state, taskRoles(actor, line))
      .filter(({ step }) => timeStepShows(step, time) && entrustedShows(step, line.entrusted_id))
      .map((button) => (button.step === 'urge' && soon ? { ...button, closed: soon.body.message } : button)),
    history: await historyOf(tx, id),
  };
}

const entrustedShows = (step: string, entrusted: string | null) =>
  (step !== 'takeBack' || entrusted !== null) && (step !== 'entrust' || entrusted === null);

type HandIn = TaskPage['handIns'][0];
type Row = Omit<HandIn, 'at' | 'review'> & { at: Date; review: HandIn['review'] };

async function handInsOf(tx: Tx, taskId: string): Promise<HandIn[]> {
  const { rows } = await sql<Row>`
    select h.id, p.name as by, h.at, h.words,
           (select coalesce(json_agg(json_build_object('id', e.id, 'hash', e.file_hash, 'name', e.file_name, 'type', e.type, 'size', e.size) order by e.id), '[]')
              from evidence e where e.hand_in_id = h.id) as files,
           (select json_build_object('by', q.name, 'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'passed', r.passed, 'words', r.words)
              from hand_in_review r join person q on q.id = r.by_person where r.hand_in_id = h.id) as review
      from hand_in h join person p on p.id = h.by_person where h.task_id = ${taskId} order by h.at desc, h.id desc`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
