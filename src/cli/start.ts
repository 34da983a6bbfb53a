/** `suyuan start`: database, cities, worker and server, until it is told to end. */

import { makeDemo, printCodes } from '#root/cli/demo.ts';
import { open, say } from '#root/cli/open.ts';
import { makeServer } from '#root/server.ts';
import { startWorker } from '#root/worker.ts';

export async function startCommand(): Promise<void> {
  const installation = await open('server');
  if (installation.cities.size === 0) printCodes(await makeDemo(installation), installation.config.port);
  const worker = await startWorker(installation);
  const app = await makeServer(installation);
  const { host, port } = installation.config;
  const address = await app.listen({ host, port });
  say({ zh: `溯源已启动：${address}`, en: `Suyuan serves at ${address}` });
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    say({ zh: '正在停止…', en: 'Stopping…' });
    await app.close();
    await worker.stop();
    await installation.close();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
