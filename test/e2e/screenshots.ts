/** `npm run screenshots`: every page with the demo city, in both languages, wide and phone, light and dark; `--guide`: the guide's. */
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
import { guidePictures, keepForGuide } from '#test/e2e/guide-pictures.ts';
import { runSurvey } from '#triage/theme/run-survey.ts';

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
  const one = async (sql: string) => {
    const all = await city.pool.query(`set search_path to ${city.schema}, ext; ${sql}`);
    const [row] = (all as unknown as { rows: { id: string }[] }[])[1]!.rows;
    // A page is missing then, and the others are still looked at.
    if (!row) process.stderr.write(`nothing found: ${sql}\n`);
    return row?.id ?? '';
  };
  const closed = await one(`select id from problem where state = 'closed' order by signal_count desc limit 1`);
  const traced = (words: string) =>
    one(`select e.problem_id as id from problem_cause e join cause c on c.id = e.cause_id
          where c.words like '${words}%' order by e.reason limit 1`);
  const large = await traced('哪里可以摆');
  const small = await traced('支管');
  const task = await one(`select id from task where state = 'submitted' limit 1`);
  const signal = await one(`select s.id from signal s where state = 'gathered' order by length(words) desc limit 1`);
  const shownBy = await one(`select pr.id from problem pr join project_problem pp on pp.problem_id = pr.id
    join project p on p.id = pp.project_id order by p.state = 'closed' desc,
    (select count(*) from problem_cause e where e.problem_id = pr.id) desc, pr.signal_count desc limit 1`);
  const doing = await one(`select id from task where state = 'working' order by number limit 1`);
  const doer = await one(`select p.name as id from assignment a join person p on p.id = a.to_person
    where a.task_id = '${doing}' and a.closed_at is null and a.role = 'lead'`);
  const indicator = (counted: 'null' | 'not null') =>
    one(`select i.id from indicator i where i.counted is ${counted}
          order by (select count(*) from reading r where r.indicator_id = i.id) desc limit 1`);
  const theme = await one(`select theme_id as id from theme_figure order by heat desc limit 1`);
  const unit = await one(`select id from unit where short_name = '城管局'`);
  const person = await one(`select id from person where name = '罗建国'`);
  const project = (state: string) => one(`select id from project where state = '${state}' order by number limit 1`);
  const warning = await one(`select id from warning order by state, once_in_days desc limit 1`);
  const dutyList = await one(`select id from duty_list order by number desc limit 1`);
  const [running, ended] = [await project('running'), await project('closed')];
  return [
    { name: 'my-work', who: '沈立', address: '/' },
    { name: 'my-work-head', who: '罗建国', address: '/' },
    { name: 'leader', who: '罗建国', address: '/leader' },
    { name: 'morning', who: '罗建国', address: '/morning' },
    { name: 'morning-city', who: '沈立', address: '/morning' },
    { name: 'unit-work', who: '罗建国', address: `/people/units/${unit}` },
    { name: 'dispatch', who: '沈立', address: '/dispatch' },
    { name: 'triage', who: '沈立', address: '/triage' },
    { name: 'signals', who: '沈立', address: '/signals' },
    { name: 'signal', who: '沈立', address: `/signals/${signal}` },
    { name: 'entry', who: '周敏', address: '/signals/new' },
    { name: 'to-answer', who: '沈立', address: '/signals/to-answer' },
    { name: 'callbacks', who: '周敏', address: '/callbacks' },
    { name: 'rates', who: '蒋文', address: '/rates' },
    { name: 'rates-months', who: '蒋文', address: '/rates?by=month&from=2026-01' },
    { name: 'ahead', who: '蒋文', address: '/ahead' },
    { name: 'rate-cases', who: '罗建国', address: '/rates/cases?from=2026-09&to=2026-11&question=resolution' },
    { name: 'warnings', who: '沈立', address: '/warnings' },
    { name: 'warning', who: '沈立', address: `/warnings/${warning}` },
    { name: 'trend', who: '沈立', address: '/warnings/trend' },
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
    { name: 'themes', who: '沈立', address: '/themes' },
    { name: 'themes-matrix', who: '沈立', address: '/themes?as=matrix' },
    { name: 'themes-bubbles', who: '沈立', address: '/themes?as=bubbles' },
    { name: 'theme', who: '沈立', address: `/themes/${theme}` },
    { name: 'tasks', who: '罗建国', address: '/tasks' },
    { name: 'task', who: '罗建国', address: `/tasks/${task}` },
    { name: 'indicators', who: '罗建国', address: '/indicators' },
    { name: 'indicator', who: '罗建国', address: `/indicators/${await indicator('null')}` },
    { name: 'indicator-counted', who: '罗建国', address: `/indicators/${await indicator('not null')}` },
    {
      name: 'categories',
      who: '蒋文',
      address: `/categories?category=${await one(`select id from category where name = '供水'`)}`,
    },
    { name: 'models', who: '蒋文', address: '/categories/models' },
    { name: 'limits', who: '蒋文', address: '/limits' },
    { name: 'search', who: '沈立', address: `/search?q=${encodeURIComponent('停水')}` },
    { name: 'people', who: '系统管理员', address: '/people' },
    { name: 'unit', who: '系统管理员', address: `/people/units/${unit}` },
    { name: 'person', who: '安全管理员', address: `/people/${person}` },
    { name: 'stranded', who: '系统管理员', address: '/people/stranded' },
    { name: 'roles', who: '安全管理员', address: '/people/roles' },
    { name: 'audit', who: '安全审计员', address: '/audit' },
    { name: 'duty-list', who: '蒋文', address: '/duty' },
    { name: 'duty-try', who: '蒋文', address: `/duty/try?words=${encodeURIComponent('楼下烧烤摊油烟进屋')}` },
    { name: 'duty-versions', who: '蒋文', address: '/duty/versions' },
    { name: 'duty-difference', who: '蒋文', address: `/duty/versions/${dutyList}` },
    { name: 'duty-returns', who: '蒋文', address: '/duty/returns' },
    { name: 'calendar', who: '蒋文', address: '/calendar' },
    { name: 'ladder', who: '蒋文', address: '/ladder' },
    {
      name: 'ladder-edit',
      who: '蒋文',
      address: `/ladder/edit?of=${await one(`select id from ladder where valid_to is null limit 1`)}`,
    },
    { name: 'letters', who: '蒋文', address: '/letters' },
    { name: 'talks', who: '蒋文', address: '/letters?view=talks' },
    {
      name: 'letter',
      who: '罗建国',
      address: `/letters/${await one(`select id from letter where state = 'sent' limit 1`)}`,
    },
    { name: 'talk', who: '蒋文', address: `/talks/${await one('select id from talk limit 1')}` },
    { name: 'heat', who: '蒋文', address: '/indicators/heat' },
    { name: 'organisations', who: '罗建国', address: '/organisations' },
    {
      name: 'organisation',
      who: '罗建国',
      address: `/organisations/${await one(`select organisation_id as id from credit_case where state = 'raised' order by level desc limit 1`)}`,
    },
    { name: 'credit-rules', who: '蒋文', address: '/organisations/rules' },
    { name: 'messages', who: '罗建国', address: '/messages' },
    { name: 'import', who: '沈立', address: '/import' },
    { name: 'channels', who: '系统管理员', address: '/settings/channels' },
    { name: 'erasure', who: '安全管理员', address: '/settings/erasure' },
    { name: 'account', who: '沈立', address: '/account' },
    { name: 'to-charter', who: '蒋文', address: `/projects/${await project('proposed')}` },
    { name: 'to-close', who: '蒋文', address: `/projects/${await project('accepted')}` },
    { name: 'source', who: '蒋文', address: `/source/problem/${shownBy}` },
    { name: 'to-hand-in', who: doer, address: `/tasks/${doing}` },
    { name: 'public-elder', who: '沈立', address: '/p?look=elder' },
    { name: 'public', who: '沈立', address: '/p' },
    { name: 'public-report', who: '沈立', address: '/p/report' },
    { name: 'public-follow', who: '沈立', address: '/p/follow' },
    { name: 'public-list', who: '沈立', address: '/p/list' },
  ];
}

