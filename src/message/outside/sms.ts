/** Text messages by the HTTP gateway of whoever sends them for the city: a template's id, its parameters, one number. */
import { ask, markOf } from '#message/outside/ask.ts';
import { type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import type { Quiet } from '#message/outside/when.ts';
import type { Opened, Outcome, Outside, Push } from '#message/outside.ts';

/** What a parameter of a template may hold at most, as the networks commonly allow. */
const LONGEST = 60;
/** Gateways say yes in these ways, or by the status alone. */
const YES = new Set<unknown>([undefined, 0, '0', 'OK', 'ok', 'success', '000000']);

export const sms: Outside = { name: 'sms', send };

const templateOf = (settings: SettingsOf<'sms'>, { what, urgent }: Pick<Push, 'what' | 'urgent'>) => {
  if (what === 'code' || what === 'digest') return settings[what];
  return urgent && settings.urgent.id ? settings.urgent : settings.one;
};

/** When a number is not to be disturbed: urgent words wait too, unless their template says otherwise. A code is waited for. */
export function smsQuiet(given: unknown, push: Pick<Push, 'what' | 'urgent'>): Quiet[] {
  const settings = settingsOf.sms.parse(given);
  if (push.what === 'code' || templateOf(settings, push).anyHour) return [];
  return [{ from: settings.quietFrom, to: settings.quietTo }];
}

async function send(push: Push, channel: Opened): Promise<Outcome> {
  const settings = settingsOf.sms.parse(channel.settings);
  const template = templateOf(settings, push);
  if (!template.id) return { never: 'no_template' };
  const answer = await ask(settings.url, {
    method: 'POST',
    path: '',
    headers: { authorization: `Bearer ${channel.secret}` },
    json: {
      account: settings.account,
      template: template.id,
      mobile: push.address,
      params: { words: push.words[push.language].slice(0, LONGEST), count: push.lines.length },
      key: markOf(push.key) + push.key.slice(-12),
    },
  });
  if (typeof answer === 'string') return { later: answer };
  const { status, body } = answer;
  if (status === 401 || status === 403) return { later: 'sign_in' };
  if (status === 429) return { later: 'limit' };
  if (status >= 500) return { later: 'no_answer' };
  return status < 300 && YES.has(body.code) ? 'gone' : { later: 'refused' };
}
