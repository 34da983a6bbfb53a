/** `npm run screenshots`: every page of the desk with the demo city, in both languages, wide and phone, light and dark. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { type City, transact } from '#platform/city.ts';
import { readConfig } from '#platform/config.ts';
import { makeDemo } from '#root/cli/demo.ts';
import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { makeServer } from '#root/server.ts';
import { type Look, openBrowser, openPage, shot } from '#test/e2e/browser.ts';

const NOW = '2026-11-19T10:30:00+08:00';
const SLUG = 'qinglan';

const looks: Look[] = [1440, 390].flatMap((width) =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((mode) => ({ width, language, mode })),
  ),
);

type Shown = { name: string; who: string; address: string };

/** What is looked at, and by whom; a thing stands for all of its kind. */
async function shownIn(city: City): Promise<Shown[]> {
  const one = (sql: string) =>
    city.pool
      .query(`set search_path to ${city.schema}, ext; ${sql}`)
      .then((all) => (all as unknown as { rows: { id: string }[] }[])[1]!.rows[0]!.id);
  const closed = await one(`select id from problem where state = 'closed' order by signal_count desc limit 1`);
  const traced = (words: string) =>
    one(`select e.problem_id as id from problem_cause e join cause c on c.id = e.cause_id
          where c.words like '${words}%' order by e.reason limit 1`);
  const large = await traced('哪里可以摆');
  const small = await traced('支管锈蚀');
  const task = await one(`select id from task where state = 'submitted' limit 1`);
  const signal = await one(`select s.id from signal s where state = 'gathered' order by length(words) desc limit 1`);
  const indicator = (words: string) => one(`select id from indicator where name like '${words}%'`);
  const unit = await one(`select id from unit where short_name = '城管局'`);
  const person = await one(`select id from person where name = '罗建国'`);
  const project = (state: string) => one(`select id from project where state = '${state}' order by number limit 1`);
  const [running, ended] = [await project('running'), await project('closed')];
  return [
    { name: 'my-work', who: '沈立', address: '/' },
    { name: 'my-work-head', who: '罗建国', address: '/' },
    { name: 'leader', who: '罗建国', address: '/leader' },
    { name: 'morning', who: '罗建国', address: '/morning' },
    { name: 'morning-city', who: '沈立', address: '/morning' },
    { name: 'unit-work', who: '罗建国', address: `/people/units/${unit}` },
    { name: 'signals', who: '沈立', address: '/signals' },
    { name: 'signal', who: '沈立', address: `/signals/${signal}` },
    { name: 'entry', who: '周敏', address: '/signals/new' },
    { name: 'to-answer', who: '沈立', address: '/signals/to-answer' },
    { name: 'problems', who: '沈立', address: '/problems' },
    { name: 'problem', who: '沈立', address: `/problems/${closed}` },
    { name: 'problem-working', who: '罗建国', address: `/problems/${large}` },
    { name: 'causes', who: '罗建国', address: `/problems/${large}/causes` },
    { name: 'causes-small', who: '卢海', address: `/problems/${small}/causes` },
    { name: 'projects', who: '蒋文', address: '/projects?view=all' },
    { name: 'project', who: '蒋文', address: `/projects/${running}` },
    { name: 'project-closed', who: '蒋文', address: `/projects/${ended}` },
    { name: 'charter', who: '蒋文', address: `/projects/${running}/charter` },
    { name: 'source-line', who: '蒋文', address: `/source/problem/${large}` },
    { name: 'source-line-small', who: '蒋文', address: `/source/problem/${small}` },
    { name: 'tasks', who: '罗建国', address: '/tasks' },
    { name: 'task', who: '罗建国', address: `/tasks/${task}` },
    { name: 'indicators', who: '罗建国', address: '/indicators' },
    { name: 'indicator', who: '罗建国', address: `/indicators/${await indicator('占道经营诉求')}` },
    { name: 'indicator-counted', who: '罗建国', address: `/indicators/${await indicator('占道经营每月')}` },
    { name: 'search', who: '沈立', address: `/search?q=${encodeURIComponent('停水')}` },
    { name: 'people', who: '系统管理员', address: '/people' },
    { name: 'unit', who: '系统管理员', address: `/people/units/${unit}` },
    { name: 'person', who: '安全管理员', address: `/people/${person}` },
    { name: 'stranded', who: '系统管理员', address: '/people/stranded' },
    { name: 'roles', who: '安全管理员', address: '/people/roles' },
    { name: 'audit', who: '安全审计员', address: '/audit' },
    { name: 'import', who: '沈立', address: '/import' },
    { name: 'channels', who: '系统管理员', address: '/settings/channels' },
    { name: 'erasure', who: '安全管理员', address: '/settings/erasure' },
    { name: 'account', who: '沈立', address: '/account' },
    { name: 'public', who: '沈立', address: '/p' },
    { name: 'public-report', who: '沈立', address: '/p/report' },
    { name: 'public-follow', who: '沈立', address: '/p/follow' },
    { name: 'public-list', who: '沈立', address: '/p/list' },
  ];
}

async function cookieOf(city: City, name: string, language: 'zh' | 'en'): Promise<string> {
  return transact(city, async (tx) => {
    const { id } = await tx.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    const account = { person_id: id, login: id };
    await tx
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .updateTable('account')
      .set({ language, password_set_at: tx.now, totp_confirmed_at: tx.now })
      .where('person_id', '=', id)
      .execute();
    return beginSession(tx, id, { source: '127.0.0.1', agent: 'screenshots' }, true);
  });
}

async function take(
  browser: Browser,
  city: City,
  address: string,
  shown: Shown,
  look: Look,
  folder: string,
): Promise<void> {
  const page = await openPage(browser, SLUG, look);
  const value = await cookieOf(city, shown.who, look.language ?? 'zh');
  await page.context().addCookies([{ name: cookieName(SLUG), value, url: `${address}/c/${SLUG}` }]);
  await page.clock.setFixedTime(new Date(NOW));
  const asked = /^\/p(\/|$)/.test(shown.address) && look.language === 'en' ? '?lang=en' : '';
  await page.goto(`${address}/c/${SLUG}${shown.address}${asked}`);
  await page.waitForTimeout(300);
  await shot(page, `${folder}/${shown.name}${look.width === 0 ? '' : `-${look.width}-${look.language}-${look.mode}`}`);
  await page.context().close();
}

registerRooms();
const words = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-pictures-'));
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
const config = readConfig({ ...env, SUYUAN_DATA: dataDir, FIXED_CLOCK: NOW, PORT: '0' }, dataDir);
const installation = await openInstallation(config, () => {}, 'pictures');
await makeDemo(installation);
const city = installation.cities.get(SLUG)!;
const app = await makeServer(installation);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
const names = words.filter((word) => !word.startsWith('--'));
const shown = (await shownIn(city)).filter(({ name }) => names.length === 0 || names.includes(name));
for (const one of shown) {
  for (const look of words.includes('--brief') ? [looks[0]!, looks[7]!] : looks) {
    await take(browser, city, address, one, look, 'screenshots');
    process.stderr.write('.');
  }
}
// The pictures of the README: the same pages, one look each.
if (names.length === 0) {
  for (const one of shown.filter(({ name }) => ['my-work', 'problem'].includes(name))) {
    await take(browser, city, address, one, { width: 1440, language: 'zh', mode: 'light' }, 'screenshots/readme');
  }
}
await browser.close();
await app.close();
await installation.close();
rmSync(dataDir, { recursive: true, force: true });
