/** The page of a problem: its signals in three quotes, who has it, what was decided, and its tasks. */
import { sql } from 'kysely';
import { countCauses } from '#cause/canvas.store.ts';
import { unitsWhere } from '#people/actor.store.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Button, Due, Turn } from '#rules/shapes.ts';
import { openSteps } from '#rules/steps.ts';
import { timeOf } from '#rules/time/show-time.store.ts';
import { timeStepShows } from '#rules/time/time-request.api.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines, showLine } from '#signal/signal.store.ts';
import { listTasks } from '#task/task.store.ts';
import { type Holder, holders } from '#triage/assignment.store.ts';
import { nodesOf } from '#triage/back/node.store.ts';
import { lastStep } from '#triage/back/retract.store.ts';
import { type Asked, hiddenWhenClosed, whatCloses } from '#triage/closing.store.ts';
import { ruleOf, signersOf, wordsOf } from '#triage/countersign/countersign.store.ts';
import { deferralsOf } from '#triage/deferral/deferral.store.ts';
import { latestReviewOf } from '#triage/deferral/latest-review.store.ts';
import { problemRoles, problemSeen } from '#triage/problem.scope.ts';
import { dueJson, handledBy, seeProblem, showProblem } from '#triage/problem.store.ts';
import { lifeCycle, type ProblemState, type ProblemStep, roles, turns } from '#triage/problem.ts';
import { stagesOf } from '#triage/stage/stage.store.ts';
import { onProblem } from '#triage/time.actions.ts';
import { urgedHow } from '#triage/urge.store.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { historyOf } from '#views/history.store.ts';

const QUOTES = 3;
const TASKS = 100;

export async function problemPage(tx: Tx, actor: Actor, id: string): Promise<ProblemPage> {
  const line = await seeProblem(tx, actor, id);
  const held = await holders(tx, { problemId: id });
  const last = await lastStep(tx, id);
  const mine = problemRoles(actor, held, await handledBy(tx, id), last);
  const { items: tasks } = await listTasks(tx, actor, { problemId: id, limit: TASKS });
  const publication = await publicationOf(tx, id);
  const time = await timeOf(tx, onProblem(id));
  const assignments = await assignmentsOf(tx, id);
  const gives = held.some(
    (holder) => ['lead', 'assist', 'entrusted'].includes(holder.role) && may(actor, 'task.give', [holder.to_unit]),
  );
  return {
    ...showProblem(line),
    statement: line.statement,
    ...(await factsOf(tx, id)),
    ...(await marksOf(tx, id, line.state)),
    assignments,
    nodes: mine.has('overseer') ? await nodesOf(tx, id, line.state) : [],
    lastStep: mine.has('maker') && last ? last.step : null,
    stages: await stagesOf(tx, id),
    whole: line.due?.limit === 'stage' ? await wholeOf(tx, id) : null,
    deferrals: await deferralsOf(tx, id),
    latestReview: line.state === 'working' ? await latestReviewOf(tx, line) : null,
    urged: await urgedHow(tx, { problemId: id }),
    countersigning: await countersigningOf(tx, id, line.state, assignments),
    campaigns: await campaignsOf(tx, actor, id),
    shares: await sharesOf(tx, id),
    voices: await voicesOf(tx, id),
    quotes: await quotesOf(tx, actor, id),
    tasks,
    mayGiveTask: gives && ['given', 'working'].includes(line.state),
    causes: await countCauses(tx, id),
    time,
    publication,
    turn: await turnOf(tx, line.state, held),
    nobody: turns[line.state] === 'lead' && (await nobodyIn(tx, held)),
    buttons: await closedToo(
      tx,
      openSteps(lifeCycle, line.state, mine).filter(
        ({ step }) => (step !== 'unpublish' || publication) && timeStepShows(step, time),
      ),
      { actor, problemId: id, held },
    ),
    history: await historyOf(tx, id),
  };
}

/** What else closes a step is said on its button; an objection shows only where there is something to object to. */
async function closedToo(tx: Tx, buttons: Button[], asked: Asked): Promise<Button[]> {
  const shown: Button[] = [];
  for (const button of buttons) {
    const closed = button.closed ? null : await whatCloses(tx, button.step as ProblemStep, asked);
    if (closed && hiddenWhenClosed.has(button.step)) continue;
    shown.push(closed ? { ...button, closed: closed.body.message } : button);
  }
  return shown.filter(({ step, closed }) => !closed || !hiddenWhenClosed.has(step));
}

