/** Routes of persons: the directory, a person's page, and what is done to persons. */
import { z } from 'zod';
import { handing } from '#people/post.api.ts';
import { sorts, trees } from '#people/role.ts';
import {
  day,
  done,
  flag,
  id,
  instant,
  listOf,
  one,
  page,
  personBrief,
  reason,
  said,
  text,
  unitBrief,
} from '#people/shapes.ts';
import { skillShown } from '#people/skill.api.ts';
import { routes } from '#platform/api.ts';

const staffNumber = z.string().trim().min(1).max(40);
const typed = z.string().trim().max(40);

export const personInput = z.object({
  id,
  name: text(50),
  staffNumber: staffNumber.nullable().default(null),
  phone: typed.nullable().default(null),
  idNumber: typed.nullable().default(null),
  /** The post of an ordinary official that comes with the entry. */
  post: z
    .object({ id, unitId: id, title: z.string().trim().max(40).nullable().default(null) })
    .nullable()
    .default(null),
});

/** Left out: stays as it is; null: taken out. */
export const personChange = z.object({
  id,
  version: z.int().positive(),
  name: text(50),
  staffNumber: staffNumber.nullable(),
  phone: typed.nullable().optional(),
  idNumber: typed.nullable().optional(),
});

export const purposes = {
  contact: { zh: '工作联系', en: 'To reach them for work' },
  verify: { zh: '核对身份', en: 'To verify who they are' },
  correct: { zh: '更正登记信息', en: 'To correct the entry' },
  law: { zh: '依法调取', en: 'By law' },
} as const;

export const revealFields = ['phone', 'idNumber'] as const;

export const postShown = z.object({
  id,
  role: z.string(),
  roleName: said,
  sort: z.enum(sorts),
  unit: unitBrief,
  title: z.string().nullable(),
  from: day,
  to: day.nullable(),
});

export const personItem = personBrief.extend({
  staffNumber: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  posts: z.array(postShown),
  leftOn: day.nullable(),
  /** none: no account; invited: has an unused code; active; disabled. Only for who manages accounts. */
  account: z.enum(['none', 'invited', 'active', 'disabled']).nullable(),
});

export const delegationShown = z.object({
  id,
  from: personBrief,
  to: personBrief,
  begins: instant,
  ends: instant,
  endedAt: instant.nullable(),
  reason: z.string(),
});

export const personPage = personItem.extend({
  idNumber: z.string().nullable(),
  earlierPosts: z.array(postShown),
  delegations: z.array(delegationShown),
  skills: z.array(skillShown),
  /** The actor arranges the work of a unit in which the person serves. */
  mayArrange: z.boolean(),
  version: z.int(),
});

export const personQuery = page.extend({
  /** Part of a name or a staff number. */
  q: z.string().trim().max(50).optional(),
  unitId: id.optional(),
  /** With the units below it, in its own tree. */
  below: flag.optional(),
  tree: z.enum(trees).optional(),
  role: z.string().max(40).optional(),
  left: flag.optional(),
});

export const personApi = routes({
  list: {
    method: 'GET',
    path: '/people',
    summary: { zh: '通讯录', en: 'The directory' },
    verb: 'people.read',
    query: personQuery,
    reply: listOf(personItem),
  },
  search: {
    method: 'POST',
    path: '/people/searches',
    summary: { zh: '按手机号查人（记录）', en: 'Find by phone; logged' },
    verb: 'people.read',
    body: z.object({ id, phone: typed.min(3) }),
    reply: z.object({ items: z.array(personItem) }),
  },
  one: {
    method: 'GET',
    path: '/people/:id',
    summary: { zh: '人员页', en: "A person's page" },
    verb: 'people.read',
    params: one,
    reply: personPage,
  },
  reveal: {
    method: 'POST',
    path: '/people/:id/reveal',
    summary: { zh: '查看完整号码（记录用途）', en: 'See full numbers; purpose is logged' },
    verb: 'person.reveal',
    params: one,
    body: z.object({
      id,
      fields: z.array(z.enum(revealFields)).min(1).max(2),
      purpose: z.enum(Object.keys(purposes) as (keyof typeof purposes)[]),
      reason,
    }),
    reply: z.object({ phone: z.string().nullable(), idNumber: z.string().nullable() }),
  },
  make: {
    method: 'POST',
    path: '/people',
    summary: { zh: '登记人员', en: 'Enter a person' },
    verb: 'people.manage',
    body: personInput,
    reply: done,
    problems: ['id_taken', 'staff_number_taken', 'id_number_taken', 'unit_not_open', 'malformed'],
  },
  change: {
    method: 'PUT',
    path: '/people/:id',
    summary: { zh: '修改人员信息', en: 'Change a person' },
    verb: 'people.manage',
    params: one,
    body: personChange,
    reply: done,
    problems: ['changed_meanwhile', 'staff_number_taken', 'id_number_taken', 'malformed'],
  },
  leave: {
    method: 'POST',
    path: '/people/:id/departure',
    summary: { zh: '离任：岗位、登录、代办一并结束', en: 'A person leaves: posts, sessions and delegations end' },
    verb: 'people.manage',
    params: one,
    body: z.object({ id, version: z.int().positive(), on: day.optional(), reason, handing: handing.prefault({}) }),
    reply: done,
    problems: ['work_open', 'person_left', 'last_administrator', 'date_ahead', 'changed_meanwhile'],
  },
  comeBack: {
    method: 'POST',
    path: '/people/:id/return',
    summary: { zh: '返岗：岗位须重新授予', en: 'Back after having left; posts are granted anew' },
    verb: 'people.manage',
    params: one,
    body: z.object({ id, version: z.int().positive(), reason }),
    reply: done,
    problems: ['person_is_here', 'changed_meanwhile'],
  },
});

export type PersonInput = z.output<typeof personInput>;
export type PersonChange = z.output<typeof personChange>;
export type PersonItem = z.infer<typeof personItem>;
export type PersonPage = z.infer<typeof personPage>;
export type PostShown = z.infer<typeof postShown>;
export type PersonQuery = z.output<typeof personQuery>;
export type RevealInput = z.output<typeof personApi.reveal.body>;
export type LeaveInput = z.output<typeof personApi.leave.body>;
