/** Routes of signing in through the city's provider: its settings, and linking an account to who one is there. */
import { z } from 'zod';
import { PASSWORD_MAX } from '#people/password.ts';
import { id, instant, one, said, text } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

const address = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((typed) => {
    if (!URL.canParse(typed)) return false;
    const url = new URL(typed);
    return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  })
  .overwrite((typed) => typed.replace(/\/+$/, ''));

const settings = z.object({
  name: said.extend({ zh: text(30), en: text(30) }),
  issuer: address,
  clientId: text(200),
  desk: address,
  trustFactors: z.boolean(),
  open: z.boolean(),
});

const provider = z.object({
  settings: settings.nullable(),
  version: z.int(),
  /** To be entered at the provider, once the address of the desk is set. */
  returnTo: z.string().nullable(),
});

const identity = z.object({
  /** Null: the city has none, or it is switched off. */
  provider: said.nullable(),
  linkedAt: instant.nullable(),
});

/** A path of the desk: never another host. */
export const deskPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/);

export const oidcApi = routes({
  ways: {
    method: 'GET',
    path: '/sign-in/ways',
    summary: { zh: '除密码外怎样登录', en: 'How one signs in beside the password' },
    access: 'open',
    reply: z.object({ provider: said.nullable() }),
  },
  begin: {
    method: 'POST',
    path: '/sign-in/oidc',
    summary: { zh: '开始用统一身份登录', en: 'Begin to sign in through the provider' },
    access: 'open',
    body: z.object({ to: deskPath }),
    /** Where the browser goes now; what it carries is in a cookie. */
    reply: z.object({ go: z.string() }),
    problems: ['oidc_off'],
  },
  mine: {
    method: 'GET',
    path: '/me/identity',
    summary: { zh: '我的统一身份', en: 'Who I am at the provider' },
    reply: identity,
  },
  link: {
    method: 'POST',
    path: '/me/identity',
    summary: { zh: '关联我的统一身份', en: 'Link my account to the provider' },
    body: z.object({ id, password: z.string().min(1).max(PASSWORD_MAX) }),
    reply: z.object({ go: z.string() }),
    problems: ['oidc_off', 'password_wrong', 'sign_in_locked', 'too_many'],
  },
  unlink: {
    method: 'POST',
    path: '/me/identity/removals',
    summary: { zh: '解除我的统一身份', en: 'Unlink my account' },
    body: z.object({ id }),
    reply: identity,
  },
  ofPerson: {
    method: 'GET',
    path: '/people/:id/identity',
    summary: { zh: '某人的统一身份', en: 'Whether somebody is linked' },
    verb: 'account.manage',
    params: one,
    reply: identity,
  },
  setOfPerson: {
    method: 'PUT',
    path: '/people/:id/identity',
    summary: { zh: '为某人关联或解除统一身份', en: "Link or unlink somebody's account" },
    verb: 'account.manage',
    params: one,
    /** What the provider calls them (`sub`); null unlinks. */
    body: z.object({ id, subject: text(255).nullable() }),
    reply: identity,
    problems: ['not_oneself', 'oidc_off', 'oidc_taken'],
  },
  settings: {
    method: 'GET',
    path: '/sign-in-provider',
    summary: { zh: '统一身份的设置', en: 'Settings of the provider' },
    verb: 'account.manage',
    reply: provider,
  },
  set: {
    method: 'PUT',
    path: '/sign-in-provider',
    summary: { zh: '设置统一身份', en: 'Set the provider' },
    verb: 'account.manage',
    body: settings.extend({ id, version: z.int().min(0), secret: z.string().min(1).max(500).optional() }),
    reply: provider,
    problems: ['changed_meanwhile', 'malformed'],
  },
});
