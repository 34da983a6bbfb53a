/** My work: what waits for me, what I did, what I began, what I was copied; whatever its kind. */
import { type RawBuilder, sql } from 'kysely';
import { confirmsLevels } from '#credit/tell.actions.ts';
import { countExtracts } from '#extract/extract.store.ts';
import { countDue } from '#knowledge/list.store.ts';
import { countGivenUp } from '#message/outside/channel.store.ts';
import { noteSeen } from '#note/note.scope.ts';
import { type Actor, may, NOBODY, reachOf, selves } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import { strandedWork } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { leadsOver } from '#project/project.scope.ts';
import { countProjects } from '#project/project.store.ts';
import type { Due } from '#rules/shapes.ts';
import { askedByOthers } from '#rules/time/time-request.store.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import { countTasks } from '#task/task.store.ts';
import { maskWords } from '#text/mask.ts';
import { isAsked } from '#triage/countersign/countersign.store.ts';
import { asksDispatcher } from '#triage/deferral/deferral.store.ts';
import { countProblems, dueJson } from '#triage/problem.store.ts';
import { exclusionRoles, exclusionSeen } from '#triage/rate/exclusion.store.ts';
import type { WorkItem, workTabs } from '#views/desk.api.ts';
import { projectDue, projectDueAt, projectsAskedOf, projectsOfMine } from '#views/my-projects.view.ts';
import { countToAnswer } from '#views/to-answer.view.ts';
import { whatIsAsked, whatWasDone } from '#views/work-words.ts';

type Tab = (typeof workTabs)[number];
type Row = {
  kind: WorkItem['kind'];
  id: string;
  verb: string;
  at: Date;
  sort_us: string;
  number: string;
  title: string;
  state: string;
  urgency: string | null;
  due: Due | null;
};

/** Problems in these states that wait for a unit of mine, or for my office where my post sees the whole city. */
function problemsFor(actor: Actor, permission: Permission, states: string[], byUnit: boolean): RawBuilder<unknown>[] {
  if (!may(actor, permission)) return [];
  const reach = reachOf(actor, permission);
  const of = byUnit && reach !== 'city' ? reach : null;
  if (byUnit && reach === 'city') return [];
  return [
    sql`select 'problem' as kind, p.id, p.state as verb, p.changed_at as at from problem p where p.state = any(${states})
    and (${of}::uuid[] is null or exists (select from assignment a where a.problem_id = p.id and a.role = 'lead'
         and a.closed_at is null and a.to_unit = any(${of}::uuid[])))`,
  ];
}

/** Requests for time that wait for me, and that I did not make: on problems for dispatchers, on tasks for whoever gives them. */
function timeAskedOf(actor: Actor, me: string[]): RawBuilder<unknown>[] {
  const reach = reachOf(actor, 'task.give');
  const gives =
    reach === 'city' ? sql`true` : sql`(t.given_by = any(${me}::uuid[]) or t.unit_id = any(${reach}::uuid[]))`;
  const tasks = sql`select 'task' as kind, t.id, 'time' as verb, t.changed_at as at from task t
    where t.state = 'working' and ${gives} and ${askedByOthers(sql`t.id`, me)}`;
  const problems = sql`select 'problem', p.id, 'time', p.changed_at from problem p
    where p.state = 'working' and ${askedByOthers(sql`p.id`, me)}`;
  return may(actor, 'problem.assign') ? [tasks, problems] : [tasks];
}

/** Problems that others lead, and that a unit of mine was asked to countersign or is entrusted with. */
function besideTheLead(actor: Actor): RawBuilder<unknown>[] {
  const reach = reachOf(actor, 'problem.handle');
  if (reach === 'city' || reach.length === 0) return [];
  return [
    sql`select 'problem', p.id, 'countersign', p.changed_at from problem p join assignment a on a.problem_id = p.id
      where p.state in ('given', 'working') and a.to_unit = any(${reach}::uuid[]) and ${isAsked}`,
    sql`select 'problem', p.id, 'entrusted', p.changed_at from problem p join assignment a on a.problem_id = p.id
      where p.state = 'working' and a.role = 'entrusted' and a.closed_at is null and a.to_unit = any(${reach}::uuid[])`,
  ];
}

/** Problems that are asked to be put on the books, or whose day of review has come: for dispatchers. */
function deferralsFor(tx: Tx, actor: Actor, me: string[]): RawBuilder<unknown>[] {
  if (!may(actor, 'problem.assign')) return [];
  return [
    sql`select 'problem', d.problem_id, case d.state when 'asked' then 'deferral' else 'review' end, d.at
      from deferral d where ${asksDispatcher(tx, me)}`,
  ];
}

/** Leaders' notes that my units must answer, and answers that the office shows to the leader. */
function notesFor(actor: Actor): RawBuilder<unknown>[] {
  const note = (state: string, where: RawBuilder<unknown>) =>
    sql`select 'note' as kind, n.id, n.state as verb, n.changed_at as at from leader_note n where n.state = ${state} and ${where}`;
  const answers = reachOf(actor, 'note.answer');
  // Who may answer for the whole city is asked for what came to their own unit.
  const units = answers === 'city' ? actor.posts.map((post) => post.unit) : answers;
  return [
    ...(may(actor, 'note.answer') ? [note('open', sql`n.unit_id = any(${units}::uuid[])`)] : []),
    ...(may(actor, 'note.record') ? [note('answered', noteSeen(actor))] : []),
  ];
}

