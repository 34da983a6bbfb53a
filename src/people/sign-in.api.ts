/** Routes for who is not yet, or not wholly, signed in. */
import { z } from 'zod';
import { activationCode } from '#people/activation.ts';
import { demands } from '#people/demands.ts';
import { login, normaliseLogin } from '#people/login.ts';
import { PASSWORD_MAX } from '#people/password.ts';
import { routes } from '#platform/api.ts';

const password = z.string().min(1).max(PASSWORD_MAX);

/** Six digits as typed: full-width ones and spaces are forgiven. */
export const totpCode = z
  .string()
  .max(20)
  .overwrite((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
  .regex(/^\d{6}$/, '6 位数字 · 6 digits');

/** What must still be done, the most pressing first; empty: the desk is open. */
export const signedIn = z.object({ demands: z.array(z.enum(demands)) });

export const signInApi = routes({
  signIn: {
    method: 'POST',
    path: '/sign-in',
    summary: { zh: '登录', en: 'Sign in' },
    access: 'open',
    // A login that cannot be one is answered like an unknown one.
    body: z.object({ login: z.string().min(1).max(64).overwrite(normaliseLogin), password }),
    reply: signedIn,
    problems: ['sign_in_wrong', 'sign_in_locked', 'too_many'],
  },
  totp: {
    method: 'POST',
    path: '/sign-in/totp',
    summary: { zh: '输入动态验证码', en: 'Enter the code of the authenticator' },
    access: 'half',
    body: z.object({ code: totpCode }),
    reply: signedIn,
    problems: ['totp_wrong', 'sign_in_locked', 'too_many'],
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    summary: { zh: '退出', en: 'Sign out' },
    access: 'half',
    body: z.object({}),
    reply: z.object({}),
  },
  lookAtActivation: {
    method: 'POST',
    path: '/activation/look',
    summary: { zh: '查看激活码对应的账号', en: 'See whose account an activation code opens' },
    access: 'open',
    body: z.object({ code: activationCode }),
    reply: z.object({
      name: z.string(),
      /** Null: to be chosen. */
      login: z.string().nullable(),
      leastLength: z.int(),
      totpDemanded: z.boolean(),
    }),
    problems: ['activation_invalid'],
  },
  activate: {
    method: 'POST',
    path: '/activation',
    summary: { zh: '激活账号并登录', en: 'Activate the account and sign in' },
    access: 'open',
    body: z.object({ code: activationCode, login: login.optional(), password }),
    reply: signedIn,
    problems: ['activation_invalid', 'login_taken', 'malformed'],
  },
});
