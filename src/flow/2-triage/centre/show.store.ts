/** Cases of the dispatch centre as they are shown: what each is about, what is asked, who is proposed, who is at it. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import type { Actor } from '#people/actor.ts';
import { personNames } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import { sayBudget } from '#rules/time/say-budget.ts';
import { extensionReasons, kinds, suspensionReasons, type TimeRequestKind } from '#rules/time/time-request.ts';
import { maskWords } from '#text/mask.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { lightNow, thingOf } from '#triage/centre/centre.ts';
import { proposedFor } from '#triage/centre/proposed.store.ts';
import type { WaitingRow } from '#triage/centre/waiting.store.ts';
import { type DeferralReason, reasons as deferralReasons } from '#triage/deferral/deferral.ts';

export async function showWaiting(tx: Tx, actor: Actor, rows: readonly WaitingRow[]): Promise<CentreItem[]> {
  if (rows.length === 0) return [];
  const of = (kind: 'signal' | 'problem' | 'warning') =>
    rows.filter((row) => thingOf[row.kind] === kind).map((row) => row.id);
  const about = await aboutThese(tx, of('signal'), of('problem'), of('warning'));
  const returned = await returnsOf(tx, idsOf(rows, 'returned'));
  const asked = new Map([
    ...(await timeAsked(tx, idsOf(rows, 'time'))),
    ...(await deferralsAsked(tx, idsOf(rows, 'deferral'))),
    ...(await wishesAsked(tx, idsOf(rows, 'wish'))),
  ]);
  const proposed = await proposedFor(tx, {
    signals: idsOf(rows, 'signal'),
    problems: [...idsOf(rows, 'assign'), ...idsOf(rows, 'returned')],
    suggested: new Map([...returned].flatMap(([id, one]) => (one.suggested ? [[id, one.suggested] as const] : []))),
  });
  const calendar = await loadCalendar(tx);
  const names = await personNames(
    tx,
    rows.flatMap((row) => row.heldBy ?? []),
  );
  return rows.flatMap((row): CentreItem[] => {
    const found = about.get(row.id);
    if (!found) return [];
    const { unit, reason, basis, times } = returned.get(row.id) ?? {};
    return [
      {
        ...{ kind: row.kind, id: row.id, urgency: row.urgency, at: row.at.toISOString() },
        ...found,
        due: dueOf(row),
        light: lightNow(calendar, tx.now, row),
        units: proposed.get(row.id) ?? [],
        returned: unit ? { unit, reason: maskWords(reason ?? ''), basis: basis ?? '', times: times ?? 1 } : null,
        asked: asked.get(row.id) ?? null,
        lease: row.heldBy
          ? {
              person: { id: row.heldBy, name: names.get(row.heldBy) ?? '' },
              untilAt: row.heldUntil!.toISOString(),
              mine: row.heldBy === actor.id,
            }
          : null,
      },
    ];
  });
}

const idsOf = (rows: readonly WaitingRow[], kind: WaitingRow['kind']) =>
  rows.filter((row) => row.kind === kind).map((row) => row.id);

const limitNames = {
  signal: 'triage',
  assign: 'assign',
  returned: 'assign',
  time: 'handle',
  deferral: 'handle',
  wish: 'answer',
  close: 'close',
  warning: '',
};

function dueOf({ kind, limit }: WaitingRow): CentreItem['due'] {
  if (!limit) return null;
  return {
    limit: limit.stage ? 'stage' : limitNames[kind],
    stage: limit.stage ?? null,
    dueAt: limit.dueAt.toISOString(),
    startedAt: limit.startedAt.toISOString(),
    unitOfTime: limit.unit,
    provisional: false,
    office: limit.office,
    pausedAt: limit.pausedAt?.toISOString() ?? null,
  };
}

type About = Pick<CentreItem, 'number' | 'title' | 'area' | 'channels' | 'version'>;

async function aboutThese(tx: Tx, signals: string[], problems: string[], warnings: string[]) {
  const { rows } = await sql<About & { id: string }>`
    select s.id, s.number, coalesce(nullif(s.title, ''), left(s.words, 80)) as title, a.name as area, array[c.name] as channels, null::int as version
      from signal s join channel c on c.id = s.channel_id left join area a on a.id = s.area_id where s.id = any(${signals}::uuid[])
    union all
    select p.id, p.number, p.title, coalesce(a.name, (select b.name from signal_problem e join signal s on s.id = e.signal_id join area b on b.id = s.area_id
             where e.problem_id = p.id and e.closed_at is null order by s.received_at limit 1)),
           array(select distinct c.name from signal_problem e join signal s on s.id = e.signal_id join channel c on c.id = s.channel_id
             where e.problem_id = p.id and e.closed_at is null order by 1), p.version
      from problem p left join area a on a.id = p.area_id where p.id = any(${problems}::uuid[])
    union all
    select w.id, w.people || '/' || w.window_days, coalesce(k.name, ''), a.name, '{}'::text[], w.version
      from warning w left join area a on a.id = w.area_id left join category k on k.id = w.category_id where w.id = any(${warnings}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, title, ...row }) => [id, { ...row, title: maskWords(title) }]));
}

type Returned = { unit: string; reason: string | null; basis: string | null; suggested: string | null; times: number };

/** What the last unit said that sent it back: its duty basis and the unit it suggests stand in the ledger. */
async function returnsOf(tx: Tx, ids: string[]): Promise<Map<string, Returned>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Returned & { id: string }>`
    select distinct on (a.problem_id) a.problem_id as id, coalesce(nullif(u.short_name, ''), u.name) as unit, 
           case when l.data->>'basis' <> '' then replace(a.close_words, E'\\n' || (l.data->>'basis'), '') else a.close_words end as reason,
           l.data->>'basis' as basis, l.data->>'suggestedUnit' as suggested,
           (select count(*)::int from assignment b where b.problem_id = a.problem_id and b.role = 'lead' and b.close_reason = 'returned') as times
      from assignment a join unit u on u.id = a.to_unit
      left join lateral (select l.data from ledger l where l.thing = a.problem_id and l.verb = 'problem.sendBack' order by l.seq desc limit 1) l on true
     where a.problem_id = any(${ids}::uuid[]) and a.role = 'lead' and a.close_reason = 'returned'
     order by a.problem_id, a.closed_at desc`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

