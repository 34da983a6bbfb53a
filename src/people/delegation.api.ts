/** Routes of delegation: somebody acts in another's posts while they are away. */
import { z } from 'zod';
import { delegationShown } from '#people/person.api.ts';
import { id, instant, one, reason } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const delegateInput = z.object({
  id,
  /** Left out: the person who asks. */
  fromPersonId: id.optional(),
  toPersonId: id,
  begins: instant,
  ends: instant,
  reason,
});

export const delegationApi = routes({
  list: {
    method: 'GET',
    path: '/delegations',
    summary: { zh: '代办安排：我的和我可以安排的', en: 'Delegations: mine and those I arrange' },
    reply: z.object({ items: z.array(delegationShown) }),
  },
  make: {
    method: 'POST',
    path: '/delegations',
    summary: { zh: '安排代办', en: 'Arrange a delegation' },
    body: delegateInput,
    reply: z.object({ id }),
    problems: [
      'forbidden',
      'person_left',
      'delegation_to_oneself',
      'delegation_circle',
      'delegation_twice',
      'delegation_dates',
      'administrator_delegates',
    ],
  },
  end: {
    method: 'POST',
    path: '/delegations/:id/end',
    summary: { zh: '提前结束代办', en: 'End a delegation early' },
    params: one,
    body: z.object({ id }),
    reply: z.object({ id }),
    problems: ['forbidden', 'delegation_over'],
  },
});

export type DelegateInput = z.output<typeof delegateInput>;
