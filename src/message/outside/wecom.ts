/** 企业微信 and, at another address, 政务微信: an application's text message to one member. */
import { openWords } from '#message/message.words.ts';
import { ask, markOf } from '#message/outside/ask.ts';
import { type Failure, type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import { accessToken, type Given } from '#message/outside/token.ts';
import type { Opened, Outcome, Outside, Push } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

/** The longest for which 企业微信 remembers a message: 4 hours. */
const REMEMBERED_SECONDS = 14_400;
/** A text message holds 2,048 bytes; the link needs its share. */
const LONGEST = 500;

/** Codes of its documents: 40014 and 42001 the token, 45009 and 45033 too often, 60111 and 81013 nobody of that id. */
const TOKEN_ENDED = new Set([40014, 42001]);
const TOO_OFTEN = new Set([45009, 45033]);
const NOBODY = new Set([60111, 81013]);
const SIGN_IN = new Set([40001, 40013, 42009]);
const SETTINGS = new Set([40056, 48002, 60020, 301002]);

export const wecom: Outside = { name: 'wecom', send };

async function send(push: Push, channel: Opened, city: City): Promise<Outcome> {
  const settings = settingsOf.wecom.parse(channel.settings);
  let stale: string | undefined;
  for (let round = 0; round < 2; round++) {
    const found = await accessToken(city, 'wecom', stale, () => fetchToken(settings, channel.secret));
    if (typeof found === 'string') return { later: found };
    const answer = await ask(settings.base, {
      method: 'POST',
      path: '/cgi-bin/message/send',
      query: { access_token: found.token },
      json: messageOf(push, settings),
    });
    if (typeof answer === 'string') return { later: answer };
    const code = answer.body.errcode;
    if (!TOKEN_ENDED.has(code as number)) return outcomeOf(code, answer.body.invaliduser);
    stale = found.token;
  }
  return { later: 'sign_in' };
}

async function fetchToken({ base, corpId }: SettingsOf<'wecom'>, secret: string): Promise<Given | Failure> {
  const query = { corpid: corpId, corpsecret: secret };
  const answer = await ask(base, { method: 'GET', path: '/cgi-bin/gettoken', query });
  if (typeof answer === 'string') return answer;
  const { errcode, access_token: token, expires_in: seconds } = answer.body;
  if (errcode !== 0) return failureOf(errcode);
  return typeof token === 'string' && typeof seconds === 'number' ? { token, seconds } : 'unreadable';
}

/** The same push has the same words, so that it is known for the same; another push has another mark. */
function messageOf(push: Push, { agentId, desk }: SettingsOf<'wecom'>) {
  // Nothing but our own link is markup.
  const words = push.words[push.language].slice(0, LONGEST).replaceAll('<', '＜');
  const link = desk && `\n<a href="${desk}/messages">${openWords[push.language]}</a>`;
  return {
    touser: push.address,
    msgtype: 'text',
    agentid: agentId,
    text: { content: `${words}（${markOf(push.key)}）${link}` },
    enable_duplicate_check: 1,
    duplicate_check_interval: REMEMBERED_SECONDS,
  };
}

function failureOf(code: unknown): Failure {
  if (typeof code !== 'number') return 'unreadable';
  if (TOO_OFTEN.has(code)) return 'limit';
  if (SIGN_IN.has(code)) return 'sign_in';
  if (SETTINGS.has(code)) return 'settings';
  return code === -1 ? 'no_answer' : 'refused';
}

function outcomeOf(code: unknown, invalid: unknown): Outcome {
  if (code === 0) return invalid ? { never: 'no_such_person' } : 'gone';
  return NOBODY.has(code as number) ? { never: 'no_such_person' } : { later: failureOf(code) };
}
