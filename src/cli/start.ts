/** `suyuan start`: database, cities, worker and server, until it is told to end. */

import { renewTls } from '#platform/tls.ts';
import { makeDemo, printCodes } from '#root/cli/demo.ts';
import { open, say } from '#root/cli/open.ts';
import type { Options } from '#root/cli.ts';
import type { Installation } from '#root/install.ts';
import { serveMetrics } from '#root/metrics.ts';
import { makeServer } from '#root/server.ts';
import { startWorker } from '#root/worker.ts';
import { followCities } from '#triage/repeat/follow.ts';

export async function startCommand(options: Options): Promise<void> {
  // From the command line they count as if they stood in the environment: one place reads settings.
  if (options['tls-cert']) process.env.TLS_CERT = options['tls-cert'];
  if (options['tls-key']) process.env.TLS_KEY = options['tls-key'];
  const installation = await open('server');
  try {
    await serve(installation);
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function serve(installation: Installation): Promise<void> {
  if (installation.cities.size === 0)
    printCodes(await makeDemo(installation, { size: 'city' }), 'qinglan', installation.config.port);
  const app = await makeServer(installation);
  const metrics = await serveMetrics(installation, say);
  const { host, port, tls } = installation.config;
  const address = await app.listen({ host, port });
  const worker = await startWorker(installation);
  const repeats = followCities(installation.cities);
  // A renewed certificate is taken without a restart.
  if (tls) process.on('SIGHUP', () => renewTls(app.server, tls, say));
  say({ zh: `溯源已启动：${address}`, en: `Suyuan serves at ${address}` });
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    say({ zh: '正在停止…', en: 'Stopping…' });
    await app.close();
    await metrics?.close();
    await worker.stop();
    await repeats.stop();
    await installation.close();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
