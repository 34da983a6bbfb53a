/** A server or a worker in a process of its own, to be killed: `program.ts server|worker DATA`. It says `ready` and where. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sweep } from '#ledger/sweep.ts';
import { readConfig } from '#platform/config.ts';
import { openInstallation } from '#root/install.ts';
import { reactions } from '#root/reactions.ts';
import { registerRooms } from '#root/rooms.ts';
import { makeServer } from '#root/server.ts';
import { startWorker } from '#root/worker.ts';
import { climb } from '#supervision/supervision.jobs.ts';

const [role, data = ''] = process.argv.slice(2);
// Whoever started it is gone: so is this.
process.stdin.on('end', () => process.exit()).resume();
registerRooms();
const installation = await openInstallation(readConfig({ SUYUAN_DATA: data, PORT: '0' }, data), () => {}, role!);

if (role === 'server') {
  const app = await makeServer(installation);
  process.stdout.write(`ready ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
} else {
  await startWorker(installation);
  process.stdout.write('ready\n');
  // What the crontab does once a minute, as often as there is time: so that every kill meets some of it.
  for (;;) {
    for (const city of installation.cities.values()) {
      await climb(city).catch(() => {});
      await sweep(city, reactions).catch(() => {});
    }
    await sleep(100);
  }
}
