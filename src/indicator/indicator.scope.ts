/** Which indicators an actor sees, and what the actor is to one. */
import { sql } from 'kysely';
import type { IndicatorRole } from '#indicator/indicator.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';

/**
 * A condition on `indicator i`: those of the actor's units, those of a unit above them (what the city defines counts for
 * everybody in it), and what the actor made. One that counts the signals of a problem is not handed down: its name tells of it.
 */
export function indicatorSeen(tx: Tx, actor: Actor) {
  const reach = reachOf(actor, 'indicator.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(i.made_by = ${actor.id} or i.owner_unit = any(${reach}::uuid[])
    or (i.counted is null and i.owner_unit in (
      with recursive up (unit) as (
        select unnest(${reach}::uuid[])
        union
        select e.parent_id from up join unit_edge e on e.child_id = up.unit
           and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)})
      select unit from up)))`;
}

/** The roles of whoever manages the unit's indicators, or records its readings. */
export function indicatorRoles(actor: Actor, ownerUnit: string): Set<IndicatorRole> {
  const roles = new Set<IndicatorRole>();
  if (may(actor, 'indicator.manage', [ownerUnit])) roles.add('manager');
  if (may(actor, 'reading.record', [ownerUnit])) roles.add('recorder');
  return roles;
}
