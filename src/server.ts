/** The server: every room's routes, the desk's pages, the health of the installation. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { acceptanceRoutes } from '#acceptance/acceptance.routes.ts';
import { causeRoutes } from '#cause/cause.routes.ts';
import { creditRoutes } from '#credit/credit.routes.ts';
import { evidenceRoutes } from '#evidence/evidence.routes.ts';
import { extractRoutes } from '#extract/extract.routes.ts';
import { indicatorRoutes } from '#indicator/indicator.routes.ts';
import { intakeRoutes } from '#intake/intake.routes.ts';
import { knowledgeRoutes } from '#knowledge/knowledge.routes.ts';
import { messageRoutes } from '#message/message.routes.ts';
import { outsideRoutes } from '#message/outside/outside.routes.ts';
import { noteRoutes } from '#note/note.routes.ts';
import { closingRoutes } from '#outcome/closing.routes.ts';
import { countRoutes } from '#outcome/count.routes.ts';
import { paperRoutes } from '#paper/paper.routes.ts';
import { oidcWay } from '#people/oidc.routes.ts';
import { peopleRoutes } from '#people/people.routes.ts';
import { serveOn } from '#people/serve.ts';
import { makeHttp, sendProblem } from '#platform/http.ts';
import { problem } from '#platform/problem.ts';
import { readTls } from '#platform/tls.ts';
import { procedureRoutes } from '#procedure/procedure.routes.ts';
import { projectRoutes } from '#project/project.routes.ts';
import { publicRoutes } from '#public/public.routes.ts';
import { healthOf } from '#root/health.ts';
import type { Installation } from '#root/install.ts';
import { observe } from '#root/metrics.ts';
import { registerRooms } from '#root/rooms.ts';
import { calendarRoutes } from '#rules/calendar.routes.ts';
import { limitRuleRoutes } from '#rules/limit-rule.routes.ts';
import { channelRoutes } from '#signal/channel.routes.ts';
import { erasureRoutes } from '#signal/erasure.routes.ts';
import { signalRoutes } from '#signal/signal.routes.ts';
import { supervisionRoutes } from '#supervision/supervision.routes.ts';
import { chooseRoutes } from '#task/choose.routes.ts';
import { taskRoutes } from '#task/task.routes.ts';
import { taskTimeRoutes } from '#task/time.routes.ts';
import { callbackRoutes } from '#triage/callback/callback.routes.ts';
import { categoryRoutes } from '#triage/category/category.routes.ts';
import { modelRoutes } from '#triage/category/model.routes.ts';
import { centreRoutes } from '#triage/centre/centre.routes.ts';
import { countersignRoutes } from '#triage/countersign/countersign.routes.ts';
import { deferralRoutes } from '#triage/deferral/deferral.routes.ts';
import { dispatchRoutes } from '#triage/desk/dispatch.routes.ts';
import { dutyRoutes } from '#triage/duty/duty.routes.ts';
import { problemFlowRoutes } from '#triage/flow.routes.ts';
import { monthlyRoutes } from '#triage/monthly/monthly.routes.ts';
import { exclusionRoutes } from '#triage/rate/exclusion.routes.ts';
import { rateRoutes } from '#triage/rate/rate.routes.ts';
import { repeatRoutes } from '#triage/repeat/repeat.routes.ts';
import { themeRoutes } from '#triage/theme/theme.routes.ts';
import { problemTimeRoutes } from '#triage/time.routes.ts';
import { triageRoutes } from '#triage/triage.routes.ts';
import { warningRoutes } from '#triage/warning/warning.routes.ts';
import { aheadRoutes } from '#views/ahead.routes.ts';
import { deskRoutes } from '#views/desk.routes.ts';
import { dutyFileRoutes } from '#views/duty.routes.ts';
import { heatRoutes } from '#views/heat.routes.ts';
import { indicatorViewRoutes } from '#views/indicator.routes.ts';
import { limitViewRoutes } from '#views/limits.routes.ts';
import { organisationRoutes } from '#views/organisation.routes.ts';
import { overviewRoutes } from '#views/overview.routes.ts';
import { runPageRoutes } from '#views/run.routes.ts';
import { triageDeskRoutes } from '#views/triage-desk.routes.ts';

const dist = path.resolve(import.meta.dirname, '../dist');

/** Puts the server together; it does not listen yet. */
export async function makeServer(installation: Installation): Promise<FastifyInstance> {
  registerRooms();
  const { config, cities } = installation;
  const app = await makeHttp({ trustProxy: config.trustProxy, tls: config.tls && readTls(config.tls) });
  observe(app);
  const serve = serveOn(app, (slug) => cities.get(slug));
  for (const room of [
    peopleRoutes,
    intakeRoutes,
    calendarRoutes,
    limitRuleRoutes,
    indicatorRoutes,
    channelRoutes,
    erasureRoutes,
    signalRoutes,
    triageRoutes,
    problemTimeRoutes,
    problemFlowRoutes,
    countersignRoutes,
    deferralRoutes,
    repeatRoutes,
    categoryRoutes,
    dispatchRoutes,
    centreRoutes,
    dutyRoutes,
    themeRoutes,
    warningRoutes,
    monthlyRoutes,
    callbackRoutes,
    rateRoutes,
    exclusionRoutes,
    modelRoutes,
    causeRoutes,
    projectRoutes,
    acceptanceRoutes,
    closingRoutes,
    taskRoutes,
    chooseRoutes,
    taskTimeRoutes,
    evidenceRoutes,
    countRoutes,
    messageRoutes,
    outsideRoutes,
    extractRoutes,
    knowledgeRoutes,
    supervisionRoutes,
    creditRoutes,
    organisationRoutes,
    paperRoutes,
    noteRoutes,
    procedureRoutes,
    runPageRoutes,
    deskRoutes,
    limitViewRoutes,
    indicatorViewRoutes,
    heatRoutes,
    dutyFileRoutes,
    overviewRoutes,
    aheadRoutes,
    triageDeskRoutes,
  ]) {
    room(serve);
  }
  oidcWay(app, (slug) => cities.get(slug));
  await publicRoutes(app, (slug) => cities.get(slug));
  await servePages(app, installation);
  const health = healthOf(installation);
  app.get('/health', { schema: { hide: true } }, async (_, reply) => {
    const found = await health();
    return reply
      .code(found.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found);
  });
  return app;
}

