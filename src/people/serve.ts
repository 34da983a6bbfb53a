/** Serving a route: find the city, open its transaction, know who calls, check, answer after the commit. */

import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, mustBeAbleTo } from '#people/actor.ts';
import { identify } from '#people/identify.ts';
import type { Permission } from '#people/permissions.ts';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '#platform/api.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Stored, storeUpload } from '#platform/upload.ts';

export type Served<R extends Route> = {
  tx: Tx;
  actor: Actor;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  upload: R extends { upload: object } ? Stored : undefined;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** A file to stream after the commit. `type` is ours, never the uploader's. */
export type FileReply = { file: Readable; name: string; type: string; inline?: boolean };

type Result<R extends Route> = R extends { reply: object } ? ReplyOf<R> : FileReply;

export type Serve = <R extends Route>(route: R, handler: (served: Served<R>) => Promise<Result<R>>) => void;

/** Finds an open city by its slug. */
export type Cities = (slug: string) => City | undefined;

/** The one way a route is put on the server: its table says the rest. */
export function serveOn(app: FastifyInstance, cities: Cities): Serve {
  return (route, handler) => {
    app.route({
      method: route.method,
      url: `/c/:city/api${route.path}`,
      schema: {
        summary: `${route.summary.zh} · ${route.summary.en}`,
        ...(route.params && { params: route.params }),
        ...(route.query && { querystring: route.query }),
        ...(route.body && !route.upload && { body: route.body }),
        ...(route.reply && { response: { 200: route.reply } }),
      },
      handler: (request, reply) => answer(cities, route, handler as Handler, request, reply),
    });
  };
}

type Handler = (served: Record<string, unknown>) => Promise<unknown>;

async function answer(cities: Cities, route: Route, handler: Handler, request: FastifyRequest, reply: FastifyReply) {
  const city = cities(slugOf(request));
  if (!city) throw problem('not_found');
  // Pages count down by the city's clock, not by that of the machine they stand on.
  reply.header('x-suyuan-now', city.clock.now().toISOString());
  mustComeFromOurPages(route, request);
  const known = (tx: Tx) => identify(tx, route.access ?? 'signed-in', request);
  // A stranger uploads nothing: who calls is known before the first byte is stored, and asked again in the transaction.
  if (route.upload) await transact(city, async (tx) => check(route, await known(tx)));
  const upload = route.upload && (await storeUpload(city, request, route));
  const result = await transact(city, async (tx) => {
    const actor = await known(tx);
    check(route, actor);
    return handler({
      tx,
      actor,
      params: request.params,
      query: request.query,
      body: upload ? upload.body : request.body,
      upload: upload?.stored,
      request,
      reply,
    });
  });
  return route.reply ? result : sendFile(reply, result as FileReply);
}

const slugOf = (request: FastifyRequest) => /^\/c\/([^/]+)\//.exec(request.url)?.[1] ?? '';

function check(route: Route, actor: Actor): void {
  if (route.verb) mustBeAbleTo(actor, route.verb as Permission);
}

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Against cross-site requests (OWASP, custom request header with Fetch metadata): a cookie alone moves nothing. The header
 * cannot be sent by another site's form, and by its script only after a preflight that this server never grants.
 */
function mustComeFromOurPages(route: Route, request: FastifyRequest): void {
  if (SAFE.has(route.method) || route.access === 'token') return;
  const site = request.headers['sec-fetch-site'];
  if (request.headers['x-suyuan'] !== '1' || (site !== undefined && site !== 'same-origin'))
    throw problem('not_our_page');
}

function sendFile(reply: FastifyReply, { file, name, type, inline }: FileReply) {
  return reply
    .header('content-type', type)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(file);
}
