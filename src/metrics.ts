/** Figures for Prometheus: requests by route, queue, connections, memory. Served apart from the pages, to the machine itself. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { oldestUndone } from '#ledger/sweep.ts';
import { transact } from '#platform/city.ts';
import { errorCode } from '#platform/files-disk.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';
import { freeBytes, queueDepth, sealDepth } from '#root/health.ts';
import type { Installation } from '#root/install.ts';
import { reactions } from '#root/reactions.ts';

/** One process, one set of requests: whichever server answers them. */
const requests = new Histogram({
  name: 'suyuan_http_request_duration_seconds',
  help: 'Time until the answer was sent, by route (never by what stands in the address)',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [],
});

/** Times every answer of the server. */
export function observe(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
}

const sealFigures = [
  ['oldest_seconds', 'Age of the oldest ledger row in no block', 'seconds'],
  ['waiting_rows', 'Ledger rows in no block, counted to 20,000', 'rows'],
  ['alarm', '1: the anchor says other than the ledger, or lines of it are missing', 'alarm'],
] as const;

type Collected<L extends string> = (gauge: Gauge<L>) => Promise<void> | void;

/** All figures; those of the database are asked for when they are read. */
export function makeMetrics(installation: Installation): Registry {
  const { pool, owner, cities, clock, config } = installation;
  const register = new Registry();
  collectDefaultMetrics({ register });
  register.registerMetric(requests);
  const gauge = <L extends string>(name: string, help: string, labelNames: L[], collected: Collected<L>) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [register],
      async collect() {
        this.reset();
        // A database that is gone leaves its figures out; the others are still told.
        await Promise.resolve(collected(this)).catch(() => {});
      },
    });
  gauge('suyuan_queue_jobs', 'Jobs whose time has come, and those that failed for good', ['state'], async (found) => {
    const { waiting, failed } = await queueDepth(pool);
    found.set({ state: 'waiting' }, waiting);
    found.set({ state: 'failed' }, failed);
  });
  gauge('suyuan_queue_oldest_seconds', 'How long the oldest of them has waited', [], async (found) =>
    found.set((await queueDepth(pool)).oldest_seconds),
  );
  gauge('suyuan_reaction_oldest_seconds', 'Age of the oldest ledger row not reacted to', ['city'], async (found) => {
    for (const city of cities.values()) {
      const at = await transact(city, (tx) => oldestUndone(tx, reactions));
      found.set({ city: city.slug }, at ? (clock.now().getTime() - at.getTime()) / 1000 : 0);
    }
  });
  for (const [name, help, figure] of sealFigures) {
    gauge(`suyuan_seal_${name}`, help, ['city'], async (found) => {
      for (const city of cities.values())
        found.set({ city: city.slug }, Number((await sealDepth(installation, city))[figure]));
    });
  }
  gauge('suyuan_pool_connections', 'Connections to the database', ['role', 'state'], (found) => {
    for (const [role, one] of Object.entries({ app: pool, owner })) {
      found.set({ role, state: 'used' }, one.totalCount - one.idleCount);
      found.set({ role, state: 'idle' }, one.idleCount);
      found.set({ role, state: 'waited_for' }, one.waitingCount);
    }
  });
  gauge('suyuan_disk_free_bytes', 'Free on the fuller of the two disks in use', [], async (found) =>
    found.set(await freeBytes(config.dataDir)),
  );
  return register;
}

/**
 * Listens where the settings say. The default place taken by another program is told and left; one that was asked for must
 * be had. @throws metrics_unreachable
 */
export async function serveMetrics(
  installation: Installation,
  say: Say,
): Promise<{ port: number; close(): Promise<void> } | undefined> {
  const place = installation.config.metrics;
  if (!place) return undefined;
  const register = makeMetrics(installation);
  const server = createServer(async (request, reply) => {
    if (request.url !== '/metrics') return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': register.contentType }).end(await register.metrics());
  });
  const { host, port, asked } = place;
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    const refusal = problem('metrics_unreachable', {
      place: `${host}:${port}`,
      why: errorCode(error) ?? String(error),
    });
    if (asked) throw refusal;
    say(refusal.body.message);
    return undefined;
  }
  server.unref(); // it alone keeps no program running
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
