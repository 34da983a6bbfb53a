/** Somebody at a browser: keeps the cookie, comes from an address, and says what our pages say. */
import assert from 'node:assert/strict';
import { totpCode } from '#people/totp.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';

// biome-ignore lint/suspicious/noExplicitAny: what the API answers is looked at field by field
type Answer = { status: number; body: any; cookie: string | undefined; setCookie: string | undefined };
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export function visitor(story: TestCity, source = '10.0.0.1') {
  let cookie: string | undefined;
  const send = async (
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await story.app.inject({
      method,
      url: `/c/qinglan/api${path}`,
      remoteAddress: source,
      headers: { 'x-suyuan': '1', ...(cookie && { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const setCookie = answer.headers['set-cookie']?.toString();
    if (setCookie) cookie = setCookie.split(';')[0];
    const isJson = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload, cookie, setCookie };
  };
  /** The answer's body; anything but 200 fails the story. */
  const ok = async (method: Method, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    assert.equal(answer.status, 200, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** The code of the refusal; an answer of 200 fails the story. */
  const refused = async (method: Method, path: string, body?: unknown): Promise<string> => {
    const answer = await send(method, path, body);
    assert.notEqual(answer.status, 200, `${method} ${path} was not refused`);
    return answer.body.code;
  };
  return { send, ok, refused, cookie: () => cookie, take: (value: string | undefined) => (cookie = value) };
}
export type Visitor = ReturnType<typeof visitor>;

/** Types an activation code, a login and a password. */
export const activate = (who: Visitor, code: string, login: string, password: string) =>
  who.ok('POST', '/activation', { code, password, ...(login && { login }) });

/** Enrols an authenticator; returns its secret. */
export async function enrol(who: Visitor, story: TestCity): Promise<string> {
  const { secret } = await who.ok('POST', '/me/totp', {});
  const { demands } = await who.ok('POST', '/me/totp/confirmations', {
    id: newId(),
    code: totpCode(secret, story.city.clock.now()),
  });
  assert.deepEqual(demands, []);
  return secret;
}

/** One of the three administrators, activated and enrolled, at the desk. */
export async function administrator(story: TestCity, role: 'system_admin' | 'security_admin' | 'auditor') {
  const { code, login } = story.codes.find((one) => one.role === role)!;
  const who = visitor(story);
  const password = 'Kaimen-da-ji-2026';
  await activate(who, code, login, password);
  const secret = await enrol(who, story);
  /** Signs in anew, as after the clock has moved on. */
  const again = async () => {
    await who.ok('POST', '/sign-in', { login, password });
    await who.ok('POST', '/sign-in/totp', { code: totpCode(secret, story.city.clock.now()) });
  };
  return Object.assign(who, { login, password, secret, again });
}
