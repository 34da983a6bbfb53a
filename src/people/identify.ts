/** Who calls: by the cookie of a session, or by an integration token that a higher room knows how to read. */
import type { FastifyRequest } from 'fastify';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, program } from '#people/actor.ts';
import { cookieName } from '#people/cookie.ts';
import { type Demand, demandsOf } from '#people/demands.ts';
import { type Caller, findSession, type Session } from '#people/session.store.ts';
import type { Access } from '#platform/api.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';

type TokenReader = (tx: Tx, token: string) => Promise<Actor | undefined>;
const readers: TokenReader[] = [];

/** A room above registers how its tokens are read, when the server is put together. */
export function readTokensWith(reader: TokenReader): void {
  readers.push(reader);
}

export const callerOf = (request: FastifyRequest): Caller => ({
  source: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

/** The session behind the request's cookie. @throws signed_out */
export async function sessionOf(tx: Tx, request: FastifyRequest): Promise<Session> {
  const secret = request.cookies[cookieName(tx.city.slug)];
  const session = secret ? await findSession(tx, secret) : undefined;
  if (!session) throw problem('signed_out');
  return session;
}

/** What the person must do before the desk opens, the most pressing first. */
export const demandsOn = (tx: Tx, session: Session, actor: Actor): Demand[] =>
  demandsOf({ ...session, totpDemanded: actor.posts.some((post) => post.totpDemanded) }, tx.now);

const refusals = {
  totp: 'totp_needed',
  totp_enrol: 'totp_enrol_needed',
  password: 'password_old',
} as const satisfies Record<Demand, ProblemCode>;

/** @throws signed_out, what is demanded, or token_invalid. A route open to anybody gets an actor without posts. */
export async function identify(tx: Tx, access: Access, request: FastifyRequest): Promise<Actor> {
  if (access === 'open') return { ...program, kind: 'person', name: '' };
  if (access === 'token') return identifyToken(tx, request);
  const session = await sessionOf(tx, request);
  const actor = await loadActor(tx, session.personId);
  if (!actor) throw problem('signed_out');
  const [demand] = demandsOn(tx, session, actor);
  if (demand && access !== 'half') throw problem(refusals[demand]);
  return actor;
}

async function identifyToken(tx: Tx, request: FastifyRequest): Promise<Actor> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  for (const read of readers) {
    const actor = token && (await read(tx, token));
    if (actor) return actor;
  }
  throw problem('token_invalid');
}
