/** Serves the provider: its settings and links by the usual way; going there and coming back outside any transaction. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from '#ledger/once.ts';
import { accountOf } from '#people/account.store.ts';
import { personOf } from '#people/actor.ts';
import { giveCookie } from '#people/cookie.ts';
import { callerOf, identify, sessionOf } from '#people/identify.ts';
import {
  linkSelf,
  providerName,
  setIdentityOf,
  setProvider,
  signInByProvider,
  unlinkSelf,
  viewIdentity,
  viewProvider,
} from '#people/oidc.actions.ts';
import { oidcApi as api } from '#people/oidc.api.ts';
import { giveStarted, readStarted, takeStarted } from '#people/oidc.cookie.ts';
import { openProvider } from '#people/oidc.store.ts';
import { authorizationUrl, type Started, whoReturns } from '#people/oidc.ts';
import { mustKnowPassword } from '#people/password.actions.ts';
import type { Cities, Serve } from '#people/serve.ts';
import { type City, transact } from '#platform/city.ts';
import { Problem, problem } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';

export function oidcRoutes(serve: Serve): void {
  serve(api.ways, async ({ tx }) => ({ provider: await providerName(tx) }));
  serve(api.begin, async ({ tx, body, request, reply }) => {
    if (!(await providerName(tx))) throw problem('oidc_off');
    return { go: giveStarted(tx.city, { link: null, to: body.to }, request, reply) };
  });

  serve(api.mine, ({ tx, actor }) => viewIdentity(tx, personOf(actor)));
  serve(api.link, async ({ tx, actor, body, request, reply }) => {
    if (!(await providerName(tx))) throw problem('oidc_off');
    const account = await accountOf(tx, personOf(actor));
    if (!account) throw problem('signed_out');
    await mustKnowPassword(tx, account, body, callerOf(request));
    await once(tx, actor, body.id, 'account.begin_link', {});
    return { go: giveStarted(tx.city, { link: personOf(actor), to: '/account' }, request, reply) };
  });
  serve(api.unlink, async ({ tx, actor, body }) => {
    await unlinkSelf(tx, actor, body.id);
    return viewIdentity(tx, personOf(actor));
  });

  serve(api.ofPerson, ({ tx, params }) => viewIdentity(tx, params.id));
  serve(api.setOfPerson, async ({ tx, actor, params, body }) => {
    await setIdentityOf(tx, actor, params.id, body);
    return viewIdentity(tx, params.id);
  });

  serve(api.settings, ({ tx }) => viewProvider(tx));
  serve(api.set, ({ tx, actor, body }) => setProvider(tx, actor, body));
}

/** The two steps that wait for another host: no transaction is open meanwhile. Whatever goes wrong is told on the sign-in page. */
export function oidcWay(app: FastifyInstance, cities: Cities): void {
  app.get('/c/:city/api/sign-in/oidc/start', { schema: { hide: true } }, (request, reply) =>
    onTheWay(cities, request, reply, async (city, started) => {
      const provider = await transact(city, openProvider);
      if (!provider) throw problem('oidc_off');
      return String(await asked(authorizationUrl(provider, started), 'oidc_unreachable'));
    }),
  );
  app.get('/c/:city/api/sign-in/oidc/return', { schema: { hide: true } }, (request, reply) =>
    onTheWay(cities, request, reply, async (city, started) => {
      takeStarted(city, request, reply);
      const provider = await transact(city, openProvider);
      if (!provider) throw problem('oidc_off');
      const query = new URLSearchParams(request.url.split('?')[1] ?? '');
      const known = await asked(whoReturns(provider, started, query), 'oidc_refused');
      await transact(city, async (tx) => {
        if (started.link !== null) {
          const actor = await identify(tx, 'signed-in', request);
          if ((await sessionOf(tx, request)).personId !== started.link) throw problem('signed_out');
          return linkSelf(tx, actor, known);
        }
        const { secret } = await signInByProvider(tx, known, callerOf(request));
        giveCookie(city.slug, secret, request, reply);
      });
      return `/c/${city.slug}${started.to}`;
    }),
  );
}

/** What the other side or the network did becomes one refusal; its words go nowhere. */
const asked = <T>(promise: Promise<T>, code: ProblemCode): Promise<T> =>
  promise.catch((error) => {
    const unreachable = error instanceof TypeError || (error as { code?: string }).code === 'OAUTH_TIMEOUT';
    throw problem(unreachable ? 'oidc_unreachable' : code);
  });

async function onTheWay(
  cities: Cities,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (city: City, started: Started) => Promise<string>,
): Promise<FastifyReply> {
  const city = cities((request.params as { city: string }).city);
  if (!city) throw problem('not_found');
  const started = readStarted(city, request);
  const back = (code: string) => `/c/${city.slug}${started?.link ? '/account' : '/'}?signIn=${code}`;
  if (!started) return reply.redirect(back('oidc_over'));
  try {
    return reply.redirect(await step(city, started));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return reply.redirect(back(error.body.code));
  }
}
