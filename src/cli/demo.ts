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
/** `suyuan demo`: the fictional city 青澜市, the same for the same end; ends today, then lives on. */
import { buildBeside } from '#root/beside.ts';
import { say, withInstallation } from '#root/cli/open.ts';
import { type Codes, fillDemo, type Size } from '#root/fill-demo.ts';
import type { Installation } from '#root/install.ts';

const SLUG = 'qinglan';

/** @param size small unless told otherwise: the whole city takes most of a minute */
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
  const what = { slug: SLUG, name: { zh: '青澜市', en: 'Qinglan' }, training: false };
  const { made } = await buildBeside(installation, what, (city) => fillDemo(city, { size, say }));
  return made;
}

/** Shown once: only their hashes are stored. */
export function printCodes({ people, administrators }: Codes, slug: string, port: number): void {
  const lines = [
    '',
    '以下激活码各用一次，7 天内有效 Each code is good once, for seven days:',
    ...people.map(({ name, title, login, code }) => `  ${name}（${title}）\t${login}\t${code}`),
    ...administrators.map(({ name, login, code }) => `  ${name}\t${login}\t${code}`),
    `激活 Activate: http://127.0.0.1:${port}/c/${slug}/activate`,
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

export async function demoCommand(): Promise<void> {
  await withInstallation(async (installation) =>
    printCodes(await makeDemo(installation, { size: 'city' }), SLUG, installation.config.port),
  );
}
