/** Routes of choosing who is given a task: the people of a unit, with the reasons. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, person, said } from '#rules/shapes.ts';

/** Ids with commas between them, as an address writes them. */
const ids = z
  .string()
  .max(1_000)
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(id).max(20));

export const candidate = z.object({
  person,
  open: z.int(),
  recent: z.int(),
  awayUntil: instant.nullable(),
  fits: z.boolean(),
  why: z.array(said),
});

export const chooseApi = routes({
  candidates: {
    method: 'GET',
    path: '/units/:id/candidates',
    summary: { zh: '派给谁：人选与理由', en: 'Whom to give it to: people of a unit, with the reasons' },
    params: z.object({ id }),
    query: z.object({
      areaId: id.optional(),
      /** The area of this problem. */
      problemId: id.optional(),
      skills: ids.optional(),
      exclude: ids.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    /** Best first; `cap`: how many times the usual share of so many days one may get while another fits. */
    reply: z.object({ items: z.array(candidate), cap: z.number(), days: z.int() }),
  },
});

export type CandidateShown = z.infer<typeof candidate>;
