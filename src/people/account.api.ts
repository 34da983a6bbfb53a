/** Routes by which administrators look after somebody's account. */
import { z } from 'zod';
import { login } from '#people/login.ts';
import { id, instant, one, reason } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const accountView = z.object({
  state: z.enum(['none', 'invited', 'active', 'disabled']),
  login: z.string().nullable(),
  passwordSetAt: instant.nullable(),
  totpEnrolled: z.boolean(),
  /** Until when an unused activation code is good. */
  codeExpiresAt: instant.nullable(),
  sessions: z.int(),
  locks: z.array(z.object({ source: z.string(), until: instant })),
});

const decided = z.object({ id, reason });
const nothing = z.object({});

export const accountApi = routes({
  one: {
    method: 'GET',
    path: '/people/:id/account',
    summary: { zh: '某人的账号', en: "Somebody's account" },
    params: one,
    reply: accountView,
  },
  activation: {
    method: 'POST',
    path: '/people/:id/account/activations',
    summary: {
      zh: '生成激活码（只显示一次，先前的作废）',
      en: 'Make an activation code; shown once, earlier ones are void',
    },
    verb: 'account.manage',
    params: one,
    body: z.object({ id, login: login.optional() }),
    reply: z.object({ code: z.string().nullable(), login: z.string().nullable(), expiresAt: instant }),
    problems: ['not_oneself', 'person_left', 'account_disabled', 'login_taken'],
  },
  disable: {
    method: 'POST',
    path: '/people/:id/account/disabling',
    summary: { zh: '停用账号', en: 'Disable the account' },
    verb: 'account.manage',
    params: one,
    body: decided,
    reply: nothing,
    problems: ['not_oneself', 'last_administrator'],
  },
  enable: {
    method: 'POST',
    path: '/people/:id/account/enabling',
    summary: { zh: '恢复账号', en: 'Enable the account' },
    verb: 'account.manage',
    params: one,
    body: decided,
    reply: nothing,
    problems: ['not_oneself'],
  },
  endSessions: {
    method: 'POST',
    path: '/people/:id/account/session-ends',
    summary: { zh: '让其所有登录退出', en: 'End all their sessions' },
    params: one,
    body: decided,
    reply: z.object({ ended: z.int() }),
  },
  releaseLock: {
    method: 'POST',
    path: '/people/:id/account/lock-releases',
    summary: { zh: '解除登录锁定', en: 'Release the sign-in lock' },
    verb: 'post.grant',
    params: one,
    body: decided,
    reply: nothing,
  },
  resetTotp: {
    method: 'POST',
    path: '/people/:id/account/totp-resets',
    summary: { zh: '解除其动态验证码（手机遗失）', en: 'Take their authenticator off, as when the phone is lost' },
    verb: 'post.grant',
    params: one,
    body: decided,
    reply: nothing,
    problems: ['not_oneself'],
  },
});

export type AccountView = z.infer<typeof accountView>;
