/** How 浙政钉 and other 专有钉钉 know who calls: an HMAC over method, time, a number used once, path and parameters. */
import { createHmac, randomInt } from 'node:crypto';
import { hourMs } from '#clock/day.ts';

export type Signed = { method: 'GET' | 'POST'; path: string; params: Record<string, string> };

/** What is signed: the parameters by name, as they are and not as they travel. */
export function toSign({ method, path, params }: Signed, timestamp: string, nonce: string): string {
  const said = Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return [method, timestamp, nonce, path, ...(said.length > 0 ? [said.join('&')] : [])].join('\n');
}

export const signatureOf = (secret: string, words: string): string =>
  createHmac('sha256', secret).update(words).digest('base64');

/** `2026-03-12T09:01:00.000+08:00`: the time in China, as its examples write it. */
export const stampOf = (now: Date): string => new Date(now.getTime() + 8 * hourMs).toISOString().replace('Z', '+08:00');

/** @param now of our clock; the other side refuses what is too far from its own */
export function signedHeaders(call: Signed, { key, secret }: { key: string; secret: string }, now: Date) {
  const timestamp = stampOf(now);
  const nonce = `${now.getTime()}${String(randomInt(10_000)).padStart(4, '0')}`;
  return {
    'X-Hmac-Auth-Timestamp': timestamp,
    'X-Hmac-Auth-Version': '1.0',
    'X-Hmac-Auth-Nonce': nonce,
    apiKey: key,
    'X-Hmac-Auth-Signature': signatureOf(secret, toSign(call, timestamp, nonce)),
  };
}
