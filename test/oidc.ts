/** A provider on loopback that knows whoever it is told to know, and a browser that goes there and comes back. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Provider } from 'oidc-provider';
import { lifetimes, memoryAdapter, signingKeys } from '#test/oidc-memory.ts';

export const desk = 'http://desk.example/c/qinglan';

type Context = { oidc: { provider: Provider; session: { accountId: string }; client: { clientId: string } } };

/** `who`: the subject that signs in there next, with these methods. */
export async function providerStandIn() {
  const person = { subject: 'chen', amr: ['pwd'] };
  let handle: ReturnType<Provider['callback']> = () => {};
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    const login = { accountId: person.subject, amr: person.amr };
    void provider.interactionFinished(request, response, { login });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'suyuan', client_secret: 'a-secret-of-the-provider' },
        ...{ redirect_uris: [`${desk}/api/sign-in/oidc/return`], token_endpoint_auth_method: 'client_secret_post' },
      },
    ],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['stand-in'] },
    adapter: memoryAdapter(),
    jwks: signingKeys(),
    ttl: lifetimes,
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, amr: person.amr }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  handle = provider.callback();
  return { issuer, person, close: () => server.close() };
}

/** Keeps cookies for every path, follows redirects between desk and provider, and tells where it ended. */
export function browser(app: FastifyInstance) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970|Max-Age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const send = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const headers = { 'x-suyuan': '1', cookie: cookie() };
    const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    keep([answer.headers['set-cookie'] ?? []].flat());
    return answer;
  };
  const api = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await send(method, `/c/qinglan/api${path}`, body);
    return { status: answer.statusCode, body: answer.json() };
  };
  /** From a path of the desk to where no more redirects lead; `at` may change each address on the way. */
  const follow = async (from: string, at: (address: string) => string = (address) => address): Promise<string> => {
    for (let address = from, steps = 0; ; steps++) {
      if (steps > 12) throw new Error(`goes round: ${address}`);
      address = at(address);
      const ours = address.startsWith('/c/') ? address : address.replace(/^http:\/\/desk\.example/, '');
      if (ours.startsWith('/c/') && !ours.startsWith('/c/qinglan/api/')) return ours;
      const next = ours.startsWith('/c/') ? (await send('GET', ours)).headers.location : await outside(address);
      if (!next) throw new Error(`stands at ${address}`);
      address = new URL(next, ours.startsWith('/c/') ? 'http://desk.example' : address).href;
      address = address.replace(/^http:\/\/desk\.example(?=\/c\/)/, '');
    }
  };
  const outside = async (address: string) => {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: cookie() } });
    keep(answer.headers.getSetCookie());
    await answer.arrayBuffer();
    return answer.headers.get('location');
  };
  return { api, follow, jar };
}
