/** Serving the public pages: the city, who looks and how, checks against other sites, and a page for every refusal. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Cities } from '#people/serve.ts';
import type { City } from '#platform/city.ts';
import { Problem, problem } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import { type Look, readLook, writeLook } from '#public/look.ts';
import { messagePage } from '#public/message.page.ts';
import { draw, type Page, type Place } from '#public/page.ts';
import { policy } from '#public/style.ts';

type Texts = Record<string, string>;

export type Visit = Place & {
  city: City;
  request: FastifyRequest;
  reply: FastifyReply;
  now: Date;
  /** From where it came, behind the proxies that are trusted. */
  address: string;
  query: Texts;
  params: Texts;
  /** What a form without photos sent. */
  fields: Texts;
};

export type Answer = Page | { redirect: string };
export type Put = (method: 'GET' | 'POST', path: string, handler: (visit: Visit) => Promise<Answer>) => void;

const lookCookie = (slug: string) => `suyuan_look_${slug}`;
const YEAR_SECONDS = 31_536_000;

export function putOn(app: FastifyInstance, cities: Cities): Put {
  return (method, path, handler) =>
    app.route({
      method,
      url: `/c/:city/p${path}`,
      schema: { hide: true },
      handler: async (request, reply) => {
        const visit = visitOf(cities, request, reply);
        try {
          if (method === 'POST') mustComeFromOurPages(request);
          return send(visit, await handler(visit));
        } catch (error) {
          return send(visit, messagePage(visit, refusalIn(error, request)));
        }
      },
    });
}

/** Attributes of a cookie of these pages: for the city's pages alone, unreadable by scripts, over https where they came so. */
export const cookieFor = ({ base, request }: Visit, seconds: number) =>
  ({ path: base, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: seconds }) as const;

function visitOf(cities: Cities, request: FastifyRequest, reply: FastifyReply): Visit {
  const params = textsIn(request.params);
  const city = cities(params.city!);
  if (!city) throw problem('not_found');
  const query = textsIn(request.query);
  const look = readLook(query, request.cookies[lookCookie(city.slug)]);
  const base = `/c/${city.slug}/p`;
  const fields = textsIn(request.body);
  const visit = { city, base, look, request, reply, query, params, fields };
  const whole = { ...visit, now: city.clock.now(), address: request.ip };
  if (query.lang || query.look) keepLook(whole);
  return whole;
}

function keepLook(visit: Visit): void {
  visit.reply.setCookie(lookCookie(visit.city.slug), writeLook(visit.look), cookieFor(visit, YEAR_SECONDS));
}

/** A switch of the page's own form was pressed: the same is shown in the other look, with all that was typed. */
export function changeLook(visit: Visit, asked: string): Visit {
  const look: Look = {
    language: asked === 'zh' || asked === 'en' ? asked : visit.look.language,
    elder: asked === 'elder' || (asked !== 'plain' && visit.look.elder),
  };
  const changed = { ...visit, look };
  keepLook(changed);
  return changed;
}

/**
 * Against other sites' forms, beside the signed token that each form of ours carries: Fetch metadata, and where a browser
 * sends none (over http), the origin; a proxy may have taken the port off our own name.
 */
function mustComeFromOurPages({ headers, hostname }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw problem('not_our_page');
    return;
  }
  const { origin } = headers;
  if (origin !== undefined && URL.parse(origin)?.hostname !== hostname) throw problem('not_our_page');
}

function refusalIn(error: unknown, request: FastifyRequest): Problem {
  const known = refusalOf(error);
  if (error instanceof Problem) return error;
  if (known instanceof Problem) return known;
  if (((error as { statusCode?: number }).statusCode ?? 500) < 500) return problem('malformed', { count: 1 });
  request.log.error({ err: error, url: request.routeOptions.url }, 'a fault of the program');
  return problem('broken', { request: String(request.id) });
}

function textsIn(value: unknown): Texts {
  const entries = Object.entries((value ?? {}) as object);
  return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'));
}

function send(visit: Visit, answer: Answer): FastifyReply {
  const { reply } = visit;
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303);
  if (answer.retryAfter) reply.header('retry-after', answer.retryAfter);
  if (!answer.indexed) reply.header('x-robots-tag', 'noindex');
  return reply
    .code(answer.status ?? 200)
    .header('content-security-policy', policy)
    .header('cache-control', answer.secret ? 'no-store' : 'private, no-cache')
    .header('vary', 'cookie')
    .type('text/html; charset=utf-8')
    .send(draw(visit, answer));
}
