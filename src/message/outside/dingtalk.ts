/** 钉钉: an application's work notification to one member, and to-dos. */
import { ask, markOf } from '#message/outside/ask.ts';
import { todo } from '#message/outside/dingtalk-todo.ts';
import { type DingTalkSettings, stoppedOf, withToken } from '#message/outside/dingtalk-token.ts';
import type { Opened, Outcome, Outside, Push } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

/** A work notification holds 2,048 bytes. */
const LONGEST = 500;

export const dingtalk: Outside = { name: 'dingtalk', send, todo };

function send(push: Push, channel: Opened, city: City): Promise<Outcome> {
  return withToken<Outcome>(channel, city, async (token, settings) => {
    const answer = await ask(settings.base, {
      method: 'POST',
      path: '/topapi/message/corpconversation/asyncsend_v2',
      query: { access_token: token },
      json: messageOf(push, settings),
    });
    return typeof answer === 'string' ? { later: answer } : (stoppedOf(answer.body) ?? 'gone');
  });
}

/** The same words reach a person once a day: the mark tells two pushes apart, and lets one that is sent again be the same. */
function messageOf(push: Push, { agentId, desk }: DingTalkSettings) {
  const link = desk && `\n${desk}/messages`;
  const content = `${push.words[push.language].slice(0, LONGEST)}（${markOf(push.key)}）${link}`;
  return { agent_id: agentId, userid_list: push.address, msg: { msgtype: 'text', text: { content } } };
}