/** Whoever has a problem learns that a campaign runs through it, with whom it is led and what it is to reach. */
async function campaignsOf(tx: Tx, actor: Actor, id: string): Promise<ProblemPage['campaigns']> {
  const { rows } = await sql<ProblemPage['campaigns'][number]>`
    select c.problem_id = ${id} as own, c.title, c.from_day as "from", c.to_day as "to", c.goal,
           (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from unit u where u.id = c.lead_unit) as lead,
           (select count(*)::int from campaign_problem e where e.campaign_id = c.id) as problems,
           case when c.problem_id <> ${id} and ${problemSeen(tx, actor)} then json_build_object('id', p.id, 'number', p.number) end as problem,
           c.theme_id as theme
      from campaign c join problem p on p.id = c.problem_id
     where c.problem_id = ${id} or exists (select from campaign_problem e where e.campaign_id = c.id and e.problem_id = ${id})
     order by own desc, c.from_day desc, c.id`.execute(tx);
  return rows.map((row) => ({ ...row, theme: reachOf(actor, 'theme.read') === 'city' ? row.theme : null }));
}

/** Beside the stage that runs. */
async function wholeOf(tx: Tx, id: string): Promise<Due | null> {
  const { rows } = await sql<{ due: Due | null }>`select ${dueJson(sql`${id}::uuid`, sql`'handle'`)} as due`.execute(
    tx,
  );
  return rows[0]!.due;
}

type Facts = Pick<ProblemPage, 'programme' | 'madeBy' | 'mergedInto'> & { made_at: Date };

async function factsOf(tx: Tx, id: string) {
  const { rows } = await sql<Facts>`
    select json_build_object('zh', g.name_zh, 'en', g.name_en, 'version', v.number) as programme,
           json_build_object('id', m.id, 'name', m.name) as "madeBy", p.made_at,
           case when t.id is not null then json_build_object('id', t.id, 'number', t.number, 'title', t.title) end as "mergedInto"
      from problem p join programme_version v on v.id = p.programme_version_id join programme g on g.id = v.programme_id
      join person m on m.id = p.made_by left join problem t on t.id = p.merged_into where p.id = ${id}`.execute(tx);
  const { made_at, ...facts } = rows[0]!;
  return { ...facts, madeAt: made_at.toISOString() };
}

/** Handled, verified and closed: the last decision of each kind, as long as the state still rests on it. */
async function marksOf(
  tx: Tx,
  id: string,
  state: ProblemState,
): Promise<Pick<ProblemPage, 'handled' | 'verified' | 'closed'>> {
  const { rows } = await sql<{ step: string; at: Date; by: string; words: string }>`
    select distinct on (d.step) d.step, d.at, p.name as by, d.words from problem_decision d join person p on p.id = d.by_person
     where d.problem_id = ${id} and d.step in ('handle', 'verify', 'close') order by d.step, d.at desc, d.id desc`.execute(
    tx,
  );
  const order: ProblemState[] = ['handled', 'verified', 'closed'];
  const reached = (mark: ProblemState) => order.indexOf(state) >= order.indexOf(mark);
  const mark = (step: string, at: ProblemState) => {
    const row = reached(at) ? rows.find((one) => one.step === step) : undefined;
    return row ? { at: row.at.toISOString(), by: row.by, words: row.words } : null;
  };
  return { handled: mark('handle', 'handled'), verified: mark('verify', 'verified'), closed: mark('close', 'closed') };
}

async function assignmentsOf(tx: Tx, id: string): Promise<ProblemPage['assignments']> {
  type Row = Omit<ProblemPage['assignments'][0], 'openedAt' | 'signedAt' | 'closedAt'> & {
    opened_at: Date;
    signed_at: Date | null;
    closed_at: Date | null;
  };
  const { rows } = await sql<Row>`
    select a.id, json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit, a.role, a.opened_at, s.name as "signedBy",
           a.signed_at, a.closed_at, c.name as "closedBy", a.close_reason as "closeReason", a.close_words as "closeWords",
           a.binding_basis as "bindingBasis"
      from assignment a join unit u on u.id = a.to_unit left join person s on s.id = a.signed_by left join person c on c.id = a.closed_by
     where a.problem_id = ${id} order by a.closed_at is not null, a.opened_at`.execute(tx);
  return rows.map(({ opened_at, signed_at, closed_at, ...row }) => ({
    ...row,
    openedAt: opened_at.toISOString(),
    signedAt: signed_at?.toISOString() ?? null,
    closedAt: closed_at?.toISOString() ?? null,
  }));
}

