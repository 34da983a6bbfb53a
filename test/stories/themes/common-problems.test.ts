/** What many report of one kind is found, named and kept by people, survives every new run, and becomes a common problem. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { runSurvey } from '#triage/theme/run-survey.ts';
import { sweepRuns } from '#triage/theme/survey.store.ts';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import type { ThemePage } from '#views/theme.api.ts';

const story = await testCity();
const { call, world, city, installation, pass } = story;
const { ok, signal, problem } = stepsOf(story);
const grouper = new URL('./grouper.ts', import.meta.url);

const survey = newId();
const themes = async (state = 'standing'): Promise<ThemeItem[]> =>
  (await ok('office', 'GET', `/themes?surveyId=${survey}&state=${state}`)).items;
const page = (id: string): Promise<ThemePage> => ok('office', 'GET', `/themes/${id}`);
const named = async (name: string) => (await themes()).find((one) => one.name === name)!;
const names = async () => (await themes()).map((one) => one.name).sort();
const query = async (sql: string) =>
  (await installation.owner.query(sql.replaceAll('§', `${city.schema}.`))).rows as Record<string, unknown>[];

async function run(): Promise<void> {
  const { id } = await ok('office', 'POST', `/surveys/${survey}/runs`, { id: newId() });
  await runSurvey(city, id, { grouper });
}

/** A decision by somebody who has just looked at it. */
async function on(id: string, noun: string, more: object = {}, name: 'office' | 'dispatcher' = 'office') {
  const { version } = await page(id);
  const method = noun === 'name' ? 'PUT' : 'POST';
  return call(name, method, `/themes/${id}/${noun}`, { id: newId(), version, ...more });
}
const undo = async (id: string) => {
  const { lastOwn } = await page(id);
  return call('office', 'POST', `/theme-decisions/${lastOwn!.id}/undoings`, { id: newId() });
};

const say = (place: string, what: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => signal(`${place} ${what} 第${i}次，联系13912345678`)));

const [, garden] = [await say('阳光花园', '漏水', 3), await say('望湖苑', '漏水', 4)];
await say('夜市街', '噪音', 3);
await say('广场', '噪音', 2);
await say('北门', '路灯', 2);
await problem([garden[0]!, garden[1]!], '望湖苑水管');

test('a survey is set up, run, and proposes themes by heat; what two people say is none', async () => {
  assert.equal((await call('head', 'GET', '/surveys')).status, 403);
  const body = { id: survey, name: '全市', months: 12, weekly: true };
  assert.equal((await call('checker', 'POST', '/surveys', body)).status, 403);
  await ok('office', 'POST', '/surveys', body);
  const [waits] = (await ok('checker', 'GET', '/surveys')).surveys;
  assert.deepEqual([waits.run.state, waits.run.askedBy, waits.done], ['waiting', '蒋文', null]);
  const first = waits.run.id;
  assert.equal((await ok('office', 'POST', `/surveys/${survey}/runs`, { id: newId() })).id, first, 'one run at a time');
  await runSurvey(city, first, { grouper });
  const [leaks, noise, ...none] = await themes();
  assert.deepEqual([leaks!.name, leaks!.rank, leaks!.state, none.length], ['漏水', 1, 'proposed', 0]);
  assert.deepEqual([noise!.figures.signals, leaks!.figures.signals, leaks!.figures.reporters], [5, 7, 7]);
  const sum = leaks!.rows.reduce((total, { points }) => total + points, 0);
  assert.ok(Math.abs(sum - leaks!.heat) < 0.06, 'the sum is shown with its terms');
  const { groups, problems, loose, quotes, buttons } = await page(leaks!.id);
  assert.deepEqual(
    groups.map((one) => [one.name, one.signals]),
    [
      ['望湖苑 漏水', 4],
      ['阳光花园 漏水', 3],
    ],
  );
  assert.deepEqual([problems[0]!.title, problems[0]!.signals, loose], ['望湖苑水管', 2, 5]);
  assert.ok(quotes.length === 3 && quotes.every(({ words }) => !words.includes('13912345678')));
  assert.equal(
    buttons.find(({ step }) => step === 'found'),
    undefined,
    'the office makes no problems',
  );
  const rows = await query('select count(*)::int as n from §signal_household');
  assert.equal(rows[0]!.n, 0, 'nobody gave an address');
});

