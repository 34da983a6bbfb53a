/** What a unit has in hand now: by light, what is late, who has how much, what came back, letters; for those who see its problems. */
import { sql } from 'kysely';
import { loadCalendar } from '#clock/clock.store.ts';
import { type Light, lightOf } from '#clock/left.ts';
import { type Actor, may } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { limitInState } from '#rules/limit-in-state.store.ts';
import type { Due, PersonBrief } from '#rules/shapes.ts';
import { paperSeen } from '#supervision/paper.scope.ts';
import { taskSeen } from '#task/task.store.ts';
import { limitOf as taskLimits } from '#task/task.ts';
import { dueJson, ledBy, limitOfProblem } from '#triage/problem.store.ts';
import type { UnitLoad } from '#views/overview.api.ts';

/** Lines of what is late; the figure says how many there are. */
const LATE = 10;
/** What came back and letters are counted over so many days. */
const DAYS = 90;

type Row = UnitLoad['late']['items'][number] & { person: PersonBrief | null };

/** @throws forbidden where the actor may not see the unit's problems */
export async function unitLoad(tx: Tx, actor: Actor, unit: string): Promise<UnitLoad> {
  if (!may(actor, 'problem.read', [unit])) throw problem('forbidden', { verb: permissions['problem.read'] });
  const { rows } = await sql<Row>`
    select 'problem' as kind, p.id, p.number, p.title, p.state, ${dueJson(sql`p.id`, limitOfProblem)} as due, null as person
      from problem p where ${ledBy(unit)} and p.state in ('given', 'working')
    union all
    select 'task', t.id, t.number, t.title, t.state, ${dueJson(sql`t.id`, limitInState(taskLimits, 't.state'))},
           (select json_build_object('id', h.id, 'name', h.name) from assignment a join person h on h.id = a.to_person
             where a.task_id = t.id and a.role = 'lead' and a.closed_at is null)
      from task t where t.unit_id = ${unit} and t.state in ('given', 'working', 'submitted') and ${taskSeen(actor)}`.execute(
    tx,
  );
  const light = await lights(tx);
  const lit = rows.map((row) => ({ row, light: row.due ? light(row.due) : ('green' as const) }));
  const of = (kind: Row['kind']) => figure(lit.filter(({ row }) => row.kind === kind).map((one) => one.light));
  const late = lit
    .filter((one) => one.light === 'red')
    .map(({ row }) => row)
    .sort((a, b) => (a.due!.dueAt < b.due!.dueAt ? -1 : 1));
  const seesLetters = may(actor, 'letter.read', [unit]);
  return {
    problems: of('problem'),
    tasks: of('task'),
    late: { items: late.slice(0, LATE), count: late.length },
    people: byPerson(lit),
    returns: await returnsOf(tx, unit),
    letters: seesLetters ? await lettersOf(tx, actor, unit) : null,
    days: DAYS,
  };
}

/** The same rule as every limit that is shown. What stands still is neither late nor near it. */
export async function lights(tx: Tx): Promise<(due: Due) => Light> {
  const calendar = await loadCalendar(tx);
  return ({ dueAt, startedAt, unitOfTime: unit, office = null, pausedAt }) => {
    const limit = { dueAt: new Date(dueAt), startedAt: new Date(startedAt), unit, office };
    return pausedAt ? 'green' : lightOf(calendar, tx.now, limit);
  };
}

function figure(all: readonly Light[]): UnitLoad['tasks'] {
  const of = (light: Light) => all.filter((one) => one === light).length;
  return { red: of('red'), yellow: of('yellow'), green: of('green') };
}

/** By name: it says who has how much, it ranks nobody. Handed in, a task waits for its reviewer and is nobody's load. */
function byPerson(lit: readonly { row: Row; light: Light }[]): UnitLoad['people'] {
  const held = new Map<string, { person: PersonBrief; lights: Light[] }>();
  for (const { row, light } of lit) {
    if (!row.person || row.state === 'submitted') continue;
    const one = held.get(row.person.id) ?? { person: row.person, lights: [] };
    one.lights.push(light);
    held.set(row.person.id, one);
  }
  return [...held.values()]
    .map(({ person, lights }) => ({ person, ...figure(lights) }))
    .sort((a, b) => a.person.name.localeCompare(b.person.name, 'zh'));
}

async function returnsOf(tx: Tx, unit: string): Promise<UnitLoad['returns']> {
  const { rows } = await sql<UnitLoad['returns']>`
    select count(*)::int as given, count(*) filter (where a.close_reason = 'returned')::int as returned
      from assignment a where a.to_unit = ${unit} and a.role = 'lead' and a.problem_id is not null
       and a.opened_at >= ${tx.now}::timestamptz - ${DAYS} * interval '1 day'`.execute(tx);
  return rows[0]!;
}

async function lettersOf(tx: Tx, actor: Actor, unit: string): Promise<NonNullable<UnitLoad['letters']>> {
  const { rows } = await sql<NonNullable<UnitLoad['letters']>>`
    select count(*)::int as sent, count(*) filter (where l.state = 'sent')::int as open
      from letter l where l.unit_id = ${unit} and l.made_at >= ${tx.now}::timestamptz - ${DAYS} * interval '1 day'
       and ${paperSeen(actor, 'l')}`.execute(tx);
  return rows[0]!;
}
