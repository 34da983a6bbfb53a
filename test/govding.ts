/** A stand-in for 浙政钉: every call signed, none an hour old nor used twice; one to-do a business id, ended by who has it. */
import { createHmac } from 'node:crypto';
import { type Reply, type Request, standIn } from '#test/outside.ts';

/** How far a clock may be off: our guess, for it is written nowhere. */
const SKEW_MS = 15 * 60_000;

export type GovTodo = { taskUuid: string; holder: string; subject: string; dueTime: string | null; state: string };

export async function govDingStandIn(now: () => Date) {
  const delivered: { to: string; content: string }[] = [];
  const todos = new Map<string, GovTodo>();
  const nonces = new Set<string>();
  let cut = false;

  const refuse = (status: number, message: string): Reply => ({
    ...{ status, headers: { date: now().toUTCString() } },
    json: { success: false, Code: message },
  });
  const give = (data: unknown): Reply => ({ json: { success: true, content: { success: true, data } } });

  const wrong = ({ method, path, query, form, headers }: Request): string | undefined => {
    const said = (name: string) => String(headers[name] ?? '');
    const [stamp, nonce] = [said('x-hmac-auth-timestamp'), said('x-hmac-auth-nonce')];
    const params = [...(method === 'GET' ? query : form)].map(([name, value]) => `${name}=${value}`).sort();
    const words = [method, stamp, nonce, path, params.join('&')].join('\n');
    const signature = createHmac('sha256', 'secret').update(words, 'utf8').digest('base64');
    if (said('apikey') !== 'gov1' || said('x-hmac-auth-signature') !== signature) return 'signature';
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/.test(stamp)) return 'timestamp';
    if (Math.abs(new Date(stamp).getTime() - now().getTime()) > SKEW_MS) return 'timestamp';
    if (nonces.has(nonce)) return 'nonce';
    nonces.add(nonce);
    return undefined;
  };

  const create = (query: URLSearchParams): Reply => {
    const one = (name: string) => query.get(name) ?? '';
    const needed = ['tenantId', 'bizTaskId', 'subject', 'creatorId', 'assigneeId', 'url', 'mobileUrl'];
    const missing = needed.filter((name) => !one(name));
    if (missing.length > 0 || one('subject').length > 200 || !one('url').includes('?')) return give(null);
    const known = todos.get(one('bizTaskId'));
    const made = known ?? {
      ...{ taskUuid: `g${todos.size + 1}`, holder: one('assigneeId'), subject: one('subject') },
      ...{ dueTime: query.get('dueTime'), state: 'open' },
    };
    todos.set(one('bizTaskId'), made);
    return give(JSON.stringify({ taskUuid: made.taskUuid, bizTaskId: one('bizTaskId') }));
  };

  const end = (query: URLSearchParams, state: string): Reply => {
    const found = [...todos.values()].find(({ taskUuid }) => taskUuid === query.get('taskUuid'));
    if (!found || found.holder !== query.get('userId')) return refuse(200, 'no such task');
    found.state = state;
    return give('true');
  };

  const answerTo = (request: Request): Reply => {
    const { path, query, form } = request;
    const why = wrong(request);
    if (why) return refuse(401, why);
    if (path === '/message/workNotification') {
      const { text } = JSON.parse(form.get('msg') ?? '{}') as { text: { content: string } };
      delivered.push({ to: form.get('receiverIds') ?? '', content: text.content });
      return give({ msgId: String(delivered.length) });
    }
    if (path === '/tc/v2/openapi/task/create.json') return create(query);
    if (path === '/tc/openapi/task/finish.json') return end(query, 'finished');
    return path === '/tc/openapi/task/cancel.json' ? end(query, 'cancelled') : { status: 404 };
  };

  const { base, close } = await standIn((request) => {
    const answer = answerTo(request);
    return cut ? 'half' : answer;
  });
  return {
    ...{ base, close, delivered, todos },
    cut: (yes: boolean) => {
      cut = yes;
    },
  };
}
