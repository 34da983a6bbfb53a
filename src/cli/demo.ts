/** `suyuan demo`: the fictional city 青澜市, the same for the same seed and end; ends today, then lives on. */

import { makeCity } from '#demo/city/make-city.ts';
import { withIdsOf } from '#demo/ids.ts';
import { readIndicators } from '#demo/indicators.ts';
import { type Cast, DEMO_DAYS, type DemoCode, makeCast, makeCodes, perform } from '#demo/make.ts';
import { type Random, randomFrom } from '#demo/random.ts';
import { planStory } from '#demo/story.ts';
import { reactions } from '#flow/reactions.ts';
import { sweep } from '#ledger/sweep.ts';
import { type City, transact } from '#platform/city.ts';
import { say, withInstallation } from '#root/cli/open.ts';
import { createCity, type FirstCode } from '#root/create-city.ts';
import type { Installation } from '#root/install.ts';
import { mergeIndex } from '#signal/search.store.ts';

const SLUG = 'qinglan';
export const SEED = 20_260_312;
const DAY_MS = 86_400_000;

/** `small`: the cast alone, for pictures and measurements; a number: the whole city with that share of its signals. */
export type Size = 'small' | 'city' | number;
type Codes = { people: DemoCode[]; administrators: FirstCode[] };

export async function makeDemo(installation: Installation, { size = 'small' as Size } = {}): Promise<Codes> {
  say({ zh: '正在建立演示城市青澜市…', en: 'Making the demo city, Qinglan…' });
  const end = installation.clock.now();
  const random = randomFrom(SEED);
  return withIdsOf(random, end, async () => {
    const { city, codes: administrators } = await createCity(installation, SLUG, { zh: '青澜市', en: 'Qinglan' });
    const cast = await fill(city, random, end, size);
    await sweep(city, reactions);
    await transact(city, mergeIndex);
    return { people: await makeCodes(city, cast, random), administrators };
  });
}

async function fill(city: City, random: Random, end: Date, size: Size): Promise<Cast> {
  if (size !== 'small') return makeCity(city, random, end, size === 'city' ? 1 : size, progress());
  const cast = await makeCast(city, random, new Date(end.getTime() - (DEMO_DAYS + 1) * DAY_MS));
  await perform(city, (await planStory(city, cast, random, end)).acts);
  await readIndicators(city, cast, random, end);
  return cast;
}

/** Every tenth part of the way is told once. */
function progress() {
  let told = 0;
  return (what: { zh: string; en: string }, far = 0) => {
    const tenth = Math.floor(far * 10);
    if (far > 0 && tenth <= told) return;
    told = tenth;
    const percent = far > 0 ? ` ${tenth * 10} %` : '';
    say({ zh: `  ${what.zh}${percent}`, en: `${what.en}${percent}` });
  };
}

/** Shown once: only their hashes are stored. */
export function printCodes({ people, administrators }: Codes, port: number): void {
  const lines = [
    '',
    '演示城市已建立。以下激活码各用一次，7 天内有效 Demo city made; each code is good once, for seven days:',
    ...people.map(({ name, title, login, code }) => `  ${name}（${title}）\t${login}\t${code}`),
    ...administrators.map(({ name, login, code }) => `  ${name}\t${login}\t${code}`),
    `激活 Activate: http://127.0.0.1:${port}/c/${SLUG}/activate`,
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

export async function demoCommand(): Promise<void> {
  await withInstallation(async (installation) =>
    printCodes(await makeDemo(installation, { size: 'city' }), installation.config.port),
  );
}
