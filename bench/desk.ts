/** The desk on a CPU slowed four times: until my work is seen, until a key is answered, and the script of the first page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { makeDemo } from '#root/cli/demo.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { makeServer } from '#root/server.ts';
import { openBrowser, openPage } from '#test/e2e/browser.ts';
import { median, table } from './place.ts';

const SLUG = 'qinglan';
const ROUNDS = 5;

type Seen = { shown: number; answered: number; script: number };

/** One visit with an empty cache. Milliseconds from the call of the page; bytes of script as they came, compressed. */
async function visit(browser: Browser, address: string, session: string, slower: number): Promise<Seen> {
  const page = await openPage(browser, SLUG, { width: 1440 });
  await page.context().addCookies([{ name: cookieName(SLUG), value: session, url: `${address}/c/${SLUG}/` }]);
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const scripts = new Set<string>();
  let script = 0;
  tools.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  const begun = performance.now();
  await page.goto(`${address}/c/${SLUG}/`, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('main').getByRole('link').first().waitFor();
  const shown = performance.now() - begun;
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  const answered = performance.now() - begun;
  await page.context().close();
  return { shown, answered, script };
}

registerRooms();
const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-bench-'));
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
const installation = await openInstallation(
  readConfig({ ...env, SUYUAN_DATA: dataDir, PORT: '0' }, dataDir),
  () => {},
  'bench',
);
await makeDemo(installation);
const city = installation.cities.get(SLUG)!;
const session = await transact(city, async (tx) => {
  const { id } = await tx.selectFrom('person').select('id').where('name', '=', '沈立').executeTakeFirstOrThrow();
  const account = { person_id: id, login: id, password_set_at: tx.now };
  await tx
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ password_set_at: tx.now }))
    .execute();
  return beginSession(tx, id, { source: '127.0.0.1', agent: 'bench' }, true);
});
const app = await makeServer(installation);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
const rows: (string | number)[][] = [];
for (const slower of [4, 1]) {
  const seen: Seen[] = [];
  for (let round = 0; round < ROUNDS; round++) seen.push(await visit(browser, address, session, slower));
  const of = (key: keyof Seen) => Math.round(median(seen.map((one) => one[key])));
  rows.push([`CPU ÷ ${slower}`, of('shown'), of('answered'), Math.round(of('script') / 1_024)]);
}
table(
  `My work with the demo city, empty cache, median of ${ROUNDS}`,
  ['', 'seen (ms)', 'a key answered (ms)', 'script over the wire (KB)'],
  rows,
);
await browser.close();
await app.close();
await installation.close();
rmSync(dataDir, { recursive: true, force: true });
