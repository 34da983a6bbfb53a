/** The cookie of a session: unreadable by scripts, sent only to its own city, over https only where the request came so. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_MS } from '#people/session.store.ts';

export const cookieName = (slug: string) => `suyuan_${slug}`;

const attributes = (slug: string, request: FastifyRequest) =>
  ({ path: `/c/${slug}`, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

export function giveCookie(slug: string, secret: string, request: FastifyRequest, reply: FastifyReply): void {
  reply.setCookie(cookieName(slug), secret, { ...attributes(slug, request), maxAge: LONGEST_MS / 1_000 });
}

export function takeCookie(slug: string, request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(slug), attributes(slug, request));
}
