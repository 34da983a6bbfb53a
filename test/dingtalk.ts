/** A stand-in for 钉钉 that keeps to its documents: tokens of 7,200 s, 20 calls a second, 500 notifications a day, one to-do a source id. */
import { type Reply, type Request, standIn } from '#test/outside.ts';

const TOKEN_MS = 7_200_000;
const DAY_MS = 86_400_000;

export type DingTodo = { id: string; union: string; subject: string; dueTime?: number; url: string; done: boolean };
type Cut = 'before' | 'after' | null;

/** `broken` lists what the documents forbid and was done all the same. */
export async function dingTalkStandIn(now: () => Date) {
  const tokens = new Map<string, number>();
  const delivered: { to: string; content: string }[] = [];
  const seen = new Map<string, number>();
  const sent: { to: string; at: number }[] = [];
  const calls: { path: string; at: number }[] = [];
  const todos = new Map<string, DingTodo>();
  const broken: string[] = [];
  let given = 0;
  let swallowed = 0;
  let cut: Cut = null;
  let told: object | null = null;

  const tokenEnded = (token: string | null | undefined) => (tokens.get(token ?? '') ?? 0) <= now().getTime();

  const gettoken = ({ query }: Request) => {
    if (query.get('appkey') !== 'ding1' || query.get('appsecret') !== 'secret') return { errcode: 40089 };
    given += 1;
    tokens.set(`t${given}`, now().getTime() + TOKEN_MS);
    return { errcode: 0, access_token: `t${given}`, expires_in: 7_200 };
  };

  const notify = ({ query, json }: Request) => {
    if (tokenEnded(query.get('access_token'))) return { errcode: 88, sub_code: '40014' };
    const at = now().getTime();
    const to = String(json.userid_list);
    const { content } = (json.msg as { text: { content: string } }).text;
    sent.push({ to, at });
    if (Buffer.byteLength(JSON.stringify(json.msg)) > 2_048) broken.push('longer than 2,048 bytes');
    if (new Set(sent.filter((one) => one.at > at - 60_000).map((one) => one.to)).size > 5_000)
      broken.push('5,001 members a minute');
    // Beyond the day's 500, and for the same words again, the answer is "ok" and nothing arrives.
    if (sent.filter((one) => one.to === to && one.at > at - DAY_MS).length > 500) broken.push('501 a day');
    else if ((seen.get(`${to} ${content}`) ?? 0) > at - DAY_MS) swallowed += 1;
    else delivered.push({ to, content });
    seen.set(`${to} ${content}`, at);
    return { errcode: 0, errmsg: 'ok', task_id: sent.length };
  };

  const user = ({ query, json }: Request) => {
    if (tokenEnded(query.get('access_token'))) return { errcode: 40014 };
    const { userid } = json;
    return userid === 'nobody' ? { errcode: 60121 } : { errcode: 0, result: { userid, unionid: `union of ${userid}` } };
  };

  const refuse = (message: string): Reply => ({ status: 400, json: { code: 'todo.paramError', message } });

  const todo = (request: Request): Reply => {
    const { method, path, headers, json } = request;
    if (tokenEnded(headers['x-acs-dingtalk-access-token'] as string))
      return { status: 400, json: { code: 'InvalidAuthentication', message: 'access_token' } };
    const [, encoded = '', rest = ''] = /^\/v1\.0\/todo\/users\/([^/]+)\/tasks(.*)$/.exec(path) ?? [];
    const union = decodeURIComponent(encoded);
    if (method === 'POST') return create(union, json);
    const source = /^\/sources\/(.+)$/.exec(rest)?.[1];
    const key = source ?? [...todos].find(([, one]) => `/${one.id}` === rest)?.[0] ?? '';
    const found = todos.get(decodeURIComponent(key));
    if (!found || found.union !== union) return refuse('task not exist');
    if (method === 'GET') return { json: { ...found, sourceId: key } };
    Object.assign(found, { subject: json.subject, dueTime: json.dueTime, done: json.done });
    return { json: { result: true } };
  };

  const create = (union: string, json: Request['json']): Reply => {
    const { sourceId, subject, creatorId, dueTime, executorIds, detailUrl } = json;
    const { appUrl } = (detailUrl ?? {}) as { appUrl?: string };
    if (!appUrl || creatorId !== union || !subject) return refuse('param error');
    if (todos.has(String(sourceId))) return refuse(`task existed sourceId is ${sourceId}`);
    const [executor] = executorIds as string[];
    if (executor !== union) broken.push('for another');
    const one = { id: `d${todos.size + 1}`, union, subject: String(subject), url: appUrl, done: false };
    todos.set(String(sourceId), { ...one, ...(dueTime !== undefined && { dueTime: Number(dueTime) }) });
    return { json: { id: one.id } };
  };

  const answerTo = (request: Request): Reply => {
    const { path } = request;
    const at = performance.now();
    const place = `${request.method} ${path.replace(/users\/[^/]+\/tasks\/(sources)?.*/, 'tasks/$1')}`;
    calls.push({ path: place, at });
    const newer = path.startsWith('/v1.0/');
    if (calls.filter((one) => one.path === place && one.at > at - 1_000).length > 20) {
      broken.push(`21 a second: ${place}`);
      return newer
        ? { status: 403, json: { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' } }
        : { json: { errcode: 90018 } };
    }
    if (path === '/gettoken') return { json: gettoken(request) };
    if (told) return newer ? { status: 403, json: told } : { json: told };
    if (path === '/topapi/message/corpconversation/asyncsend_v2') return { json: notify(request) };
    if (path === '/topapi/v2/user/get') return { json: user(request) };
    return newer ? todo(request) : { status: 404 };
  };

  const { base, close } = await standIn((request) => {
    const answer = cut === 'before' ? 'cut' : answerTo(request);
    return cut ? 'half' : answer;
  });
  return {
    ...{ base, close, delivered, broken, todos },
    swallowed: () => swallowed,
    tokens: () => given,
    /** `after`: what was asked is done, and half of the answer comes back. */
    cut: (how: Cut) => {
      cut = how;
    },
    answer: (what: object | null) => {
      told = what;
    },
  };
}
