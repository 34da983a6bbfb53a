/** What waits for the dispatchers of the city, thin: enough to order, count and lease it. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, may, selves } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { stageName } from '#rules/stage-name.store.ts';
import { askedByOthers } from '#rules/time/time-request.store.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { inOrder, type Limit, type Waiting } from '#triage/centre/centre.ts';
import { asksDispatcher } from '#triage/deferral/deferral.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import { stageOr } from '#triage/problem.store.ts';

/** The most pressing so many are looked at; what comes behind them moves up as they are dealt with. */
export const LOOKED_AT = 2_000;

export type WaitingRow = Waiting & {
  areaId: string | null;
  channels: string[];
  /** Who holds it now, themselves among them. */
  heldBy: string | null;
  heldUntil: Date | null;
};

type Raw = Omit<WaitingRow, 'limit'> & Limit;

const channelsOf = sql`array(select distinct s.channel_id from signal_problem e join signal s on s.id = e.signal_id
  where e.problem_id = p.id and e.closed_at is null)`;
const areaOf = sql`coalesce(p.area_id, (select s.area_id from signal_problem e join signal s on s.id = e.signal_id
  where e.problem_id = p.id and e.closed_at is null and s.area_id is not null order by s.received_at limit 1))`;

/** How the last unit that led `problem p` lost it; a problem that is open again for another reason is simply to be assigned. */
const lastEnd = sql`(select a.close_reason from assignment a where a.problem_id = p.id and a.role = 'lead'
  order by a.opened_at desc, a.id desc limit 1)`;

function sources(tx: Tx, actor: Actor): RawBuilder<unknown>[] {
  const signals = (kind: RawBuilder<unknown>, limit: string, at: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
    select ${kind} as kind, s.id, s.urgency, ${at} as at, ${sql.lit(limit)} as limit_name, s.area_id, array[s.channel_id] as channels
      from ${from} and ${signalSeen(actor)}`;
  const problems = (kind: RawBuilder<unknown>, limit: string, where: RawBuilder<unknown>) => sql`
    select ${kind} as kind, p.id, p.urgency, p.changed_at as at, ${stageOr(sql.lit(limit))} as limit_name, ${areaOf} as area_id, ${channelsOf} as channels
      from problem p where ${where} and ${problemSeen(tx, actor)}`;
  return [
    ...(may(actor, 'signal.triage')
      ? [signals(sql`'signal'`, 'triage', sql`s.received_at`, sql`signal s where s.state = 'untriaged'`)]
      : []),
    ...(may(actor, 'problem.assign')
      ? [
          problems(
            sql`case ${lastEnd} when 'returned' then 'returned' else 'assign' end`,
            'assign',
            sql`p.state = 'open'`,
          ),
          // Once granted, a deferral lets what was asked for the limit lapse: one case, the greater question.
          problems(
            sql`'time'`,
            'handle',
            sql`p.state = 'working' and ${askedByOthers(sql`p.id`, selves(actor))}
              and not exists (select from deferral d where d.problem_id = p.id and ${asksDispatcher(tx, selves(actor))})`,
          ),
          // What stands until its review has no limit that runs: it presses from that day on.
          sql`select 'deferral', p.id, p.urgency, case d.state when 'asked' then d.at else d.review_on::timestamp at time zone 'Asia/Shanghai' end,
                case d.state when 'asked' then 'handle' else 'none' end, ${areaOf}, ${channelsOf}
              from deferral d join problem p on p.id = d.problem_id where ${asksDispatcher(tx, selves(actor))} and ${problemSeen(tx, actor)}`,
        ]
      : []),
    ...(may(actor, 'problem.close')
      ? [
          problems(sql`'close'`, 'close', sql`p.state = 'verified'`),
          signals(
            sql`'wish'`,
            'answer',
            sql`w.at`,
            sql`signal_reopening w join signal s on s.id = w.signal_id where w.outcome is null`,
          ),
        ]
      : []),
    ...(may(actor, 'warning.decide')
      ? [
          sql`select 'warning', w.id, 'normal', w.found_at, 'none', w.area_id, '{}'::uuid[] from warning w where w.state = 'new'`,
        ]
      : []),
  ];
}

/** All of it, the most pressing first. @param only this case alone */
export async function waitingRows(tx: Tx, actor: Actor, only?: string): Promise<WaitingRow[]> {
  const parts = sources(tx, actor);
  if (parts.length === 0) return [];
  const { rows } = await sql<Raw>`
    with waits as (${sql.join(parts, sql` union all `)})
    select w.kind, w.id, w.urgency, w.at, w.area_id as "areaId", w.channels::text[] as channels, l.person_id as "heldBy", l.until_at as "heldUntil",
           c.due_at as "dueAt", c.started_at as "startedAt", c.unit_of_time as unit, c.unit_id as office, c.paused_at as "pausedAt", ${stageName('c')} as stage
      from waits w left join clock c on c.thing = w.id and c.limit_name = w.limit_name and c.stopped_at is null
      left join lease l on l.thing = w.id and l.until_at > ${tx.now}
     where ${only ?? null}::uuid is null or w.id = ${only ?? null}
     order by w.urgency <> 'critical', case when c.paused_at is null then coalesce(c.due_at, w.at + interval '1 day') else 'infinity' end, w.id limit ${LOOKED_AT}`.execute(
    tx,
  );
  return rows
    .map(({ dueAt, startedAt, unit, office, pausedAt, stage, ...row }) => ({
      ...row,
      limit: dueAt === null ? null : { dueAt, startedAt, unit, office, pausedAt, stage },
    }))
    .sort(inOrder);
}

/** The codes of these areas. */
export async function areaCodes(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx.selectFrom('area').select(['id', 'code']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}

export type Narrowed = {
  kind?: WaitingRow['kind'] | undefined;
  channelId?: string | undefined;
  /** It and what lies below. */
  areaId?: string | undefined;
};

export async function narrowed(tx: Tx, rows: readonly WaitingRow[], filter: Narrowed): Promise<WaitingRow[]> {
  const { kind, channelId, areaId } = filter;
  const codes = areaId ? await areaCodes(tx, [areaId, ...rows.map((row) => row.areaId)]) : new Map<string, string>();
  const above = areaId ? (codes.get(areaId) ?? '-') : '';
  return rows.filter(
    (row) =>
      (!kind || row.kind === kind) &&
      (!channelId || row.channels.includes(channelId)) &&
      (!areaId || codes.get(row.areaId ?? '')?.startsWith(above)),
  );
}
