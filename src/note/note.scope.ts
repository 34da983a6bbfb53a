/** Who sees a leader's note, and what somebody is towards it. */
import { type RawBuilder, sql } from 'kysely';
import type { NoteRole } from '#note/note.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';

/** Over `leader_note n`: those of one's units. */
export function noteSeen(actor: Actor): RawBuilder<unknown> {
  const reach = reachOf(actor, 'note.read');
  return reach === 'city' ? sql`true` : sql`n.unit_id = any(${reach}::uuid[])`;
}

export function rolesTowards(actor: Actor, unitId: string): Set<NoteRole> {
  const held = new Set<NoteRole>();
  if (may(actor, 'note.answer', [unitId])) held.add('answerer');
  if (may(actor, 'note.record')) held.add('recorder');
  return held;
}
