/** A city that has a way out of the desk, and persons who are reached by it: for stories. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeAddress } from '#message/outside/address.store.ts';
import { setChannel } from '#message/outside/channel.actions.ts';
import type { ChannelName } from '#message/outside/channel.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';

const base = 'http://127.0.0.1:9';
const template = { id: 'T1' };

/** Settings that are complete; where they lead nobody answers. */
export const settingsFor: Record<ChannelName, Record<string, unknown>> = {
  wecom: { base, corpId: 'ww1', agentId: 1 },
  dingtalk: { base, appKey: 'ding1', agentId: 1 },
  govding: { base, appKey: 'gov1', tenantId: '50075' },
  email: { host: '127.0.0.1', port: 9, security: 'none', from: 'suyuan@example.com' },
  sms: { url: base, one: template, digest: template, code: template },
};

export async function openOutside(
  { tx }: Pick<TestCity, 'tx'>,
  channel: ChannelName,
  persons: readonly string[],
  settings: Record<string, unknown> = {},
): Promise<void> {
  await tx(async (own) => {
    const given = { ...settingsFor[channel], ...settings };
    await setChannel(own, program, channel, { id: newId(), version: 0, open: true, settings: given, secret: 'secret' });
    for (const personId of persons) {
      const address = channel === 'email' ? `${personId}@example.com` : personId;
      await writeAddress(own, { personId, channel, address, setBy: personId, verified: true });
    }
  });
}

export type Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  json: Record<string, unknown>;
  form: URLSearchParams;
};
export type Reply = { status?: number; headers?: Record<string, string>; json?: unknown } | 'cut' | 'half';

/** A server on loopback that answers as it is told; `base` leads to it. `half`: the line is cut in the middle of the answer. */
export async function standIn(answer: (request: Request) => Reply): Promise<{ base: string; close(): void }> {
  const server = createServer((request, reply) => void serve(request, reply, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, close: () => void server.close(() => {}) };
}

async function serve(request: IncomingMessage, reply: ServerResponse, answer: (request: Request) => Reply) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://stand.in');
  const text = Buffer.concat(parts).toString();
  const formed = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const json = text && !formed ? JSON.parse(text) : {};
  const form = new URLSearchParams(formed ? text : '');
  const { method = '', headers } = request;
  const said = answer({ method, path: url.pathname, query: url.searchParams, headers, json, form });
  if (said === 'cut') return void request.socket.destroy();
  if (said === 'half') {
    reply.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    reply.write('{"errcode":0,"er');
    return void setImmediate(() => request.socket.destroy());
  }
  reply.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
  reply.end(JSON.stringify(said.json ?? {}));
}