test('confirmed and renamed, a theme keeps id and name when more arrives; an unconfirmed one is found again', async () => {
  const leaks = await named('漏水');
  const noise = await named('噪音');
  assert.equal((await on(leaks.id, 'name', { name: '老旧小区水管漏水' })).status, 200);
  assert.equal((await on(leaks.id, 'confirmations')).status, 200);
  assert.equal((await on(leaks.id, 'confirmations')).body.code, 'not_now');
  await say('阳光花园', '漏水', 1);
  await say('桃园里', '漏水', 1);
  await run();
  const now = await page(leaks.id);
  assert.deepEqual([now.name, now.state, now.figures.signals, now.groupCount], ['老旧小区水管漏水', 'confirmed', 9, 3]);
  assert.equal((await named('噪音')).id, noise.id);
});

test('two at once: the second learns who was first; the same decision twice is one', async () => {
  const noise = await named('噪音');
  const { version } = await page(noise.id);
  const first = { id: newId(), version, name: '夜间噪音' };
  await ok('office', 'PUT', `/themes/${noise.id}/name`, first);
  await ok('office', 'PUT', `/themes/${noise.id}/name`, first);
  const late = await call('dispatcher', 'PUT', `/themes/${noise.id}/name`, { id: newId(), version, name: '扰民' });
  assert.deepEqual([late.status, late.body.code], [409, 'changed_meanwhile']);
  assert.match(late.body.message.zh, /蒋文.*改名/);
});

test('merged and taken back; merged again, no run takes it apart, and what is new comes to the one until it is split', async () => {
  const noise = await named('夜间噪音');
  const leaks = await named('老旧小区水管漏水');
  assert.equal((await on(leaks.id, 'mergers', { into: leaks.id })).body.code, 'merge_into_itself');
  assert.equal((await on(noise.id, 'mergers', { into: leaks.id, reason: '都是物业的事' })).status, 200);
  assert.deepEqual(await names(), ['老旧小区水管漏水']);
  assert.equal((await page(noise.id)).mergedInto!.id, leaks.id);
  assert.equal((await page(leaks.id)).figures.signals, 14);
  assert.equal((await undo(leaks.id)).status, 200);
  assert.deepEqual(await names(), ['夜间噪音', '老旧小区水管漏水'].sort());
  assert.deepEqual([(await page(leaks.id)).figures.signals, (await page(noise.id)).figures.signals], [9, 5]);
  await on(noise.id, 'mergers', { into: leaks.id, reason: '都是物业的事' });
  await say('夜市街', '噪音', 1);
  await say('码头', '噪音', 1);
  await run();
  assert.deepEqual(await names(), ['老旧小区水管漏水']);
  assert.equal((await page(leaks.id)).figures.signals, 16);
  assert.equal((await undo(leaks.id)).body.code, 'undo_too_late');
  const { groups } = await page(leaks.id);
  const loud = groups.filter((one) => one.name.endsWith('噪音')).map(({ id }) => id);
  const part = { newId: newId(), name: '夜间噪音', groups: loud };
  assert.equal((await on(leaks.id, 'splits', part)).status, 200);
  await run();
  assert.deepEqual([(await page(leaks.id)).figures.signals, (await page(part.newId)).figures.signals], [9, 7]);
});

test('split by matters and by signals, and signals taken out: they stay where the person put them', async () => {
  const leaks = await named('老旧小区水管漏水');
  const { groups } = await page(leaks.id);
  const of = (name: string) => groups.find((one) => one.name.startsWith(name))!.id;
  const signals = async (id: string, group: string) =>
    (await ok('office', 'GET', `/themes/${id}/signals?groupId=${group}`)).items.map((one: { id: string }) => one.id);
  const [moved, out] = await signals(leaks.id, of('望湖苑'));
  const part = { newId: newId(), name: '新小区漏水', groups: [of('桃园里')], signals: [moved] };
  assert.equal(
    (await on(leaks.id, 'splits', { ...part, groups: groups.map(({ id }) => id), signals: [] })).body.code,
    'theme_whole',
  );
  assert.equal(
    (await on(leaks.id, 'splits', { ...part, newId: newId(), signals: [newId()] })).body.code,
    'theme_elsewhere',
  );
  assert.equal((await on(leaks.id, 'splits', part)).status, 200);
  assert.equal((await on(leaks.id, 'removals', { signals: [out], reason: '说的是空调' })).status, 200);
  await say('桃园里', '漏水', 1);
  await run();
  assert.deepEqual([(await page(leaks.id)).figures.signals, (await page(part.newId)).figures.signals], [6, 3]);
  assert.equal((await page(part.newId)).state, 'confirmed', 'as what it came from');
  const rows = await query(`select g.theme_id from §group_signal e join §theme_group g on g.group_id = e.group_id
    where e.signal_id = '${out}' and e.closed_at is null and g.closed_at is null`);
  assert.deepEqual(rows, [{ theme_id: null }]);
});

