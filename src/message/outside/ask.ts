/** Speaking to the server of a channel: the host that was set and no other, no redirects, ten seconds, a short answer. */
import { createHash } from 'node:crypto';
import type { Failure } from '#message/outside/channel.ts';

const PATIENCE_MS = 10_000;
const LONGEST = 64 << 10;

/** `date`: what the other side's clock says, where it does. */
export type Answer = { status: number; body: Record<string, unknown>; date: Date | undefined };

type Asked = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  query?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/** @returns the JSON that came back, or why none did. @param base http or https; the path is laid behind it */
export async function ask(
  base: string,
  { method, path, query, json, form, headers }: Asked,
): Promise<Answer | Failure> {
  const url = new URL(`${base}${path}`);
  if (url.origin !== new URL(base).origin) return 'settings';
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  try {
    const reply = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'application/json',
        ...headers,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && { body: new URLSearchParams(form) }),
    });
    if (reply.status >= 300 && reply.status < 400) {
      await reply.body?.cancel();
      return 'redirected';
    }
    const date = new Date(reply.headers.get('date') ?? '');
    const told = Number.isNaN(date.getTime()) ? undefined : date;
    return { status: reply.status, body: asObject(await shortText(reply)), date: told };
  } catch (error) {
    return error instanceof SyntaxError ? 'unreadable' : failureOf(error);
  }
}

async function shortText(reply: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LONGEST) throw new SyntaxError('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What is no object becomes an empty one: its missing fields are refused where they are needed. */
function asObject(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  const value: unknown = JSON.parse(text);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

/** Codes of Node: a certificate that is not trusted is told apart from a server that is not there. */
export function failureOf(error: unknown): Failure {
  const { code = '', cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  const found = cause?.code ?? code;
  return /CERT|VERIFY|ERR_TLS|ERR_SSL|WRONG_VERSION/.test(found) ? 'certificate' : 'no_answer';
}

/** Six characters that tell two pushes with the same words apart, and are the same when one is sent again. */
export const markOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 6);
