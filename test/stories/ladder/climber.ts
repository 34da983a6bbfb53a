/** A worker of its own that climbs in small transactions until it is killed; it says after each how far it is. */
import { transact } from '#platform/city.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { fireDue } from '#supervision/fire.actions.ts';
import { watchClocks } from '#supervision/watch.actions.ts';

const { config, many } = JSON.parse(process.argv[2]!);
registerRooms();
const installation = await openInstallation(
  { ...config, fixedClock: new Date(config.fixedClock) },
  () => {},
  'climber',
);
const city = installation.cities.get(config.slug ?? 'qinglan')!;
for (;;) {
  const watched = await transact(city, (tx) => watchClocks(tx, many));
  const fired = await transact(city, (tx) => fireDue(tx, many));
  process.stdout.write(watched + fired === 0 ? 'idle\n' : 'more\n');
  if (watched + fired === 0) break;
}
await installation.close();
