/** The citizens' pages on a slow phone: bytes of each with all it needs, and the time until its words are seen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { writePass } from '#public/token.ts';
import { makeDemo } from '#root/cli/demo.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { makeServer } from '#root/server.ts';
import { reportSignal } from '#signal/report.actions.ts';
import { openBrowser } from '#test/e2e/browser.ts';
import { median, table } from './place.ts';

const SLUG = 'qinglan';
const ROUNDS = 5;
/** Lighthouse's “slow 3G” before its own corrections: 400 kbit/s, 400 ms a round trip; an old phone: a CPU four times slower. */
const SLOWER = 4;
const network = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

const firstPaint = `new Promise((done) => new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntriesByName('first-contentful-paint')) done(startTime);
}).observe({ type: 'paint', buffered: true }))`;

type Visited = { bytes: number; seen: number; requests: number };

/** One visit with an empty cache: bytes as they came over the line with their heads, and first contentful paint. */
async function visit(
  browser: Browser,
  address: string,
  cookie: string,
  page_: string,
  slower: boolean,
): Promise<Visited> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.addCookies([{ name: `suyuan_follow_${SLUG}`, value: cookie, url: `${address}/c/${SLUG}/p` }]);
  const page = await context.newPage();
  // The browser itself is running already: only the page is measured, which no cache holds.
  await page.goto(`${address}/c/${SLUG}/p/nothing`);
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.clearBrowserCache');
  if (slower) {
    await tools.send('Network.emulateNetworkConditions', network);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  }
  let bytes = 0;
  let requests = 0;
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  await page.goto(`${address}/c/${SLUG}/p${page_}`, { waitUntil: 'load' });
  const seen = (await page.evaluate(firstPaint)) as number;
  await context.close();
  return { bytes, seen, requests };
}

registerRooms();
const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-bench-'));
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
const config = readConfig({ ...env, SUYUAN_DATA: dataDir, PORT: '0' }, dataDir);
const installation = await openInstallation(config, () => {}, 'bench');
await makeDemo(installation);
const city = installation.cities.get(SLUG)!;
const app = await makeServer(installation);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const id = newId();
const words = { matter: 'help' as const, words: '健身器材断了一根立柱。'.repeat(30), place: '望湖小区', secret: false };
await transact(city, (tx) =>
  reportSignal(tx, {
    id,
    code: '0'.repeat(14),
    digits: '8026',
    ...words,
    areaId: null,
    name: '',
    phone: '',
    photos: [],
  }),
);
const pass = writePass(city.keys, id, new Date(city.clock.now().getTime() + 3_600_000));
const browser = await openBrowser();
const pages = { start: '', report: '/report', follow: '/follow', 'my report': '/mine', list: '/list' };
const rows: (string | number)[][] = [];
for (const [name, page] of Object.entries(pages)) {
  const slow: Visited[] = [];
  for (let i = 0; i < ROUNDS; i++) slow.push(await visit(browser, address, pass, page, true));
  const quick = await visit(browser, address, pass, page, false);
  const { bytes, requests } = slow[0]!;
  rows.push([name, bytes, requests, Math.round(median(slow.map(({ seen }) => seen))), Math.round(quick.seen)]);
}
await browser.close();
await app.close();
await installation.close();
rmSync(dataDir, { recursive: true, force: true });
const head = ['page', 'bytes in all', 'requests', 'slow: ms until seen', 'as it is: ms until seen'];
table('Citizens’ pages: CPU 4 × slower, 400 kbit/s, 400 ms a round trip (goal: 60,000 bytes, 1,000 ms)', head, rows);