/** Who was asked to countersign and what was said; while it is decided on, where each stands. */
async function countersigningOf(
  tx: Tx,
  id: string,
  state: ProblemState,
  assignments: ProblemPage['assignments'],
): Promise<ProblemPage['countersigning']> {
  const said = await wordsOf(tx, id);
  const standing = new Map((await signersOf(tx, id)).map((signer) => [signer.assignment, signer.standing]));
  const signers = assignments.filter(({ role }) => role === 'countersign');
  return {
    rule: await ruleOf(tx, id),
    signers: signers.map((one) => ({
      assignment: one.id,
      unit: one.unit,
      standing: state === 'closed' ? null : (standing.get(one.id) ?? null),
      said: said.get(one.id) ?? [],
    })),
  };
}

async function sharesOf(tx: Tx, id: string): Promise<ProblemPage['shares']> {
  type Row = Omit<ProblemPage['shares'][0], 'at' | 'until'> & { at: Date; until: Date | null };
  const { rows } = await sql<Row>`
    select h.id, case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) end as unit,
           case when x.id is not null then json_build_object('id', x.id, 'name', x.name) end as person, b.name as by, h.at, h.until
      from problem_share h join person b on b.id = h.by_person left join unit u on u.id = h.to_unit left join person x on x.id = h.to_person
     where h.problem_id = ${id} and (h.until is null or h.until > ${tx.now}) order by h.at, h.id`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), until: row.until?.toISOString() ?? null }));
}

/** The rates count signals: what each reporter was told, and what they say of it in the latest call-back that reached them. */
async function voicesOf(tx: Tx, id: string): Promise<ProblemPage['voices']> {
  const { rows } = await sql<ProblemPage['voices']>`
    select p.signal_count as signals, p.reporter_count as reporters, count(*) filter (where v.answered)::int as answered,
           count(*) filter (where v.called)::int as "calledBack", count(*) filter (where v.solved = 'yes')::int as confirmed,
           count(*) filter (where v.solved = 'no')::int as denied
      from problem p left join lateral (
        select exists (select from signal_answer a where a.signal_id = e.signal_id) as answered,
               exists (select from signal_callback c where c.signal_id = e.signal_id) as called,
               (select c.solved from signal_callback c where c.signal_id = e.signal_id and c.reached order by c.at desc, c.id desc limit 1) as solved
          from signal_problem e where e.problem_id = p.id and e.closed_at is null) v on true
     where p.id = ${id} group by p.id`.execute(tx);
  return rows[0]!;
}

/**
 * The longest words among the signals that stand on it, each said once: what was said most fully. A secret signal is quoted
 * only to those who may see it; whoever sees the problem sees the words of the others.
 */
async function quotesOf(tx: Tx, actor: Actor, id: string): Promise<ProblemPage['quotes']> {
  const { rows } = await sql<ListRow>`
    with said as (select distinct on (s.words) s.id, length(s.words) as size from signal_problem e join signal s on s.id = e.signal_id
      where e.problem_id = ${id} and e.closed_at is null and (not s.secret or ${signalSeen(actor)}) order by s.words, s.id),
    page as (select id from said order by size desc, id limit ${QUOTES})
    ${lines(actor)} order by length(s.words) desc, s.id`.execute(tx);
  return rows.map(showLine);
}

async function publicationOf(tx: Tx, id: string): Promise<ProblemPage['publication']> {
  const row = await tx
    .selectFrom('problem_publication')
    .innerJoin('person', 'person.id', 'problem_publication.by_person')
    .select(['title', 'words', 'person.name as by', 'at'])
    .where('problem_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, at: row.at.toISOString() } : null;
}

async function nobodyIn(tx: Tx, held: Holder[]): Promise<boolean> {
  const lead = held.find((holder) => holder.role === 'lead')?.to_unit;
  const { rows } = await sql<{ nobody: boolean }>`
    select ${lead}::uuid not in (${unitsWhere(tx, 'problem.handle')}) as nobody`.execute(tx);
  return rows[0]!.nobody;
}

async function turnOf(tx: Tx, state: ProblemState, held: Holder[]): Promise<Turn | null> {
  const role = turns[state];
  if (!role) return null;
  const lead = held.find((holder) => holder.role === 'lead')?.to_unit;
  const units =
    role === 'lead' && lead
      ? await tx.selectFrom('unit').select(['id', 'name', 'short_name as shortName']).where('id', '=', lead).execute()
      : [];
  return { role: roles[role], people: [], units };
}
