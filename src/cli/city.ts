/** `suyuan city create` and `suyuan activation`: cities and the codes by which people first come in. */

import { accountByLogin } from '#people/account.store.ts';
import { makeActivation } from '#people/activation.actions.ts';
import { program } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { cityFor, withInstallation } from '#root/cli/open.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';
import { createCity } from '#root/create-city.ts';

export async function cityCommand([verb, name]: string[], options: Options): Promise<void> {
  if (verb === 'create' && name) return create(name, options);
  if (verb === 'activation' && name) return again(name, options);
  process.stderr.write(usage);
  process.exitCode = 2;
}

async function create(slug: string, { name, 'name-en': english, json }: Options): Promise<void> {
  await withInstallation(async (installation) => {
    const { codes } = await createCity(installation, slug, { zh: name ?? slug, en: english ?? name ?? slug });
    if (json) return void process.stdout.write(`${JSON.stringify({ city: slug, codes })}\n`);
    process.stdout.write(
      `城市 ${slug} 已建立，三员激活码（7 天内有效，各用一次） City made; activation codes, good once within 7 days:\n`,
    );
    for (const { name: person, login, code } of codes) process.stdout.write(`  ${person}  ${login}  ${code}\n`);
  });
}

/** A code that was lost before it was used: voided, and made again. */
async function again(login: string, { city: slug, json }: Options): Promise<void> {
  await withInstallation(async (installation) => {
    const city = cityFor(installation, slug);
    const made = await transact(city, async (tx) => {
      const account = await accountByLogin(tx, login.toLowerCase());
      if (!account) throw problem('login_unknown', { login });
      return makeActivation(tx, program, { id: newId(), personId: account.person_id });
    });
    process.stdout.write(json ? `${JSON.stringify(made)}\n` : `${login}  ${made.code}\n`);
  });
}
