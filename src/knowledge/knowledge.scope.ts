/** Who sees an entry of the knowledge base, and what somebody is towards it. */
import { type RawBuilder, sql } from 'kysely';
import type { KnowledgeRole } from '#knowledge/knowledge.ts';
import { type Actor, may } from '#people/actor.ts';

/** Towards an entry of this unit. */
export function rolesTowards(actor: Actor, ownerUnit: string): Set<KnowledgeRole> {
  const held = new Set<KnowledgeRole>();
  if (may(actor, 'knowledge.write', [ownerUnit])) held.add('writer');
  if (may(actor, 'knowledge.publish', [ownerUnit])) held.add('reviewer');
  return held;
}

/** Over `knowledge_entry e`: who writes or reviews sees drafts and what was withdrawn; everybody else what is published. */
export const entrySeen = (actor: Actor): RawBuilder<unknown> =>
  may(actor, 'knowledge.write') || may(actor, 'knowledge.publish') ? sql`true` : sql`e.state = 'published'`;
