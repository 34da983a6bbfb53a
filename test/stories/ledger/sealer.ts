/** A program of its own that seals and is killed between the commit of a block and its line in the anchor. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type AnchorLine, anchorFile, anchorPath } from '#ledger/anchor.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

const { config, torn } = JSON.parse(process.argv[2]!);
registerRooms();
const installation = await openInstallation({ ...config, fixedClock: new Date(config.fixedClock) }, () => {}, 'sealer');
const city = installation.cities.get('qinglan')!;
const anchor = anchorFile(anchorPath(installation.config.anchorsDir, city.slug));
const killing = {
  last: anchor.last,
  async append(lines: AnchorLine[]) {
    // Told so, after the line: what the crash tore of it is the story's to cut.
    if (torn) await anchor.append(lines);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  },
};
// Until there is a block to write a line of.
for (;;) {
  await sealLedger(installation.owner, city, killing, 10);
  await sleep(10);
}
