/** The ways out of the desk: what each is called, what is set for it, and what its documents allow. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';

export const channels = {
  wecom: { zh: '企业微信、政务微信', en: 'WeCom' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  govding: { zh: '浙政钉、专有钉钉', en: 'Government DingTalk' },
  email: { zh: '电子邮件', en: 'E-mail' },
  sms: { zh: '短信', en: 'Text message' },
} as const satisfies Record<string, Said>;

export type ChannelName = keyof typeof channels;
/** In the order in which they are taken where a person has chosen none; a text message costs money and has to be chosen. */
export const channelNames = Object.keys(channels) as ChannelName[];
export const channelName = z.enum(channelNames as [ChannelName, ...ChannelName[]]);

/** An address to which the program speaks: http or https, no password in it, nothing after the path. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  })
  .overwrite((text) => text.replace(/\/+$/, ''));

/** Certificates that a server's is checked against beside the usual ones, as PEM: of a city's own authority. */
const certificates = z
  .string()
  .trim()
  .max(20_000)
  .regex(/^(-----BEGIN CERTIFICATE-----[\s\w+/=-]+-----END CERTIFICATE-----)?$/);

const word = (max = 100) => z.string().trim().min(1).max(max).regex(/^\S+$/);
const hour = z.int().min(0).max(23);
/** Of the desk, as readers reach it: messages then lead there. */
const desk = z.union([address, z.literal('')]).default('');
/** When the line for all beyond five goes out. */
const digestHour = hour.default(18);

const template = z.object({
  id: z.string().trim().max(60).default(''),
  /** Goes out at night too. */
  anyHour: z.boolean().default(false),
});

/** A to-do leads to its task: without an address of the desk there is none. */
const linked = ({ todos, desk: leadsTo }: { todos: boolean; desk: string }) => !todos || leadsTo !== '';
const unlinked = { path: ['desk'] };

export const settingsOf = {
  email: z.object({
    host: word(253).regex(/^[\w.:-]+$/),
    port: z.int().min(1).max(65_535),
    /** `none`: in clear, for a server on the same machine. */
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().trim().max(200).default(''),
    from: z.email().max(200),
    trusted: certificates.default(''),
    desk,
    digestHour,
  }),
  wecom: z.object({ base: address, corpId: word(), agentId: z.int().min(1), desk, digestHour }),
  dingtalk: z
    .object({
      base: address,
      appKey: word(),
      agentId: z.int().min(1),
      /** Work that waits for a person stands among their to-dos there, by the newer interface at `api`. */
      todos: z.boolean().default(false),
      api: address.default('https://api.dingtalk.com'),
      ...{ desk, digestHour },
    })
    .refine(linked, unlinked),
  govding: z
    .object({
      base: address,
      appKey: word(),
      tenantId: word(40).regex(/^\d+$/),
      todos: z.boolean().default(false),
      ...{ desk, digestHour },
    })
    .refine(linked, unlinked),
  sms: z.object({
    url: address,
    account: z.string().trim().max(100).default(''),
    one: template,
    urgent: template,
    digest: template,
    code: template,
    /** Nothing between these hours, unless the template says otherwise. */
    quietFrom: hour.default(21),
    quietTo: hour.default(8),
    digestHour,
  }),
} as const satisfies Record<ChannelName, z.ZodType>;

export type SettingsOf<N extends ChannelName> = z.output<(typeof settingsOf)[N]>;

/** `all`: the members together. `second`: calls of one interface within a second. */
export type Rates = { minute?: number; hour?: number; day?: number; all?: { second: number; minute: number } };

/**
 * What a channel takes for one member. 企业微信: 30 a minute and 1,000 an hour, and its documents ask not to send on the full
 * and half hour. 钉钉: 500 a day; beyond it the answer is still "ok", and nobody reads it; 5,000 members a minute, and 20 calls
 * a second of an application (open.dingtalk.com, 发送工作通知 and 调用频次与限流, as of May 2026). 浙政钉 tells of none: as 钉钉.
 * The rest is ours.
 */
export const rates: Record<ChannelName, Rates> = {
  wecom: { minute: 30, hour: 1_000 },
  dingtalk: { minute: 20, day: 500, all: { second: 20, minute: 5_000 } },
  govding: { minute: 20, day: 500, all: { second: 20, minute: 5_000 } },
  email: { minute: 30 },
  sms: { minute: 1, hour: 5, day: 10 },
};

/** Why nothing went out, in plain words. */
export const failures = {
  no_answer: { zh: '服务器没有应答', en: 'The server does not answer' },
  certificate: {
    zh: '服务器的证书不可信：签发者不认得、已过期，或与地址不符',
    en: 'The certificate of the server is not trusted: unknown issuer, expired, or of another address',
  },
  no_tls: {
    zh: '服务器在这个端口不提供所选的加密',
    en: 'The server does not offer the chosen encryption on this port',
  },
  sign_in: {
    zh: '服务器不认这个账号、密码或密钥',
    en: 'The server does not accept the account, the password or the secret',
  },
  clock: { zh: '两边的时钟差得太多，签名没有通过', en: 'The clocks differ too much; the signature was refused' },
  quota: { zh: '本月的接口调用次数已用完', en: 'The calls of this month are used up' },
  settings: { zh: '服务器不认这里的设置', en: 'The server does not accept the settings' },
  limit: { zh: '发送太频繁，服务器让稍后再发', en: 'Too much at a time; the server asks to wait' },
  redirected: { zh: '服务器要转到别的地址，没有照办', en: 'The server points elsewhere; not followed' },
  unreadable: { zh: '服务器的应答读不懂', en: 'The answer of the server cannot be read' },
  refused: { zh: '服务器拒绝了这条消息', en: 'The server refused the message' },
  no_such_person: { zh: '那边没有这个人', en: 'Nobody is known there by this address' },
  no_address: { zh: '没有这个人的地址', en: 'There is no address of this person' },
  no_template: { zh: '没有设这类短信的模板', en: 'No template is set for this kind of text message' },
} as const satisfies Record<string, Said>;

export type Failure = keyof typeof failures;
