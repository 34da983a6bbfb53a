/** 钉钉's to-dos: one by its source id, found again where it is there already, moved with its deadline, and completed. */
import { ask } from '#message/outside/ask.ts';
import {
  type DingTalkSettings,
  type Stopped,
  stoppedNewly,
  stoppedOf,
  withToken,
} from '#message/outside/dingtalk-token.ts';
import type { Opened, Todo, TodoOutcome } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

/** Its holder there (a to-do wants another id of a person than a message does), and its own. */
type Ref = { union: string; id: string };
type Call = { token: string; settings: DingTalkSettings };

/** Of its title, and of each address. */
const LONGEST = 1_024;

export function todo(given: Todo, channel: Opened, city: City): Promise<TodoOutcome> {
  return withToken<TodoOutcome>(channel, city, async (token, settings) => {
    const call = { token, settings };
    const found = given.ref === null ? await begin(call, given) : { ref: JSON.parse(given.ref) as Ref, made: false };
    if (found === 'ended' || !('ref' in found)) return found;
    const { ref, made } = found;
    const stopped = ref && !made ? await tell(call, ref, given) : undefined;
    return stopped ?? { ref: ref && JSON.stringify(ref) };
  });
}

/** `ref` null: there is none. `made`: just now, as it is to be. */
type Found = { ref: Ref | null; made: boolean };

/** Makes it, or finds what an earlier try has made. What has ended is not made any more. */
async function begin(call: Call, given: Todo): Promise<Found | Stopped> {
  const holder = await holderOf(call, given.address);
  if (holder === 'ended' || !('union' in holder)) return holder;
  const { union } = holder;
  if (given.ended) return find(call, union, given.key);
  const answer = await speak(call, 'POST', `${pathOf(union)}/tasks`, {
    ...{ sourceId: given.key, creatorId: union, executorIds: [union], isOnlyShowExecutor: true },
    ...wordsOf(given),
    detailUrl: { appUrl: given.url.slice(0, LONGEST), pcUrl: given.url.slice(0, LONGEST) },
    // A message tells of it: here it only stands.
    notifyConfigs: { dingNotify: '0', sendAssistantChat: 'false' },
  });
  if (typeof answer === 'string') return { later: answer };
  if (answer.status === 200) {
    const { id } = answer.body;
    return typeof id === 'string' ? { ref: { union, id }, made: true } : { later: 'unreadable' };
  }
  return /task existed/i.test(String(answer.body.message)) ? find(call, union, given.key) : stoppedNewly(answer)!;
}

async function find(call: Call, union: string, key: string): Promise<Found | Stopped> {
  const answer = await speak(call, 'GET', `${pathOf(union)}/tasks/sources/${encodeURIComponent(key)}`);
  if (typeof answer === 'string') return { later: answer };
  if (isMissing(answer)) return { ref: null, made: false };
  const { id } = answer.body;
  const stopped = stoppedNewly(answer);
  if (stopped) return stopped;
  return typeof id === 'string' ? { ref: { union, id }, made: false } : { later: 'unreadable' };
}

/** Whoever removed it there has removed it. */
async function tell(call: Call, { union, id }: Ref, given: Todo): Promise<Stopped | undefined> {
  const answer = await speak(
    call,
    'PUT',
    `${pathOf(union)}/tasks/${encodeURIComponent(id)}?operatorId=${encodeURIComponent(union)}`,
    { ...wordsOf(given), executorIds: [union], done: given.ended !== null },
  );
  if (typeof answer === 'string') return { later: answer };
  return isMissing(answer) ? undefined : stoppedNewly(answer);
}

/** A message knows a person by their user id, a to-do by their union id. */
async function holderOf({ token, settings }: Call, userId: string): Promise<{ union: string } | Stopped> {
  const answer = await ask(settings.base, {
    method: 'POST',
    path: '/topapi/v2/user/get',
    query: { access_token: token },
    json: { userid: userId },
  });
  if (typeof answer === 'string') return { later: answer };
  const { unionid } = Object(answer.body.result) as { unionid?: unknown };
  const stopped = stoppedOf(answer.body);
  if (stopped) return stopped;
  return typeof unionid === 'string' ? { union: unionid } : { later: 'unreadable' };
}

const pathOf = (union: string) => `/v1.0/todo/users/${encodeURIComponent(union)}`;

const wordsOf = ({ title, dueAt }: Todo) => ({
  subject: title.slice(0, LONGEST),
  ...(dueAt && { dueTime: dueAt.getTime() }),
});

const isMissing = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  status === 404 || /task not exist/i.test(String(body.message));

const speak = ({ token, settings }: Call, method: 'GET' | 'POST' | 'PUT', path: string, json?: object) =>
  ask(settings.api, { method, path, json, headers: { 'x-acs-dingtalk-access-token': token } });