type AskedRow = {
  thing: string;
  by: string;
  kind: TimeRequestKind;
  reason: string;
  words: string;
  budget: number | null;
  until: string | null;
  unit: Parameters<typeof sayBudget>[1];
};

async function timeAsked(tx: Tx, ids: string[]): Promise<[string, NonNullable<CentreItem['asked']>][]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AskedRow>`
    select r.thing, h.name as by, r.kind, r.reason, r.words, r.budget, r.until::text, c.unit_of_time as unit
      from time_request r join person h on h.id = r.by_person join clock c on c.id = r.clock_id
     where r.state = 'asked' and r.thing = any(${ids}::uuid[])`.execute(tx);
  return rows.map((row) => [row.thing, { by: row.by, said: sayAsked(row), words: maskWords(row.words) }]);
}

function sayAsked({ kind, reason, budget, until, unit }: AskedRow): Said {
  const reasons: Record<string, Said> = kind === 'extension' ? extensionReasons : suspensionReasons;
  const why = reasons[reason] ?? { zh: reason, en: reason };
  const much = budget === null ? { zh: `到 ${until}`, en: `until ${until}` } : sayBudget(budget, unit);
  return { zh: `${kinds[kind].zh} ${much.zh}：${why.zh}`, en: `${kinds[kind].en}, ${much.en}: ${why.en}` };
}

async function deferralsAsked(tx: Tx, ids: string[]): Promise<[string, NonNullable<CentreItem['asked']>][]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    thing: string;
    by: string;
    words: string;
    standing: boolean;
    reason: DeferralReason;
    day: string;
  }>`
    select d.problem_id as thing, h.name as by, d.words, d.state = 'standing' as standing, d.reason, d.review_on::text as day
      from deferral d join person h on h.id = d.by_person where d.state in ('asked', 'standing') and d.problem_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ thing, by, words, standing, reason, day }) => {
    const why = deferralReasons[reason];
    const said = standing
      ? { zh: `挂账到复核日 ${day}：${why.zh}`, en: `On the books, to be reviewed on ${day}: ${why.en}` }
      : { zh: `申请挂账，${day} 复核：${why.zh}`, en: `Asks to put it on the books until ${day}: ${why.en}` };
    return [thing, { by, said, words: maskWords(words) }];
  });
}

async function wishesAsked(tx: Tx, ids: string[]): Promise<[string, NonNullable<CentreItem['asked']>][]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('signal_reopening')
    .select(['signal_id', 'words'])
    .where('outcome', 'is', null)
    .where('signal_id', 'in', ids)
    .execute();
  const said = { zh: '诉求人不认可，申请重办', en: 'The reporter wishes it taken up again' };
  return rows.map(({ signal_id, words }) => [signal_id, { by: '', said, words: maskWords(words) }]);
}
