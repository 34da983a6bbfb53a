/** Routes of posts: granting and withdrawing. */
import { z } from 'zod';
import { day, id, one, reason, remark } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

/** Where the open work of a person goes: to one successor, single pieces to others by name. */
export const handing = z.object({
  to: id.nullable().default(null),
  places: z
    .array(z.object({ what: id, to: id }))
    .max(5_000)
    .default([]),
});

export const grantInput = z.object({
  /** The post's own id. */
  id,
  personId: id,
  role: z.string().max(40),
  unitId: id,
  title: z.string().trim().max(40).nullable().default(null),
  from: day.optional(),
  to: day.nullable().default(null),
  reason: remark,
});

export const withdrawInput = z.object({ id, on: day.optional(), reason, handing: handing.prefault({}) });

export const postApi = routes({
  grant: {
    method: 'POST',
    path: '/posts',
    summary: { zh: '授予岗位', en: 'Grant a post' },
    body: grantInput,
    reply: z.object({ id }),
    problems: [
      'forbidden',
      'not_oneself',
      'person_left',
      'unit_not_open',
      'role_of_other_tree',
      'posts_apart',
      'post_held',
      'administrator_delegates',
    ],
  },
  withdraw: {
    method: 'POST',
    path: '/posts/:id/withdrawal',
    summary: { zh: '收回岗位', en: 'Withdraw a post' },
    params: one,
    body: withdrawInput,
    reply: z.object({ id }),
    problems: ['forbidden', 'not_oneself', 'last_administrator', 'work_open', 'post_over'],
  },
});

export type Handing = z.output<typeof handing>;
export type GrantInput = z.output<typeof grantInput>;
export type WithdrawInput = z.output<typeof withdrawInput>;