/** Exclusions that I may review; an appeal only where another than I refused. */
async function exclusionsFor(tx: Tx, actor: Actor): Promise<RawBuilder<unknown>[]> {
  if (!may(actor, 'exclusion.decide')) return [];
  const held = await exclusionRoles(tx, actor, { unitId: NOBODY, firstBy: null });
  if (!held.has('reviewer')) return [];
  return [
    sql`select 'exclusion' as kind, x.id, x.state as verb, x.changed_at as at from exclusion x
      where ${exclusionSeen(actor)} and (x.state = 'asked' or (x.state = 'appealed' and not exists (
        select from exclusion_decision d where d.exclusion_id = x.id and d.step = 'refuse' and d.by_person = ${actor.id})))`,
  ];
}

/** Levels that wait to be confirmed and repairs to be decided: one line an organisation. */
async function levelsFor(tx: Tx, actor: Actor): Promise<RawBuilder<unknown>[]> {
  if (!(await confirmsLevels(tx, actor))) return [];
  return [
    sql`select 'organisation' as kind, c.organisation_id as id, case when bool_or(c.state = 'proposed') then 'proposed' else 'asked' end as verb,
               max(greatest(c.proposed_at, (select max(d.at) from credit_decision d where d.case_id = c.id))) as at
          from credit_case c where c.state in ('proposed', 'asked') group by c.organisation_id`,
  ];
}

type Beside = { over: string[]; exclusions: RawBuilder<unknown>[]; levels: RawBuilder<unknown>[] };

/** What has to be looked up before the query can be written. */
const besideOf = async (tx: Tx, actor: Actor): Promise<Beside> => ({
  over: await leadsOver(tx, actor),
  exclusions: await exclusionsFor(tx, actor),
  levels: await levelsFor(tx, actor),
});

/** `over`: under whom the actor serves. */
function todo(tx: Tx, actor: Actor, { over, exclusions, levels }: Beside): RawBuilder<unknown> {
  const me = selves(actor);
  return sql.join(
    [
      sql`select 'task' as kind, t.id, t.state as verb, t.changed_at as at from task t join assignment a on a.task_id = t.id
           where a.to_person = any(${me}::uuid[]) and a.role = 'lead' and a.closed_at is null and t.state in ('given', 'working')`,
      sql`select 'task', t.id, 'entrusted', t.changed_at from task t join assignment a on a.task_id = t.id
           where a.to_person = any(${me}::uuid[]) and a.role = 'entrusted' and a.closed_at is null and t.state = 'working'`,
      sql`select 'task', t.id, t.state, t.changed_at from task t where t.reviewer_id = any(${me}::uuid[]) and t.state = 'submitted'`,
      ...problemsFor(actor, 'problem.assign', ['open'], false),
      ...problemsFor(actor, 'problem.close', ['verified'], false),
      ...problemsFor(actor, 'problem.verify', ['handled'], false),
      ...problemsFor(actor, 'problem.handle', ['given', 'working'], true),
      ...besideTheLead(actor),
      ...deferralsFor(tx, actor, me),
      ...timeAskedOf(actor, me),
      ...(may(actor, 'problem.close')
        ? [sql`select 'signal', w.signal_id, 'wish', w.at from signal_reopening w where w.outcome is null`]
        : []),
      ...notesFor(actor),
      ...exclusions,
      ...levels,
      sql`select * from (${projectsAskedOf(tx, actor, me, over)}) p`,
    ],
    sql` union `,
  );
}

/** What I did last to each thing, of which the ledger tells. */
const done = (actor: Actor) => sql`
  select distinct on (l.thing) l.kind, l.thing as id, l.verb, l.at from ledger l
   where l.actor = ${actor.id} and l.kind in ('signal', 'problem', 'task', 'project') and l.verb <> 'signal.reveal' order by l.thing, l.seq desc`;

const started = (actor: Actor) => sql`
  select 'problem' as kind, p.id, p.state as verb, p.made_at as at from problem p where p.made_by = ${actor.id}
  union all select 'task', t.id, t.state, t.given_at from task t where t.given_by = ${actor.id}
  union all select 'project', j.id, j.state, j.made_at from project j where j.made_by = ${actor.id}`;

function copied(actor: Actor): RawBuilder<unknown> {
  const reach = reachOf(actor, 'problem.read');
  const units = reach === 'city' ? actor.posts.map((post) => post.unit) : reach;
  return sql`select 'problem' as kind, p.id, p.state as verb, a.opened_at as at from problem p join assignment a on a.problem_id = p.id
    where a.role in ('copy', 'countersign', 'assist') and a.closed_at is null and a.to_unit = any(${units}::uuid[])
    union all ${projectsOfMine(actor)}`;
}

const sources = { done, started, copied } as const;

