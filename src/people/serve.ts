/** Serving a route: find the city, open its transaction, know who calls, check, answer after the commit. */

import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, mustBeAbleTo } from '#people/actor.ts';
import { identify } from '#people/identify.ts';
import type { Permission } from '#people/permissions.ts';
import { together } from '#people/together.ts';
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

/** For programs that send one small thing after another: the bodies of one sender that arrived at the same time. */
export type ServedTogether<R extends Route> = { tx: Tx; actor: Actor; bodies: BodyOf<R>[] };

export type Serve = {
  <R extends Route>(route: R, handler: (served: Served<R>) => Promise<Result<R>>): void;
  /** One transaction for all of them; the results stand in the order of the bodies. */
  together<R extends Route>(route: R, handler: (served: ServedTogether<R>) => Promise<Result<R>[]>): void;
};

/** Finds an open city by its slug. */
export type Cities = (slug: string) => City | undefined;

/** The one way a route is put on the server: its table says the rest. */
export function serveOn(app: FastifyInstance, cities: Cities): Serve {
  const put = (route: Route, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
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
      handler,
    });
  return Object.assign(
    <R extends Route>(route: R, handler: (served: Served<R>) => Promise<Result<R>>) => {
      put(route, (request, reply) => answer(cities, route, handler as Handler, request, reply));
    },
    {
      together<R extends Route>(route: R, handler: (served: ServedTogether<R>) => Promise<Result<R>[]>) {
        put(route, answerTogether(cities, route, handler as TogetherHandler));
      },
    },
  );
}

type Handler = (served: Record<string, unknown>) => Promise<unknown>;
type TogetherHandler = (served: ServedTogether<Route>) => Promise<unknown[]>;

/** Whoever sends the same credentials is the same sender: asked for once a transaction. */
function answerTogether(cities: Cities, route: Route, handler: TogetherHandler) {
  type Sent = { city: City; request: FastifyRequest };
  const send = together(
    ({ city, request }: Sent) => `${city.slug} ${request.headers.authorization}`,
    (sent) =>
      transact(sent[0]!.city, async (tx) => {
        const actor = await identify(tx, route.access ?? 'signed-in', sent[0]!.request);
        check(route, actor);
        return handler({ tx, actor, bodies: sent.map(({ request }) => request.body as BodyOf<Route>) });
      }),
  );
  return (request: FastifyRequest, reply: FastifyReply) => {
    const city = cityOf(cities, request, reply);
    mustComeFromOurPages(route, request);
    return send({ city, request });
  };
}

async function answer(cities: Cities, route: Route, handler: Handler, request: FastifyRequest, reply: FastifyReply) {
  const city = cityOf(cities, request, reply);
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

function cityOf(cities: Cities, request: FastifyRequest, reply: FastifyReply): City {
  const city = cities(/^\/c\/([^/]+)\//.exec(request.url)?.[1] ?? '');
  if (!city) throw problem('not_found');
  // Pages count down by the city's clock, not by that of the machine they stand on.
  reply.header('x-suyuan-now', city.clock.now().toISOString());
  return city;
}

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
