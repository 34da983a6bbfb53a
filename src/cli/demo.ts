/** `suyuan demo`: the fictional city 青澜市, the same for the same seed and last day; ends today, then lives on. */

import { traceCauses } from '#demo/causes.ts';
import { workOff } from '#demo/flow.ts';
import { readIndicators } from '#demo/indicators.ts';
import { DEMO_DAYS, type DemoCode, makeCast, makeCodes } from '#demo/make.ts';
import { randomFrom } from '#demo/random.ts';
import { writeSignals } from '#demo/signals.ts';
import { reactions } from '#flow/reactions.ts';
import { sweep } from '#ledger/sweep.ts';
import { loadActor } from '#people/actor.store.ts';
import { transact } from '#platform/city.ts';
import { say, withInstallation } from '#root/cli/open.ts';
import { createCity, type FirstCode } from '#root/create-city.ts';
import type { Installation } from '#root/install.ts';

const SLUG = 'qinglan';
const SEED = 20_260_312;

type Codes = { people: DemoCode[]; administrators: FirstCode[] };

export async function makeDemo(installation: Installation): Promise<Codes> {
  say({ zh: '正在建立演示城市青澜市…', en: 'Making the demo city, Qinglan…' });
  const { city, codes: administrators } = await createCity(installation, SLUG, { zh: '青澜市', en: 'Qinglan' });
  const end = installation.clock.now();
  const random = randomFrom(SEED);
  const cast = await makeCast(city, random, end);
  const { channel, dispatcher } = await transact(city, async (tx) => {
    const rows = await tx.selectFrom('channel').select(['id', 'code']).execute();
    const id = (code: string) => rows.find((row) => row.code === code)!.id;
    return {
      channel: { desk: id('00'), hotline: id('01') },
      dispatcher: (await loadActor(tx, cast.people.get('dispatcher')!))!,
    };
  });
  const bursts = await writeSignals(city, dispatcher, channel, random, end, DEMO_DAYS);
  await workOff(city, cast, bursts, random, end);
  await traceCauses(city, cast, random, end);
  await readIndicators(city, cast, random, end);
  await sweep(city, reactions);
  return { people: await makeCodes(city, cast, random), administrators };
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
  await withInstallation(async (installation) => printCodes(await makeDemo(installation), installation.config.port));
}
