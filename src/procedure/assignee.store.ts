/** Who does a step: of which unit, and which person of it; or why nobody could be found. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { cannotAct, today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { RunRow } from '#procedure/run.store.ts';
import type { StepRow } from '#procedure/version.store.ts';
import { candidates } from '#task/choose.store.ts';
import type { FallbackReason } from '#task/task.ts';
import { holders } from '#triage/assignment.store.ts';
import { namedUnits } from '#triage/duty/named-unit.store.ts';
import { matterOfProblem } from '#triage/duty/problem-matter.store.ts';
import { whoseDuty } from '#triage/duty/whose-duty.store.ts';

/** `why`: what speaks for this person, where the program chose. */
export type Assignee = { personId: string; unitId: string; fallback: FallbackReason | null; why: Said | null };

/** With `fallback` it stands with whoever answers for the run, in the run's own unit. */
export async function assigneeOf(tx: Tx, run: RunRow, step: StepRow): Promise<Assignee> {
  const found = step.who === 'person' ? await named(tx, step.personId!) : await ofUnit(tx, run, step);
  if (typeof found !== 'string') return { why: null, ...found, fallback: null };
  return { personId: (await reviewersOf(tx, run))[0], unitId: run.unit_id, fallback: found, why: null };
}

type Found = { personId: string; unitId: string; why?: Said } | FallbackReason;

async function named(tx: Tx, personId: string): Promise<Found> {
  const { rows } = await sql<{ unit: string }>`
    select p.unit_id as unit from person h join post p on p.person_id = h.id and p.role_sort = 'business'
       and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}
     where h.id = ${personId} and coalesce(h.left_on, 'infinity') > ${today(tx)} order by p.valid_from, p.id limit 1`.execute(
    tx,
  );
  return rows[0] ? { personId, unitId: rows[0].unit } : 'nobody';
}

async function ofUnit(tx: Tx, run: RunRow, step: StepRow): Promise<Found> {
  const asked =
    step.who === 'duty' ? await dutyUnit(tx, run) : step.place === 'named' ? step.unitId : await thingUnit(tx, run);
  if (!asked) return 'no_unit';
  const unit = (await namedUnits(tx, [asked], dayOf(tx.now))).get(asked);
  const unitId = unit?.closedOn == null ? asked : unit.now.length === 1 ? unit.now[0]!.id : null;
  return unitId
    ? fittest(tx, unitId, step.who === 'role' ? step.roleCode : null, await areaOf(tx, run))
    : 'unit_closed';
}

/** The unit that leads the problem, the unit that the run is about, else the run's own. */
async function thingUnit(tx: Tx, run: RunRow): Promise<string | null> {
  if (run.about_kind === 'unit') return run.about_id;
  if (run.about_kind !== 'problem') return run.unit_id;
  return (await holders(tx, { problemId: run.about_id! })).find(({ role }) => role === 'lead')?.to_unit ?? null;
}

async function dutyUnit(tx: Tx, run: RunRow): Promise<string | null> {
  if (run.about_kind !== 'problem') return null;
  const { categoryId, areaId, words } = await matterOfProblem(tx, run.about_id!);
  return (await whoseDuty(tx, { categoryId, areaId, words })).answers[0]?.lead?.id ?? null;
}

/** Where the problem is that the run is about. */
async function areaOf(tx: Tx, run: RunRow): Promise<string | null> {
  if (run.about_kind !== 'problem') return null;
  const row = await tx.selectFrom('problem').select('area_id').where('id', '=', run.about_id!).executeTakeFirst();
  return row?.area_id ?? null;
}

/** Of its people whoever ranks first: present load, area, absence and a fair share, as when a person is asked. */
async function fittest(tx: Tx, unitId: string, roleCode: string | null, areaId: string | null): Promise<Found> {
  const ranked = await candidates(tx, { unitId, areaId, ...(roleCode && { roles: [roleCode] }) });
  const holders = roleCode ? await holdersOf(tx, unitId, roleCode) : null;
  const able = holders ? ranked.filter(({ person }) => holders.has(person.id)) : ranked;
  if (able.length === 0) return 'nobody';
  const here = able.find(({ awayUntil }) => awayUntil === null);
  if (!here) return 'away';
  const said = (language: 'zh' | 'en') => here.why.map((one) => one[language]);
  return { personId: here.person.id, unitId, why: { zh: said('zh').join('，'), en: said('en').join(', ') } };
}

async function holdersOf(tx: Tx, unitId: string, roleCode: string): Promise<Set<string>> {
  const { rows } = await sql<{ person: string }>`select person_id as person from post p
    where p.unit_id = ${unitId} and p.role_code = ${roleCode} and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}`.execute(
    tx,
  );
  return new Set(rows.map(({ person }) => person));
}

/** Who reviews and who stands in: the two who answer for the run, whoever of them is still in office first. */
export async function reviewersOf(
  tx: Tx,
  run: Pick<RunRow, 'responsible_id' | 'second_id'>,
): Promise<[string, string]> {
  const { rows } = await sql<{
    gone: boolean;
  }>`select ${cannotAct(tx, sql`${run.responsible_id}::uuid`)} as gone`.execute(tx);
  const { responsible_id: first, second_id: second } = run;
  return rows[0]!.gone ? [second, first] : [first, second];
}

/** Nobody reviews what they did themselves. */
export const reviewerFor = (assigneeId: string, [first, second]: readonly [string, string]): string =>
  assigneeId === first ? second : first;
