/** What only the database knows of a procedure that is issued: does its post have a holder, is its unit there, is its person in office? */
import { sql } from 'kysely';
import { indicatorSeen } from '#indicator/indicator.scope.ts';
import { today } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type FieldProblem, fieldProblem } from '#platform/problem.ts';
import { needsUnit } from '#procedure/faults.ts';
import type { Step } from '#procedure/step.ts';

type Known = {
  units: Record<string, { name: string; open: boolean }>;
  persons: Record<string, { name: string; serves: boolean }>;
  roles: Record<string, { zh: string; en: string }>;
  /** `<unit> <role>` where somebody holds it today. */
  held: string[];
  indicators: string[];
};

/** In the order of the steps, each on its field. Units of the matter itself are known only when there is one. */
export async function unfitToday(
  tx: Tx,
  actor: Actor,
  steps: readonly Step[],
  ownerUnit: string,
): Promise<FieldProblem[]> {
  const known = await look(tx, actor, steps);
  const unit = known.units[ownerUnit]?.name ?? '';
  return steps.flatMap((one, nth) => {
    const at = (field: keyof Step) => `steps.${nth}.${field}`;
    const step = one.title;
    const found: FieldProblem[] = [];
    if (needsUnit(one) && one.place === 'named') {
      const place = known.units[one.unitId!];
      if (!place?.open)
        found.push(fieldProblem(at('unitId'), 'procedure_unit_closed', { step, unit: place?.name ?? '' }));
      else if (one.who === 'role' && !known.held.includes(`${one.unitId} ${one.roleCode}`))
        found.push(
          fieldProblem(at('roleCode'), 'procedure_role_nobody', {
            ...{ step, unit: place.name, role: known.roles[one.roleCode!] ?? unit },
          }),
        );
    }
    if (one.who === 'role' && !known.roles[one.roleCode!])
      found.push(fieldProblem(at('roleCode'), 'procedure_no_role', { step }));
    const person = one.who === 'person' ? known.persons[one.personId!] : undefined;
    if (one.who === 'person' && !person?.serves)
      found.push(fieldProblem(at('personId'), 'procedure_person_gone', { step, name: person?.name ?? '' }));
    if (one.feedback?.rule === 'reading' && !known.indicators.includes(one.feedback.indicatorId))
      found.push(fieldProblem(at('feedback'), 'procedure_indicator_unknown', { step }));
    return found;
  });
}

async function look(tx: Tx, actor: Actor, steps: readonly Step[]): Promise<Known> {
  const ids = (pick: (one: Step) => string | null) => [...new Set(steps.flatMap((one) => pick(one) ?? []))];
  const indicators = ids((one) => (one.feedback?.rule === 'reading' ? one.feedback.indicatorId : null));
  const valid = sql`p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}`;
  const { rows } = await sql<Known>`select
    (select coalesce(json_object_agg(u.id, json_build_object('name', u.short_name, 'open', coalesce(u.valid_to, 'infinity') > ${today(tx)})), '{}')
       from unit u where u.id = any(${ids((one) => one.unitId)}::uuid[])) as units,
    (select coalesce(json_object_agg(h.id, json_build_object('name', h.name, 'serves', coalesce(h.left_on, 'infinity') > ${today(tx)}
        and exists (select from post p where p.person_id = h.id and p.role_sort = 'business' and ${valid}))), '{}')
       from person h where h.id = any(${ids((one) => one.personId)}::uuid[])) as persons,
    (select coalesce(json_object_agg(r.code, json_build_object('zh', r.name_zh, 'en', r.name_en)), '{}')
       from role r where r.sort = 'business' and r.code = any(${ids((one) => one.roleCode)}::text[])) as roles,
    (select coalesce(json_agg(distinct p.unit_id || ' ' || p.role_code), '[]') from post p join person h on h.id = p.person_id
      where p.unit_id = any(${ids((one) => one.unitId)}::uuid[]) and coalesce(h.left_on, 'infinity') > ${today(tx)} and ${valid}) as held,
    (select coalesce(json_agg(i.id), '[]') from indicator i where i.id = any(${indicators}::uuid[]) and ${indicatorSeen(tx, actor)}) as indicators`.execute(
    tx,
  );
  return rows[0]!;
}
