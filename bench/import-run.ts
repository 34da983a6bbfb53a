/** The other side of bench/import.ts: a program that imports one file and tells what it cost. */
import { importFile } from '#intake/import-file.ts';
import { program } from '#people/actor.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

const { config, file, channelId } = JSON.parse(process.argv[2]!);
registerRooms();
const installation = await openInstallation(config, () => {}, 'cli');
const { read, accepted, seconds } = await importFile(installation.cities.get('bench')!, program, 'signals', file, {
  options: { channelId },
});
process.stdout.write(JSON.stringify({ read, accepted, seconds, peakMb: process.resourceUsage().maxRSS / 1_024 }));
await installation.close();
