/** What every command begins with: the settings, the installation, and lines of progress on standard error. */
import type { City } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { problem, type Said } from '#platform/problem.ts';
import { type Installation, openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';

export const say = (line: Said): void => void process.stderr.write(`${line.zh}  ${line.en}\n`);

export function open(name: string): Promise<Installation> {
  registerRooms();
  return openInstallation(readConfig(process.env, process.cwd()), say, name);
}

/** Runs a command that ends by itself, beside a running server or alone. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await open('cli');
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The city a command is about: the named one, or the only one there is. @throws city_unknown */
export function cityFor({ cities }: Installation, slug: string | undefined): City {
  const only = cities.size === 1 ? [...cities.values()][0] : undefined;
  const city = slug === undefined ? only : cities.get(slug);
  if (!city) throw problem('city_unknown', { slug: slug ?? '?', known: [...cities.keys()].join(', ') || '-' });
  return city;
}
