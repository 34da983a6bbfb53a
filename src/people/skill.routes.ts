/** Serves skills. */
import type { Serve } from '#people/serve.ts';
import { addSkill, retireSkill, setSkills } from '#people/skill.actions.ts';
import { skillApi as api } from '#people/skill.api.ts';
import { listSkills } from '#people/skill.store.ts';

export function skillRoutes(serve: Serve): void {
  serve(api.list, async ({ tx }) => ({ items: await listSkills(tx) }));
  serve(api.add, ({ tx, actor, body }) => addSkill(tx, actor, body));
  serve(api.retire, ({ tx, actor, params, body }) => retireSkill(tx, actor, params.id, body.id));
  serve(api.set, ({ tx, actor, params, body }) => setSkills(tx, actor, params.id, body));
}
