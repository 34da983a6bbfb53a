/** The training city: a copy of the demo in which everybody may try everything, made anew every night. */
import type { TaskList } from 'graphile-worker';
import { carryAccounts } from '#people/carry.store.ts';
import type { City } from '#platform/city.ts';
import { clearStored, storedNow } from '#platform/files-clear.ts';
import { loadCityKeys } from '#platform/keys-file.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';
import { buildBeside } from '#root/beside.ts';
import { SLUG } from '#root/create-city.ts';
import { type Codes, fillDemo, type Size } from '#root/fill-demo.ts';
import type { Installation } from '#root/install.ts';

type Making = { size: Size; say: Say };

/**
 * Makes it, or makes it anew: rows, ledger and files as they were at first, as of now. Passwords, second factors and codes
 * that are still out stay good, by login; everybody signs in again.
 * @returns codes for everybody of the cast, where it is the first time
 * @throws city_slug, city_exists, city_not_training, city_busy; the city is then as it was
 */
export async function makeTraining(
  installation: Installation,
  slug: string,
  { size, say }: Making,
): Promise<Codes | undefined> {
  if (!SLUG.test(slug)) throw problem('city_slug', { slug });
  const before = installation.cities.get(slug);
  if (before && !before.training) throw problem('city_not_training', { slug });
  const files = before && (await storedNow(before));
  const what = { slug, name: { zh: '青澜市（培训）', en: 'Qinglan (training)' }, training: true };
  let again = false;
  const { city, made } = await buildBeside(
    installation,
    what,
    (fresh) => fillDemo(fresh, { size, say, everybody: true }),
    async (client, schemas) => {
      again = true;
      await carryAccounts(client, loadCityKeys(installation.config.keysDir, slug), schemas);
    },
  );
  if (!again) return made;
  await forgetJobs(city);
  if (files) await clearStored(files);
  return undefined;
}

/** Jobs of the old city that have not begun find nothing of theirs any more. */
async function forgetJobs({ pool, slug }: City): Promise<void> {
  await pool.query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker._private_jobs where payload ->> 'city' = $1 and locked_at is null))`,
    [slug],
  );
}

const RESET = 'training-reset';
/** 03:00 in Shanghai; the queue's crontab is in UTC. */
export const trainingCrontab = `0 19 * * * ${RESET} ?fill=20h&max=3`;

export function trainingTasks(installation: Installation): TaskList {
  return {
    [RESET]: async () => {
      for (const city of [...installation.cities.values()].filter((one) => one.training)) {
        await makeTraining(installation, city.slug, { size: 'city', say: () => {} });
      }
    },
  };
}
