/** All public pages on the server: a scope of their own, so that forms are read here and nowhere else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Cities } from '#people/serve.ts';
import { transact } from '#platform/city.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { followRoutes } from '#public/follow.routes.ts';
import { html } from '#public/html.ts';
import { listRoutes } from '#public/list.routes.ts';
import { addressIn, speaker } from '#public/look.ts';
import { mineRoutes } from '#public/mine.routes.ts';
import type { Page } from '#public/page.ts';
import { pageWords } from '#public/page.words.ts';
import { reportRoutes } from '#public/report.routes.ts';
import { type Put, putOn, type Visit } from '#public/serve-page.ts';
import { startWords as words } from '#public/start.words.ts';
import { publicChannel } from '#signal/report.actions.ts';

const FORM_LIMIT = 64 << 10;
const script = readFileSync(path.join(import.meta.dirname, 'aloud.js'), 'utf8');

export async function publicRoutes(app: FastifyInstance, cities: Cities): Promise<void> {
  await app.register(async (scope) => {
    // The API takes no forms: another site's form must not be able to reach it.
    const parser = { parseAs: 'string', bodyLimit: FORM_LIMIT } as const;
    scope.addContentTypeParser('application/x-www-form-urlencoded', parser, async (_: unknown, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    const put = putOn(scope, cities);
    for (const room of [startRoute, reportRoutes, followRoutes, mineRoutes, listRoutes]) room(put);
    scope.get('/c/:city/p/aloud.js', { schema: { hide: true } }, (_, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=86400').send(script),
    );
  });
}

function startRoute(put: Put): void {
  put('GET', '', async (visit) => {
    const open = transact(visit.city, publicChannel).then(
      () => true,
      (error) => {
        if (error instanceof Problem && error.body.code === 'public_closed') return false;
        throw error;
      },
    );
    return startPage(visit, await open);
  });
}

function startPage({ look, base }: Visit, open: boolean): Page {
  const say = speaker(look);
  const to = (address: string) => addressIn(base, look, address);
  const closed = html`<div class="mind"><p>${say(fieldProblem('', 'public_closed').message)}</p></div>`;
  const door = (address: string, name: string, how: string) =>
    html`<li><h2><a href="${to(address)}">${name}</a></h2><p>${how}</p></li>`;
  const body = html`<h1>${say(words.title)}</h1><p>${say(words.lead)}</p>
<div class="mind"><p><strong>${say(words.first)}</strong></p><p>${say(pageWords.emergency)}</p></div>${!open && closed}
<ul class="doors">${open && door('/report', say(words.report), say(words.reportHow))}
${door('/follow', say(words.follow), say(words.followHow))}
${door('/list', say(words.list), say(words.listHow))}</ul>`;
  return { title: say(words.title), body, indexed: true, path: '' };
}