/** What stands still presses last. */
const pressesAt = sql`case work.kind when 'project' then ${projectDueAt('work')}
  else (select min(c.due_at) from clock c where c.thing = work.id and c.stopped_at is null and c.paused_at is null) end`;

/** What waits for me: the most pressing first; the other lists: the newest first. */
export async function myWork(
  tx: Tx,
  actor: Actor,
  tab: Tab,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
) {
  const cursor = readCursor(text);
  const up = tab === 'todo';
  const after = cursor
    ? sql`where (sort_at, id) ${up ? sql`>` : sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`
    with work as (${up ? todo(tx, actor, await besideOf(tx, actor)) : sources[tab](actor)}), sorted as (
      select work.*, ${up ? sql`coalesce(${pressesAt}, 'infinity')` : sql`work.at`} as sort_at
        from work), page as (select * from sorted ${after} order by sort_at ${up ? sql`asc` : sql`desc`}, id ${up ? sql`asc` : sql`desc`} limit ${limit + 1})
    select page.kind, page.id, page.verb, page.at,
           case when page.sort_at = 'infinity' then '9999-12-31T00:00:00Z' else to_char(page.sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as sort_us,
           coalesce(s.number, p.number, t.number, j.number, n.number, y.number, o.code) as number,
           coalesce(nullif(s.title, ''), left(s.words, 60), p.title, t.title, j.title, left(n.words, 60), nullif(y.title, ''), left(y.words, 60), o.name) as title,
           coalesce(s.state, p.state, t.state, j.state, n.state, x.state, case page.kind when 'organisation' then page.verb end) as state, coalesce(s.urgency, p.urgency) as urgency,
           case page.kind when 'project' then ${up ? projectDue('page') : sql`null`} else ${dueJson(sql`page.id`, sql`(select d.limit_name from clock d where d.thing = page.id and d.stopped_at is null order by d.due_at limit 1)`)} end as due
      from page left join signal s on page.kind = 'signal' and s.id = page.id left join problem p on page.kind = 'problem' and p.id = page.id
      left join task t on page.kind = 'task' and t.id = page.id left join project j on page.kind = 'project' and j.id = page.id
      left join leader_note n on page.kind = 'note' and n.id = page.id left join exclusion x on page.kind = 'exclusion' and x.id = page.id
      left join signal y on y.id = x.signal_id left join organisation o on page.kind = 'organisation' and o.id = page.id
     order by page.sort_at ${up ? sql`asc` : sql`desc`}, page.id ${up ? sql`asc` : sql`desc`}`.execute(tx);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => show(row, tab)),
    next: last ? writeCursor({ at: last.sort_us, id: last.id }) : null,
  };
}

/** What is asked of me beside what the state of the thing asks of somebody. */
const besideState: ReadonlySet<string> = new Set(['time', 'countersign', 'entrusted', 'deferral', 'review']);

function show({ kind, id, verb, at, number, title, state, urgency, due }: Row, tab: Tab): WorkItem {
  const waits = kind === 'project' || besideState.has(verb) ? verb : state;
  const what = tab === 'done' ? whatWasDone(verb) : whatIsAsked(kind, waits);
  // What has no title of its own goes by its words.
  const shown = ['signal', 'note', 'exclusion'].includes(kind) ? maskWords(title) : title;
  return {
    kind,
    id,
    number,
    title: shown,
    state,
    urgency,
    asked: tab === 'todo' ? waits : null,
    what,
    at: at.toISOString(),
    due,
  };
}

/** What stands with a unit or person that cannot act is counted for those who can give it to another. */
export async function workCounts(tx: Tx, actor: Actor) {
  const waiting = todo(tx, actor, await besideOf(tx, actor));
  const { rows } = await sql<{ todo: number; late: number; started: number; copied: number; untriaged: number }>`
    select (select count(*)::int from (${waiting}) w) as todo,
           (select count(*)::int from (${waiting}) work where ${pressesAt} < ${tx.now}) as late,
           (select count(*)::int from (${started(actor)}) w) as started, (select count(*)::int from (${copied(actor)}) w) as copied,
           case when ${may(actor, 'signal.triage')} then (select count(*)::int from (select from signal s
              where s.state = 'untriaged' limit 1000) x) else 0 end as untriaged`.execute(tx);
  const watches = may(actor, 'problem.assign') || may(actor, 'handover.manage');
  const none = { count: 0 };
  return {
    ...rows[0]!,
    toAnswer: may(actor, 'signal.answer') ? await countToAnswer(tx, actor) : 0,
    nobodysProblems: (watches ? await countProblems(tx, actor, { nobody: true }) : none).count,
    stranded: may(actor, 'people.manage') ? (await strandedWork(tx, 500)).length : 0,
    nobodysProjects: (watches ? await countProjects(tx, actor, { nobody: true }) : none).count,
    nobodysTasks: (watches ? await countTasks(tx, actor, { nobody: true }) : none).count,
    knowledge: await countDue(tx, actor),
    extracts: await countExtracts(tx, actor),
    outside: may(actor, 'channel.manage') ? await countGivenUp(tx) : 0,
  };
}
