/** Routes of areas: statistical divisions, from province to grid. */
import { z } from 'zod';
import { id, listOf, page } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const areaLevels = ['province', 'city', 'district', 'township', 'village', 'grid'] as const;

export const area = z.object({
  id,
  code: z.string(),
  name: z.string(),
  level: z.enum(areaLevels),
  parentId: id.nullable(),
});

export const areaApi = routes({
  list: {
    method: 'GET',
    path: '/areas',
    summary: { zh: '区划', en: 'Areas' },
    query: page.extend({
      parentId: id.optional(),
      level: z.enum(areaLevels).optional(),
      q: z.string().trim().max(50).optional(),
    }),
    reply: listOf(area),
  },
});

export type Area = z.infer<typeof area>;
export type AreaQuery = z.output<typeof areaApi.list.query>;