/** What the worker would do by now. */
async function runSurveys(of: City): Promise<void> {
  const { rows } = await of.pool.query(`select id from ${of.schema}.survey_run where state = 'waiting'`);
  for (const { id } of rows) await runSurvey(of, id);
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
  // A chart's page comes with a part that is fetched: until then there is nothing to see.
  await page.waitForSelector('h1', { timeout: 8_000 }).catch(() => undefined);
  await page.waitForTimeout(500);
  await shot(page, `${folder}/${shown.name}${look.width === 0 ? '' : `-${look.width}-${look.language}-${look.mode}`}`);
  await page.context().close();
}

registerRooms();
const words = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-pictures-'));
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
const config = readConfig({ ...env, SUYUAN_DATA: dataDir, FIXED_CLOCK: NOW, PORT: '0' }, dataDir);
const installation = await openInstallation(config, () => {}, 'pictures');
await makeDemo(installation, { size: 'city' });
const city = installation.cities.get(SLUG)!;
if (words.every((word) => word.startsWith('--')) || words.some((word) => word.startsWith('theme')))
  await runSurveys(city);
const app = await makeServer(installation);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
const names = words.filter((word) => !word.startsWith('--'));
const all = await shownIn(city);
const everything = names.length === 0;
const shown = words.includes('--guide') ? [] : all.filter(({ name }) => everything || names.includes(name));
for (const one of shown) {
  for (const look of words.includes('--brief') ? [looks[0]!, looks[7]!] : looks) {
    await take(browser, city, address, one, look, 'screenshots');
    process.stderr.write('.');
  }
}
// The pictures of the README: the same pages, one look each.
if (everything) {
  for (const one of shown.filter(({ name }) => ['my-work', 'problem'].includes(name))) {
    await take(browser, city, address, one, { width: 1440, language: 'zh', mode: 'light' }, 'screenshots/readme');
  }
}
if (words.includes('--guide')) {
  const wanted = Object.entries(guidePictures).filter(([name]) => names.length === 0 || names.includes(name));
  for (const [name, { width }] of wanted) {
    const one = all.find((page) => page.name === name)!;
    await take(browser, city, address, one, { width, language: 'zh', mode: 'light' }, 'screenshots/guide');
    await keepForGuide(name, `screenshots/guide/${name}-${width}-zh-light.png`);
  }
}
await browser.close();
await app.close();
await installation.close();
rmSync(dataDir, { recursive: true, force: true });
