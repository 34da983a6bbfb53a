/** A program of its own that runs one import and tells how far it is: for stories in which it is killed. */
import { runImport } from '#intake/run-import.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

const { config, id } = JSON.parse(process.argv[2]!);
registerRooms();
const installation = await openInstallation({ ...config, fixedClock: new Date(config.fixedClock) }, () => {}, 'runner');
const onProgress = ({ read }: { read: number }) => void process.stdout.write(`${read}\n`);
await runImport(installation.cities.get('qinglan')!, id, { onProgress });
await installation.close();
