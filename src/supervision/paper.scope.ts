/** Which letters and talks an actor sees, and what the actor is to one. */
import { sql } from 'kysely';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { LetterRole } from '#supervision/letter.ts';

/** A condition on a row with `unit_id`: those of the units in which the actor may read letters; whoever sends them sees all. */
export function paperSeen(actor: Actor, table: 'l' | 't') {
  if (may(actor, 'letter.send')) return sql<boolean>`true`;
  const reach = reachOf(actor, 'letter.read');
  return reach === 'city' ? sql<boolean>`true` : sql<boolean>`${sql.ref(`${table}.unit_id`)} = any(${reach}::uuid[])`;
}

export function paperRoles(actor: Actor, unit: string): Set<LetterRole> {
  const roles = new Set<LetterRole>();
  if (may(actor, 'letter.answer', [unit])) roles.add('head');
  if (may(actor, 'letter.send')) roles.add('sender');
  return roles;
}
