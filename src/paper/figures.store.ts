/** The figures of a report: counted by when things happened, so that a day past gives the same figures whenever it is asked for. */
import { type RawBuilder, sql } from 'kysely';
import { endOfDay, startOfDay } from '#clock/day.ts';
import type { Figures, Span, Thrice } from '#paper/paper.ts';
import { ranked } from '#paper/ranked.store.ts';
import type { Tx } from '#platform/db.ts';

type Spans = { now: Span; before: Span; lastYear: Span };

const within = (at: RawBuilder<unknown>, { from, to }: Span) =>
  sql`${at} between ${startOfDay(from)} and ${endOfDay(to)}`;

/** How many of `rows` lie in each of the three spans; `at` and `that` speak of their columns. */
async function thrice(tx: Tx, spans: Spans, rows: RawBuilder<unknown>, at: RawBuilder<unknown>, that = sql`true`) {
  const of = (span: Span) => sql`(select count(*)::int from ${rows} where ${within(at, span)} and ${that})`;
  const { rows: found } = await sql<Thrice>`
    select ${of(spans.now)} as now, ${of(spans.before)} as before, ${of(spans.lastYear)} as "lastYear"`.execute(tx);
  return found[0]!;
}

const decided = sql`problem_decision d`;
const decidedAt = sql`d.at`;
const calledBack = sql`signal_callback b`;

/** The order is that of the report. */
export async function figuresOf(tx: Tx, spans: Spans): Promise<Figures> {
  const signals = sql`signal s`;
  const receivedAt = sql`s.received_at`;
  return {
    city: tx.city.name.zh,
    received: await thrice(tx, spans, signals, receivedAt),
    answeredAtOnce: await thrice(tx, spans, signals, receivedAt, sql`s.disposition = 'answered'`),
    made: await thrice(tx, spans, sql`problem p`, sql`p.made_at`),
    closed: await thrice(tx, spans, decided, decidedAt, sql`d.step = 'close'`),
    called: await thrice(tx, spans, calledBack, sql`b.at`, sql`b.reached and b.solved is not null`),
    solved: await thrice(tx, spans, calledBack, sql`b.at`, sql`b.solved = 'yes'`),
    channels: await ranked(tx, spans, 'channel'),
    matters: await ranked(tx, spans, 'category'),
    themes: await themesConfirmed(tx, spans.now),
    warnings: await warningsFound(tx, spans.now),
    overdue: await overdueAt(tx, endOfDay(spans.now.to)),
    notes: await notesOf(tx, spans.now),
    good: await confirmedGood(tx, spans.now),
  };
}

/** Common problems that a person confirmed, as the ledger tells. */
async function themesConfirmed(tx: Tx, span: Span): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct t.name from ledger l join theme t on t.id = l.thing
     where l.kind = 'theme' and l.verb = 'theme.confirm' and ${within(sql`l.at`, span)} order by t.name limit 20`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

async function warningsFound(tx: Tx, span: Span): Promise<Figures['warnings']> {
  const { rows } = await sql<Figures['warnings'][number]>`
    select coalesce(a.name, '全市') || ' · ' || coalesce(c.name, '各类诉求') as about, w.people, w.window_days as days
      from warning w left join area a on a.id = w.area_id left join category c on c.id = w.category_id
     where ${within(sql`w.found_at`, span)} order by w.once_in_days desc, w.id limit 10`.execute(tx);
  return rows;
}

/** Problems that a unit led at that moment, and those of them of which a limit was over: the rule of the lists, at the day's end. */
async function overdueAt(tx: Tx, at: Date): Promise<Figures['overdue']> {
  const running = sql`c.started_at <= ${at} and (c.stopped_at is null or c.stopped_at > ${at})`;
  const { rows } = await sql<Figures['overdue'][number]>`
    select u.short_name as unit, count(*)::int as open, count(*) filter (where late)::int as late from (
      select distinct on (c.thing) c.thing, a.to_unit, bool_or(c.due_at < ${at}) over (partition by c.thing) as late
        from clock c join assignment a on a.problem_id = c.thing and a.role = 'lead' and a.opened_at <= ${at}
             and (a.closed_at is null or a.closed_at > ${at})
       where c.kind = 'problem' and ${running}) o join unit u on u.id = o.to_unit
     group by u.id having count(*) filter (where late) > 0 order by late desc, open, u.short_name limit 30`.execute(tx);
  return rows;
}

/** Leaders' notes that were recorded or moved on in the span, and how they stood at its end. */
async function notesOf(tx: Tx, span: Span): Promise<Figures['notes']> {
  const { rows } = await sql<{ leader: string; words: string; unit: string; step: string | null; said: string | null }>`
    select n.leader, n.words, u.short_name as unit, m.step, m.words as said from leader_note n join unit u on u.id = n.unit_id
      left join lateral (select d.step, d.words, d.at from leader_note_decision d
         where d.note_id = n.id and d.at <= ${endOfDay(span.to)} order by d.at desc, d.id desc limit 1) m on true
     where ${within(sql`n.recorded_at`, span)} or ${within(sql`m.at`, span)} order by n.recorded_at, n.id limit 30`.execute(
    tx,
  );
  return rows.map(({ step, said, ...note }) => ({ ...note, came: cameOf(step, said) }));
}

function cameOf(step: string | null, said: string | null): string {
  if (step === 'answer') return `已答复：${said}`;
  if (step === 'close') return '已答复并呈阅';
  return step === 'return' ? '答复已退回，正在重新办理' : '正在办理';
}

/** Closed in the span, and somebody who had reported it said that it is solved: the most reported first. */
async function confirmedGood(tx: Tx, span: Span): Promise<Figures['good']> {
  const { rows } = await sql<Figures['good'][number]>`
    select p.number, p.title, coalesce(u.short_name, '') as unit, p.signal_count as signals from problem p
      left join lateral (select a.to_unit from assignment a where a.problem_id = p.id and a.role = 'lead'
         order by a.opened_at desc limit 1) a on true left join unit u on u.id = a.to_unit
     where exists (select from problem_decision d where d.problem_id = p.id and d.step = 'close' and ${within(decidedAt, span)})
       and exists (select from signal_problem e join signal_callback b on b.signal_id = e.signal_id
         where e.problem_id = p.id and b.solved = 'yes' and b.at <= ${endOfDay(span.to)})
     order by p.signal_count desc, p.number limit 5`.execute(tx);
  return rows;
}
