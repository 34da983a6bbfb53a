/** Speaking to 钉钉 in the name of the application: its access token, and what its codes mean in the older and the newer interface. */
import type { Answer } from '#message/outside/ask.ts';
import { ask } from '#message/outside/ask.ts';
import { type Failure, type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import { accessToken, type Given } from '#message/outside/token.ts';
import type { Opened } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

export type DingTalkSettings = SettingsOf<'dingtalk'>;

/** Codes of the older interface: the token (88 with a sub code), who signs in, too often, the month's calls, nobody of that id. */
const TOKEN_ENDED = new Set<unknown>([88, 40014, 42001]);
const SIGN_IN = new Set<unknown>([40001, 40089, 40013]);
const TOO_OFTEN = new Set<unknown>([90018, 90002, 90005, 90006]);
const QUOTA = 90020;
const NOBODY = new Set<unknown>([33012, 60121]);

/** `ended`: with another token it may do. */
export type Stopped = { later: Failure } | { never: Failure } | 'ended';

/** Codes of the newer interface are words, and its status is no 200. @returns nothing where it did what was asked */
export function stoppedNewly({ status, body: { code } }: Answer): Stopped | undefined {
  if (status === 200) return undefined;
  if (code === 'InvalidAuthentication' || status === 401) return 'ended';
  if (status >= 500) return { later: 'no_answer' };
  const word = typeof code === 'string' ? code : '';
  if (/QpsLimit/.test(word) || status === 429) return { later: 'limit' };
  if (/ApiCountLimit/.test(word)) return { later: 'quota' };
  return { later: status === 403 ? 'settings' : 'refused' };
}

/** @returns nothing where it did what was asked */
export function stoppedOf({ errcode }: Record<string, unknown>): Stopped | undefined {
  if (errcode === 0) return undefined;
  if (TOKEN_ENDED.has(errcode)) return 'ended';
  return NOBODY.has(errcode) ? { never: 'no_such_person' } : { later: failureOf(errcode) };
}

function failureOf(code: unknown): Failure {
  if (typeof code !== 'number') return 'unreadable';
  if (TOO_OFTEN.has(code)) return 'limit';
  if (code === QUOTA) return 'quota';
  if (SIGN_IN.has(code)) return 'sign_in';
  return code === -1 ? 'no_answer' : 'refused';
}

/** Does `work` with a token, and once more with another where that one had ended. */
export async function withToken<T extends object | string>(
  { settings: given, secret }: Opened,
  city: City,
  work: (token: string, settings: DingTalkSettings) => Promise<T | Stopped>,
): Promise<T | Exclude<Stopped, 'ended'>> {
  const settings = settingsOf.dingtalk.parse(given);
  let stale: string | undefined;
  for (let round = 0; round < 2; round++) {
    const found = await accessToken(city, 'dingtalk', stale, () => fetchToken(settings, secret));
    if (typeof found === 'string') return { later: found };
    const done = await work(found.token, settings);
    if (done !== 'ended') return done as T | Exclude<Stopped, 'ended'>;
    stale = found.token;
  }
  return { later: 'sign_in' };
}

async function fetchToken({ base, appKey }: DingTalkSettings, secret: string): Promise<Given | Failure> {
  const answer = await ask(base, { method: 'GET', path: '/gettoken', query: { appkey: appKey, appsecret: secret } });
  if (typeof answer === 'string') return answer;
  const { errcode, access_token: token, expires_in: seconds } = answer.body;
  if (errcode !== 0) return failureOf(errcode);
  return typeof token === 'string' && typeof seconds === 'number' ? { token, seconds } : 'unreadable';
}
