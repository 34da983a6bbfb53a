/** What a browser carries to the provider and back: sealed, for ten minutes, only to the way back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Started } from '#people/oidc.ts';
import type { City } from '#platform/city.ts';
import { open, seal } from '#platform/keys.ts';

const LASTS_MS = 10 * 60_000;
const place = 'oidc.started';

const name = (slug: string) => `suyuan_${slug}_oidc`;
/** Lax: the provider sends the browser back from another site. */
const attributes = (slug: string, request: FastifyRequest) =>
  ({
    path: `/c/${slug}/api/sign-in/oidc`,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  }) as const;

/** @returns where the browser goes first. */
export function giveStarted(
  city: City,
  { link, to }: Pick<Started, 'link' | 'to'>,
  request: FastifyRequest,
  reply: FastifyReply,
): string {
  const at = city.clock.now().getTime();
  const started: Started = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    at,
    link,
    to,
  };
  const value = seal(city.keys, JSON.stringify(started), place).toString('base64url');
  reply.setCookie(name(city.slug), value, { ...attributes(city.slug, request), maxAge: LASTS_MS / 1_000 });
  return `/c/${city.slug}/api/sign-in/oidc/start`;
}

/** Nothing where there is none, it is not ours, or its time is over. */
export function readStarted(city: City, request: FastifyRequest): Started | undefined {
  const value = request.cookies[name(city.slug)];
  if (!value) return undefined;
  try {
    const started = JSON.parse(open(city.keys, Buffer.from(value, 'base64url'), place)) as Started;
    return city.clock.now().getTime() - started.at < LASTS_MS ? started : undefined;
  } catch {
    return undefined;
  }
}

export const takeStarted = (city: City, request: FastifyRequest, reply: FastifyReply): void =>
  void reply.clearCookie(name(city.slug), attributes(city.slug, request));
