/** 浙政钉 and other 专有钉钉: a work notification to one account, and to-dos, each call signed. */
import { hourMs } from '#clock/day.ts';
import { type Answer, ask, markOf } from '#message/outside/ask.ts';
import { type Failure, type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import { type Signed, signedHeaders } from '#message/outside/govding-sign.ts';
import type { Opened, Outcome, Outside, Push, Todo, TodoOutcome } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

const LONGEST = 500;
/** Of a to-do's title. */
const TITLE = 200;
/** Clocks that differ by so much are told of when a signature was refused; how much it forgives is written nowhere. */
const SKEW_MS = 5 * 60_000;

export const govding: Outside = { name: 'govding', send, todo };

async function send(push: Push, channel: Opened, city: City): Promise<Outcome> {
  const { tenantId, desk } = settingsOf.govding.parse(channel.settings);
  const link = desk && `\n${desk}/messages`;
  const mark = markOf(push.key);
  const content = `${push.words[push.language].slice(0, LONGEST)}（${mark}）${link}`;
  const params = {
    ...{ tenantId, receiverIds: push.address, bizMsgId: `suyuan-${city.slug}-${mark}-${push.key.slice(-36)}` },
    msg: JSON.stringify({ msgtype: 'text', text: { content } }),
  };
  const data = await call(channel, city, { method: 'POST', path: '/message/workNotification', params });
  return typeof data === 'string' ? { later: data } : 'gone';
}

/** What it calls it, and its holder: both are asked for when it ends. */
type Ref = { holder: string; id: string };

/** It cannot be moved: a later deadline is told by the message of the extension alone. */
async function todo(given: Todo, channel: Opened, city: City): Promise<TodoOutcome> {
  const known = given.ref === null ? await begin(given, channel, city) : (JSON.parse(given.ref) as Ref);
  if (typeof known === 'string') return { later: known };
  if (given.ended) {
    const params = { userId: known.holder, taskUuid: known.id };
    const done = given.ended === 'done';
    const ended = await call(channel, city, {
      method: 'GET',
      path: done ? '/tc/openapi/task/finish.json' : '/tc/openapi/task/cancel.json',
      // The second name is misspelt there, too.
      params: { ...params, ...(done ? { closePackage: 'true' } : { cancelPakcage: 'true' }) },
    });
    if (typeof ended === 'string') return { later: ended };
  }
  return { ref: JSON.stringify(known) };
}

/** By an id of ours: told again it is the same. That holds for what has ended as well, which an earlier try may have made. */
async function begin(given: Todo, channel: Opened, city: City): Promise<Ref | Failure> {
  const { tenantId } = settingsOf.govding.parse(channel.settings);
  const holder = given.address;
  const url = `${given.url}?from=todo`; // its documents ask for an address with a parameter
  const found = await call(channel, city, {
    method: 'GET',
    path: '/tc/v2/openapi/task/create.json',
    params: {
      ...{ tenantId, bizTaskId: given.key, subject: given.title.slice(0, TITLE) },
      ...{ creatorId: holder, assigneeId: holder, url, mobileUrl: url },
      ...(given.dueAt && {
        dueTime: new Date(given.dueAt.getTime() + 8 * hourMs).toISOString().slice(0, 19).replace('T', ' '),
      }),
    },
  });
  if (typeof found === 'string') return found;
  const { taskUuid } = found;
  return typeof taskUuid === 'string' ? { holder, id: taskUuid } : 'unreadable';
}

async function call(
  { settings: given, secret }: Opened,
  city: City,
  signed: Signed,
): Promise<Record<string, unknown> | Failure> {
  const { base, appKey }: SettingsOf<'govding'> = settingsOf.govding.parse(given);
  const { method, path, params } = signed;
  const headers = signedHeaders(signed, { key: appKey, secret }, city.clock.now());
  const body = method === 'GET' ? { query: params } : { form: params };
  const answer = await ask(base, { method, path, headers, ...body });
  if (typeof answer === 'string') return answer;
  return failureOf(answer, city.clock.now()) ?? dataOf(answer.body);
}

function failureOf({ status, body, date }: Answer, now: Date): Failure | undefined {
  if (status === 401 || status === 403)
    return date && Math.abs(date.getTime() - now.getTime()) > SKEW_MS ? 'clock' : 'sign_in';
  if (status === 429) return 'limit';
  if (status >= 500) return 'no_answer';
  if (typeof body.success !== 'boolean') return 'unreadable';
  return body.success && Object(body.content).success !== false ? undefined : 'refused';
}

/** The data come as an object, or as its JSON. */
function dataOf({ content }: Record<string, unknown>): Record<string, unknown> {
  const { data } = Object(content) as { data?: unknown };
  if (typeof data !== 'string') return { ...Object(data) };
  try {
    return { ...Object(JSON.parse(data)) };
  } catch {
    return {};
  }
}
