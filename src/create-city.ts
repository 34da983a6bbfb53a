/** Making a city: its schema, keys and first rows, and the three administrators who begin it. */
import { seedCalendar } from '#clock/clock.store.ts';
import { makeActivation } from '#people/activation.actions.ts';
import { program } from '#people/actor.ts';
import { makePerson } from '#people/person.actions.ts';
import { personInput } from '#people/person.api.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import { seedRoles } from '#people/role.actions.ts';
import { makeUnit } from '#people/unit.actions.ts';
import { unitInput } from '#people/unit.api.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { makeCityKeys } from '#platform/keys-file.ts';
import { migrateCity } from '#platform/migrate.ts';
import { problem, type Said } from '#platform/problem.ts';
import { cityOf, type Installation } from '#root/install.ts';
import { seedBasic } from '#rules/programme.store.ts';

export type FirstCode = { role: string; name: string; login: string; code: string };

const administrators = [
  { role: 'system_admin', login: 'sysadmin', name: '系统管理员' },
  { role: 'security_admin', login: 'secadmin', name: '安全管理员' },
  { role: 'auditor', login: 'auditor', name: '安全审计员' },
];

export const SLUG = /^[a-z][a-z0-9-]{1,30}$/;

/**
 * Makes the city and opens it in the installation.
 * @returns the three administrators' activation codes, each good once and for seven days.
 * @throws city_slug, city_exists, keys_exist
 */
export async function createCity(
  installation: Installation,
  slug: string,
  name: Said,
): Promise<{ city: City; codes: FirstCode[] }> {
  if (!SLUG.test(slug)) throw problem('city_slug', { slug });
  const { owner, appRole, clock, config, cities } = installation;
  if (cities.has(slug)) throw problem('city_exists', { slug });
  // Keys first: a city whose keys could not be written must not exist. Until the row below stands, nobody sees it.
  makeCityKeys(config.keysDir, slug);
  await migrateCity(owner, slug, appRole, clock.now());
  const city = cityOf(installation, slug, name);
  const codes = await transact(city, seedCity);
  await owner.query('insert into suyuan.city (slug, name_zh, name_en) values ($1, $2, $3)', [slug, name.zh, name.en]);
  cities.set(slug, city);
  return { city, codes };
}

/** What every city begins with, as of the transaction's instant. */
export async function seedCity(tx: Tx): Promise<FirstCode[]> {
  await seedRoles(tx);
  await seedBasic(tx);
  await seedCalendar(tx);
  const channels = [
    { code: '00', name: '窗口登记', kind: 'desk' as const },
    { code: '01', name: '12345 热线', kind: 'hotline' as const },
    // The small codes are left to the channels that a city adds.
    { code: '09', name: '公众页', kind: 'public' as const },
  ];
  await tx
    .insertInto('channel')
    .values(channels.map((channel) => ({ ...channel, id: newId() })))
    .execute();
  const unitId = newId();
  const { zh: city } = tx.city.name;
  await makeUnit(tx, program, unitInput.parse({ id: unitId, code: 'CITY', name: city, shortName: city, kind: 'city' }));
  const codes: FirstCode[] = [];
  for (const { role, login, name } of administrators) {
    const personId = newId();
    await makePerson(tx, program, personInput.parse({ id: personId, name }));
    await grantPost(tx, program, grantInput.parse({ id: newId(), personId, role, unitId }));
    const made = await makeActivation(tx, program, { id: newId(), personId, login });
    codes.push({ role, name, login, code: made.code! });
  }
  return codes;
}
