/** `suyuan demo`: the fictional city 青澜市, the same for the same end; ends today, then lives on. */
import { buildBeside } from '#root/beside.ts';
import { say, withInstallation } from '#root/cli/open.ts';
import { type Codes, fillDemo, type Size } from '#root/fill-demo.ts';
import type { Installation } from '#root/install.ts';

const SLUG = 'qinglan';

/** @param size small unless told otherwise: the whole city takes most of a minute */
export async function makeDemo(installation: Installation, { size = 'small' as Size } = {}): Promise<Codes> {
  say({ zh: '正在建立演示城市青澜市…', en: 'Making the demo city, Qinglan…' });
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
