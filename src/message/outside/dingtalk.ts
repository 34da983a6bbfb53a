/** 钉钉: an application's work notification to one member. */
import { ask, markOf } from '#message/outside/ask.ts';
import { type Failure, type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import { accessToken, type Given } from '#message/outside/token.ts';
import type { Opened, Outcome, Outside, Push } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

/** A work notification holds 2,048 bytes. */
const LONGEST = 500;

/** Codes as its open platform lists them: the token (88 with a sub code in older answers), who signs in, too often. */
const TOKEN_ENDED = new Set([88, 40014, 42001]);
const SIGN_IN = new Set([40001, 40089, 40013]);
const TOO_OFTEN = new Set([90018, 90005, 90006]);
const NOBODY = new Set([33012, 60121]);

export const dingtalk: Outside = { name: 'dingtalk', send };

async function send(push: Push, channel: Opened, city: City): Promise<Outcome> {
  const settings = settingsOf.dingtalk.parse(channel.settings);
  let stale: string | undefined;
  for (let round = 0; round < 2; round++) {
    const found = await accessToken(city, 'dingtalk', stale, () => fetchToken(settings, channel.secret));
    if (typeof found === 'string') return { later: found };
    const answer = await ask(settings.base, {
      method: 'POST',
      path: '/topapi/message/corpconversation/asyncsend_v2',
      query: { access_token: found.token },
      json: messageOf(push, settings),
    });
    if (typeof answer === 'string') return { later: answer };
    const code = answer.body.errcode;
    if (code === 0) return 'gone';
    if (!TOKEN_ENDED.has(code as number))
      return NOBODY.has(code as number) ? { never: 'no_such_person' } : { later: failureOf(code) };
    stale = found.token;
  }
  return { later: 'sign_in' };
}

async function fetchToken({ base, appKey }: SettingsOf<'dingtalk'>, secret: string): Promise<Given | Failure> {
  const answer = await ask(base, { method: 'GET', path: '/gettoken', query: { appkey: appKey, appsecret: secret } });
  if (typeof answer === 'string') return answer;
  const { errcode, access_token: token, expires_in: seconds } = answer.body;
  if (errcode !== 0) return failureOf(errcode);
  return typeof token === 'string' && typeof seconds === 'number' ? { token, seconds } : 'unreadable';
}

/** The same words reach a person once a day: the mark tells two pushes apart, and lets one that is sent again be the same. */
function messageOf(push: Push, { agentId, desk }: SettingsOf<'dingtalk'>) {
  const link = desk && `\n${desk}/messages`;
  const content = `${push.words[push.language].slice(0, LONGEST)}（${markOf(push.key)}）${link}`;
  return { agent_id: agentId, userid_list: push.address, msg: { msgtype: 'text', text: { content } } };
}

function failureOf(code: unknown): Failure {
  if (typeof code !== 'number') return 'unreadable';
  if (TOO_OFTEN.has(code)) return 'limit';
  if (SIGN_IN.has(code)) return 'sign_in';
  return code === -1 ? 'no_answer' : 'refused';
}
