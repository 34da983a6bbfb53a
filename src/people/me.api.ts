/** Routes of the signed-in person's own account. */
import { z } from 'zod';
import { demands } from '#people/demands.ts';
import { PASSWORD_MAX } from '#people/password.ts';
import { permission } from '#people/permissions.ts';
import { reaches, sorts } from '#people/role.ts';
import { id, instant, one, personBrief, said, unitBrief } from '#people/shapes.ts';
import { totpCode } from '#people/sign-in.api.ts';
import { routes } from '#platform/api.ts';

export const myPost = z.object({
  id,
  role: z.string(),
  roleName: said,
  sort: z.enum(sorts),
  unit: unitBrief,
  reach: z.enum(reaches),
  /** Whose post it is, where it is held by delegation. */
  onBehalfOf: personBrief.nullable(),
});

export const me = z.object({
  person: personBrief,
  city: z.object({ slug: z.string(), name: said }),
  login: z.string(),
  language: z.enum(['zh', 'en']),
  posts: z.array(myPost),
  /** What at least one post allows; where it reaches is decided on the server. */
  permissions: z.array(permission),
  demands: z.array(z.enum(demands)),
  totp: z.object({ enrolled: z.boolean(), demanded: z.boolean() }),
  passwordExpiresAt: instant.nullable(),
  sessionEndsAt: instant,
  idleMinutes: z.int(),
});

const password = z.string().min(1).max(PASSWORD_MAX);
const nothing = z.object({});

export const meApi = routes({
  me: {
    method: 'GET',
    path: '/me',
    summary: { zh: '我是谁，有哪些岗位', en: 'Who I am and what posts I hold' },
    access: 'half',
    reply: me,
  },
  language: {
    method: 'PUT',
    path: '/me/language',
    summary: { zh: '切换语言', en: 'Choose the language' },
    access: 'half',
    body: z.object({ language: z.enum(['zh', 'en']) }),
    reply: nothing,
  },
  password: {
    method: 'PUT',
    path: '/me/password',
    summary: { zh: '修改密码，其他登录随即退出', en: 'Change the password; other sessions end' },
    access: 'half',
    body: z.object({ id, current: password, password }),
    reply: nothing,
    problems: ['password_wrong', 'sign_in_locked', 'too_many', 'malformed'],
  },
  sessions: {
    method: 'GET',
    path: '/me/sessions',
    summary: { zh: '我的登录', en: 'My sessions' },
    reply: z.object({
      items: z.array(
        z.object({
          id,
          current: z.boolean(),
          begunAt: instant,
          seenAt: instant,
          source: z.string(),
          agent: z.string(),
        }),
      ),
    }),
  },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/:id',
    summary: { zh: '退出另一处登录', en: 'End one of my sessions' },
    params: one,
    reply: nothing,
    problems: ['not_found'],
  },
  endOthers: {
    method: 'DELETE',
    path: '/me/sessions',
    summary: { zh: '退出其他所有登录', en: 'End all my other sessions' },
    reply: z.object({ ended: z.int() }),
  },
  beginTotp: {
    method: 'POST',
    path: '/me/totp',
    summary: { zh: '绑定动态验证码：取得密钥', en: 'Enrol an authenticator: get its secret' },
    access: 'half',
    body: nothing,
    /** `url` is drawn as a QR code by the page; `secret` is for typing. */
    reply: z.object({ secret: z.string(), url: z.string() }),
    problems: ['totp_enrolled'],
  },
  confirmTotp: {
    method: 'POST',
    path: '/me/totp/confirmations',
    summary: { zh: '绑定动态验证码：输入第一个验证码', en: 'Enrol an authenticator: its first code' },
    access: 'half',
    body: z.object({ id, code: totpCode }),
    reply: z.object({ demands: z.array(z.enum(demands)) }),
    problems: ['totp_enrolled', 'malformed'],
  },
  removeTotp: {
    method: 'POST',
    path: '/me/totp/removals',
    summary: { zh: '解除动态验证码', en: 'Take the authenticator off' },
    body: z.object({ id, password }),
    reply: nothing,
    problems: ['totp_demanded', 'password_wrong', 'sign_in_locked', 'too_many'],
  },
});

export type Me = z.infer<typeof me>;
