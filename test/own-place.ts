/** An installation of its own, with one city and the named world in it, on the database that the program brings along. */
import { fillWorld, type World } from '#db/world.ts';
import { type City, transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { createCity } from '#root/create-city.ts';
import { type Installation, openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

export type OwnPlace = { installation: Installation; city: City; world: World | undefined };

/**
 * Whatever database the environment names is left alone.
 * @returns without `world` where the folder had a city already.
 */
export async function openOwnPlace(dataDir: string): Promise<OwnPlace> {
  registerRooms();
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
  const config = readConfig({ ...env, SUYUAN_DATA: dataDir, PORT: '0' }, dataDir);
  const installation = await openInstallation(config, () => {}, 'bench');
  const found = installation.cities.get('bench');
  if (found) return { installation, city: found, world: undefined };
  const { city } = await createCity(installation, 'bench', { zh: '测试市', en: 'Bench' });
  return { installation, city, world: await transact(city, fillWorld) };
}
