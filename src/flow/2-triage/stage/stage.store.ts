/** Stages of a problem as clocks of the limit `stage`: at most one runs; those of before stay as they ended. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { countedMs } from '#clock/measure.ts';
import { suspensionsOfClocks } from '#clock/pause.store.ts';
import { closedSpans, type Suspension } from '#clock/suspension.ts';
import type { Tx } from '#platform/db.ts';
import type { Milestone } from '#rules/milestone.ts';
import type { StageShown } from '#triage/stage/stage.ts';

export type StageClock = { rule: string; milestone: number; running: boolean };
export type StageRule = { id: string; milestones: Milestone[] };

/** The stage that runs, or ran last, with its rule; `any`: some rule has stages at all. */
export async function stageNow(
  tx: Tx,
  problemId: string,
): Promise<{ any: boolean; clock: StageClock | null; rule: StageRule | null }> {
  const { rows } = await sql<{ any: boolean; clock: StageClock | null; rule: StageRule | null }>`
    select exists (select from limit_rule where milestones <> '[]') as any, c.clock, c.rule
      from (values (1)) one left join lateral (
        select json_build_object('rule', c.rule_id, 'milestone', c.milestone, 'running', c.stopped_at is null) as clock,
               json_build_object('id', r.id, 'milestones', r.milestones) as rule
          from clock c join limit_rule r on r.id = c.rule_id where c.thing = ${problemId} and c.limit_name = 'stage'
         order by c.stopped_at is null desc, c.stopped_at desc, c.started_at desc, c.milestone desc limit 1) c on true`.execute(
    tx,
  );
  return rows[0]!;
}

/**
 * When the last of the reporters who want a reply was contacted first, since the problem has stood with its unit; where none
 * wants a reply, any of them. Nothing: somebody is still to be contacted.
 */
export async function contactedAt(tx: Tx, problemId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(f.at) as at from signal_problem e join signal s on s.id = e.signal_id
      left join lateral (select min(k.at) as at from signal_contact k where k.signal_id = s.id and k.at >= (
        select max(a.opened_at) from assignment a where a.problem_id = e.problem_id and a.role = 'lead')) f on true
     where e.problem_id = ${problemId} and e.closed_at is null
    having bool_and(f.at is not null or not s.wants_reply)`.execute(tx);
  return rows[0]?.at ?? null;
}

/** Why the limit of handling stands still; nothing where it runs. */
export async function standsStill(tx: Tx, problemId: string) {
  const { rows } = await sql<{ reason: string; by: string; allowedBy: string | null }>`
    select s.reason, s.by_person as by, s.allowed_by as "allowedBy" from clock c
      join clock_suspension s on s.clock_id = c.id and s.to_at is null
     where c.thing = ${problemId} and c.limit_name = 'handle' and c.stopped_at is null and c.paused_at is not null`.execute(
    tx,
  );
  return rows[0];
}

/** What a step did to stages at this moment: for taking it back. */
export async function stageOfStep(tx: Tx, problemId: string, at: Date): Promise<{ on: string[]; off: string[] }> {
  const { rows } = await sql<{ stopped: boolean }>`
    select stopped_at is not null as stopped from clock where thing = ${problemId} and limit_name = 'stage'
       and (stopped_at = ${at} or (stopped_at is null and started_at = ${at}))`.execute(tx);
  const has = (stopped: boolean) => (rows.some((row) => row.stopped === stopped) ? ['stage'] : []);
  return { on: has(true), off: has(false) };
}

type Row = Milestone & {
  id: string | null;
  started_at: Date;
  stopped_at: Date | null;
  due_at: Date;
  paused_at: Date | null;
  provisional: boolean;
  office: string | null;
  extended: number;
};

/** The stages of the rule by which the problem goes, each as it ran last; none where its rule has no stages. */
export async function stagesOf(tx: Tx, problemId: string): Promise<StageShown[]> {
  const { clock } = await stageNow(tx, problemId);
  if (!clock) return [];
  const { rows } = await sql<Row>`
    select m.stage ->> 'name' as name, m.stage ->> 'starts' as starts, m.stage ->> 'ends' as ends,
           m.stage ->> 'unitOfTime' as "unitOfTime", (m.stage ->> 'budget')::int as budget,
           c.id, c.started_at, c.stopped_at, c.due_at, c.paused_at, c.provisional, c.unit_id as office,
           coalesce((select sum(e.budget)::int from clock_extension e where e.clock_id = c.id), 0) as extended
      from limit_rule r cross join lateral jsonb_array_elements(r.milestones) with ordinality as m(stage, nth)
      left join lateral (select * from clock c where c.thing = ${problemId} and c.limit_name = 'stage' and c.rule_id = r.id
        and c.milestone = m.nth order by c.stopped_at is null desc, c.started_at desc, c.id desc limit 1) c on true
     where r.id = ${clock.rule} order by m.nth`.execute(tx);
  const calendar = await loadCalendar(tx);
  const stood = await suspensionsOfClocks(
    tx,
    rows.flatMap(({ id }) => id ?? []),
  );
  return rows.map((row) => show(calendar, tx.now, row, stood.get(row.id ?? '') ?? []));
}

function show(calendar: Calendar, now: Date, row: Row, suspensions: readonly Suspension[]): StageShown {
  const { id, started_at, stopped_at, due_at, paused_at, provisional, office, extended, ...stage } = row;
  if (id === null) return { ...stage, extended: 0, due: null, endedAt: null, takenMs: null };
  const until = stopped_at ?? paused_at ?? now;
  const counted = { unit: stage.unitOfTime, office };
  const takenMs = countedMs(calendar, started_at.getTime(), until.getTime(), counted, closedSpans(suspensions));
  const due = {
    ...{ limit: 'stage', stage: stage.name, dueAt: due_at.toISOString(), startedAt: started_at.toISOString() },
    ...{ unitOfTime: stage.unitOfTime, provisional, office, pausedAt: paused_at?.toISOString() ?? null },
  };
  return { ...stage, extended, due, endedAt: stopped_at?.toISOString() ?? null, takenMs };
}