/** One page for every address of a city that is not its API's; assets are named by their content and kept for a year. */
async function servePages(app: FastifyInstance, { cities }: Installation): Promise<void> {
  const index = path.join(dist, 'index.html');
  if (existsSync(dist)) {
    await app.register(fastifyStatic, {
      root: path.join(dist, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    });
  }
  const page = (slug: string) => {
    const city = cities.get(slug);
    if (!city || !existsSync(index)) return undefined;
    const name = JSON.stringify({ slug, name: city.name, training: city.training }).replaceAll('<', '\\u003c');
    return readFileSync(index, 'utf8').replace(
      '<!--city-->',
      `<script type="application/json" id="city">${name}</script>`,
    );
  };
  app.get('/', { schema: { hide: true } }, async (_, reply) => {
    const slugs = [...cities.keys()];
    if (slugs.length === 1) return reply.redirect(`/c/${slugs[0]}/`);
    const items = [...cities.values()].map(
      (city) => `<li><a href="/c/${city.slug}/">${asText(city.name.zh)} ${asText(city.name.en)}</a></li>`,
    );
    return reply
      .type('text/html; charset=utf-8')
      .send(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>溯源</title><ul>${items.join('')}</ul>`);
  });
  app.get('/c/:city', { schema: { hide: true } }, (request, reply) =>
    sendPage((request.params as { city: string }).city, reply),
  );
  app.get('/c/:city/*', { schema: { hide: true } }, (request, reply) => {
    const { city, '*': rest } = request.params as { city: string; '*': string };
    return rest.startsWith('api/') ? sendProblem(reply, problem('not_found')) : sendPage(city, reply);
  });
  const sendPage = (slug: string, reply: Parameters<typeof sendProblem>[0]) => {
    const html = page(slug);
    return html
      ? reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
      : sendProblem(reply, problem('not_found'));
  };
}

const asText = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
