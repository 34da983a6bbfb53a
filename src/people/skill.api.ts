/** Routes of skills: the closed list of the city, and which of them a person has. */
import { z } from 'zod';
import { id, one, text } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const skillShown = z.object({ id, name: z.string() });

export const skillApi = routes({
  list: {
    method: 'GET',
    path: '/skills',
    summary: { zh: '技能词表', en: 'The list of skills' },
    verb: 'people.read',
    /** `persons`: how many in office have it. */
    reply: z.object({ items: z.array(skillShown.extend({ persons: z.int() })) }),
  },
  add: {
    method: 'POST',
    path: '/skills',
    summary: { zh: '增加技能', en: 'Add a skill' },
    verb: 'people.manage',
    /** The skill's own id. */
    body: z.object({ id, name: text(30) }),
    reply: skillShown,
    problems: ['skill_there'],
  },
  retire: {
    method: 'POST',
    path: '/skills/:id/retirement',
    summary: { zh: '停用技能', en: 'Retire a skill' },
    verb: 'people.manage',
    params: one,
    body: z.object({ id }),
    reply: z.object({ id }),
  },
  set: {
    method: 'PUT',
    path: '/people/:id/skills',
    summary: { zh: '登记人员技能', en: 'Say what a person is able to' },
    params: one,
    /** All of them; those that are left out are taken off. */
    body: z.object({ id, skills: z.array(id).max(30) }),
    reply: z.object({ skills: z.array(skillShown) }),
    problems: ['forbidden', 'skill_unknown'],
  },
});

export type SkillShown = z.infer<typeof skillShown>;