test('dismissed with a reason, it stays dismissed whatever a run finds, until somebody restores it', async () => {
  const noise = await named('夜间噪音');
  assert.equal((await on(noise.id, 'dismissals', { reason: '' })).status, 422);
  assert.equal((await on(noise.id, 'dismissals', { reason: '按季节自行消退' })).status, 200);
  await say('广场', '噪音', 2);
  await run();
  assert.ok(!(await names()).includes('夜间噪音'));
  assert.equal((await themes('dismissed'))[0]!.figures.signals, 9);
  assert.equal((await undo(noise.id)).status, 200);
  assert.equal((await undo(noise.id)).body.code, 'undo_too_late', 'a run has come after the step before');
});

test('killed by kill −9 in the middle, the old result stands, and another program takes the run up at once', async () => {
  const before = await themes();
  await say('阳光花园', '漏水', 1);
  const { id } = await ok('office', 'POST', `/surveys/${survey}/runs`, { id: newId() });
  const given = JSON.stringify({ config: installation.config, id });
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'runner.ts'), given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line === 'keeping') break;
  assert.equal(await runSurvey(city, id, { grouper }), false, 'it is another’s as long as that one lives');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.deepEqual(await themes(), before);
  assert.equal((await ok('office', 'GET', '/surveys')).surveys[0].run.state, 'running');
  while ((await story.tx(sweepRuns)) === 0) await sleep(50);
  assert.equal(await runSurvey(city, id, { grouper }), true);
  assert.equal(await runSurvey(city, id, { grouper }), false, 'what has ended is not run again');
  assert.notDeepEqual(await themes(), before);
});

test('a confirmed theme becomes a common problem: what waits is gathered, other problems are listed and keep theirs', async () => {
  const leaks = await named('老旧小区水管漏水');
  const campaign = {
    ...{ problemId: newId(), title: '老旧小区供水管网改造', leadUnit: world.units.housing, goal: '年内换管 12 公里' },
    ...{ from: '2026-03-01', to: '2026-12-31' },
  };
  assert.equal((await on(leaks.id, 'campaigns', campaign)).status, 403);
  assert.equal(
    (await on(leaks.id, 'campaigns', { ...campaign, to: '2026-01-01' }, 'dispatcher')).body.code,
    'dates_crossed',
  );
  assert.equal((await on(leaks.id, 'campaigns', campaign, 'dispatcher')).status, 200);
  const made = await ok('dispatcher', 'GET', `/problems/${campaign.problemId}`);
  assert.deepEqual(
    [made.class, made.state, made.lead?.shortName ?? made.turn.units[0].shortName],
    ['common', 'given', '住建局'],
  );
  const [own] = (await ok('head', 'GET', `/problems/${campaign.problemId}`).catch(() => ({ campaigns: [] }))).campaigns;
  assert.equal(own, undefined, 'another bureau does not see it');
  assert.equal(made.campaigns[0].goal, campaign.goal);
  await ok('dispatcher', 'GET', `/source-line?kind=problem&id=${campaign.problemId}`);
  const shown = (await page(leaks.id)).campaign!;
  assert.deepEqual(
    shown.through.map((one) => one.title),
    ['望湖苑水管'],
  );
  assert.equal(shown.through[0]!.signals, 2, 'nothing is torn away');
  assert.equal((await on(leaks.id, 'followings', {}, 'dispatcher')).body.code, 'nothing_new');
  await say('阳光花园', '漏水', 1);
  await run();
  assert.equal((await on(leaks.id, 'followings', {}, 'dispatcher')).body.signals, 1);
  assert.equal((await on(leaks.id, 'mergers', { into: leaks.id })).status, 422);
});

test('weights are dated; figures say by which they were counted; every verb is one row of the ledger', async () => {
  const rule = {
    id: newId(),
    from: '2026-03-13',
    weights: { reporters: 0, households: 0, townships: 0, growth: 0, season: 0, again: 0 },
    reason: '试一试',
  };
  assert.equal(
    (await call('office', 'POST', '/heat-rules', { ...rule, from: '2020-01-01' })).body.code,
    'heat_rule_past',
  );
  await ok('office', 'POST', '/heat-rules', rule);
  assert.ok((await themes())[0]!.heat > 0, 'not in force yet');
  pass({ days: 2 });
  await run();
  assert.equal((await themes())[0]!.heat, 0);
  const verbs = await query(`select verb, count(*)::int as n, count(distinct request)::int as requests from §ledger
    where kind = 'theme' and verb not in ('theme.absorb', 'theme.make') group by verb order by verb`);
  assert.ok(verbs.length >= 9);
  for (const { verb, n, requests } of verbs) assert.equal(n, requests, String(verb));
});
