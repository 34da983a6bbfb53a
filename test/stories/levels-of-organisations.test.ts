/** Credit-triggered supervision: facts propose a level, a person confirms it, it is repaired or returns by itself; never about citizens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateCity } from '#credit/credit.jobs.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import { advanceRuns } from '#procedure/advance.actions.ts';
import { beginRun } from '#procedure/start.actions.ts';
import { versionOn } from '#procedure/version.store.ts';
import { registerRooms } from '#root/rooms.ts';
import { creditCheckOf } from '#sheet/value/read-credit-code.ts';
import { checkDigitOf } from '#sheet/value/read-id-number.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

registerRooms();
const story = await testCity();
const { call, city, pass, tx } = story;
const { ok } = stepsOf(story);

const codeOf = (n: number) => {
  const first = `91370100MA3C${String(n).padStart(5, '0')}`;
  return first + creditCheckOf(first);
};
const firm = async (n: number, name: string) => {
  const id = newId();
  await ok('clerk', 'POST', '/organisations', { id, code: codeOf(n), name });
  return id;
};
type Metric = { id: string; name: string };
const metricOf = async (name: string): Promise<string> =>
  ((await ok('clerk', 'GET', '/credit-rules')).metrics as Metric[]).find((one) => one.name === name)!.id;
const today = () => city.clock.now().toISOString().slice(0, 10);
const fact = async (organisation: string, metric: string, value: number, source = '12345 热线') =>
  ok('clerk', 'POST', `/organisations/${organisation}/facts`, {
    ...{ id: newId(), metricId: await metricOf(metric), day: today(), value, source },
  });
const page = (id: string) => ok('clerk', 'GET', `/organisations/${id}`);
type Case = {
  id: string;
  level: string;
  state: string;
  version: number;
  value: number;
  facts: unknown[];
  until: string | null;
};
const cases = async (id: string): Promise<Case[]> => (await page(id)).cases;
const decide = async (
  who: 'head' | 'clerk' | 'office',
  organisation: string,
  level: string,
  noun: string,
  state: string,
) => {
  const one = (await cases(organisation)).find((it) => it.level === level && it.state === state)!;
  return call(who, 'POST', `/credit-cases/${one.id}/${noun}`, { id: newId(), version: one.version, words: '核对无误' });
};
const verbs = (thing: string) =>
  tx(async (own) => {
    const rows = await own.selectFrom('ledger').select('verb').where('thing', '=', thing).orderBy('seq').execute();
    return rows.map(({ verb }) => verb);
  });

test('only organisations with a registered code come in: no person’s number, typed or imported', async () => {
  await ok('office', 'POST', '/credit-rules/presets', { id: newId(), preset: 'prepaid', reason: '试行办法' });
  const digits = '37130219900101123';
  const refused = await call('clerk', 'POST', '/organisations', {
    id: newId(),
    code: digits + checkDigitOf(digits),
    name: '王某',
  });
  assert.equal(refused.body.fields[0].code, 'credit_code_person');
  const id = await firm(1, '青澜某健身有限公司');
  const twice = await call('clerk', 'POST', '/organisations', { id: newId(), code: codeOf(1), name: '另一家' });
  assert.equal(twice.body.code, 'organisation_there');
  assert.equal((await call('callTaker', 'GET', `/organisations/${id}`)).status, 403);
});

test('facts propose a level with what led to it; nothing holds before a person confirms it', async () => {
  const id = await firm(2, '青澜某教育咨询有限公司');
  assert.equal((await fact(id, '预付类投诉', 3)).proposed, 0);
  pass({ days: 1 });
  assert.equal((await fact(id, '预付类投诉', 2)).proposed, 1);
  const [proposed] = await cases(id);
  assert.deepEqual(
    [proposed!.level, proposed!.state, proposed!.value, proposed!.facts.length],
    ['yellow', 'proposed', 5, 2],
  );
  assert.equal((await page(id)).standing, 'green');
  assert.deepEqual(await evaluateCity(city), { expired: 0, proposed: 0 }, 'not twice');
  const told = async (who: 'office' | 'head') =>
    (await ok(who, 'GET', '/messages')).items.flatMap((one: { thing: { id: string }; words: { zh: string } }) =>
      one.thing.id === id ? one.words.zh : [],
    );
  const waits = async (who: 'office' | 'head') =>
    (await ok(who, 'GET', '/my-work?tab=todo')).items.flatMap(
      (one: { id: string; kind: string; what: { zh: string } }) =>
        one.id === id ? [`${one.kind} ${one.what.zh}`] : [],
    );
  assert.deepEqual(await told('office'), ['“青澜某教育咨询有限公司”按规则提出黄色等级，请确认']);
  assert.deepEqual(await told('head'), [], 'a firm is of no unit');
  assert.deepEqual([await waits('office'), await waits('head')], [['organisation 信用等级待确认'], []]);
  assert.equal((await decide('clerk', id, 'yellow', 'confirmations', 'proposed')).status, 403);
  assert.equal((await decide('head', id, 'yellow', 'confirmations', 'proposed')).status, 200);
  assert.equal((await page(id)).standing, 'yellow');
  assert.deepEqual(await waits('office'), []);
  assert.ok((await verbs(id)).includes('credit.raise'));
  pass({ days: 1 });
  assert.equal((await fact(id, '预付类投诉', 20)).proposed, 1, 'red, above the yellow that holds');
  assert.equal((await decide('head', id, 'red', 'dismissals', 'proposed')).status, 200);
  assert.deepEqual(await evaluateCity(city), { expired: 0, proposed: 0 }, 'decided on these facts');
  pass({ days: 1 });
  assert.equal((await fact(id, '预付类投诉', 1)).proposed, 1, 'on a new fact it is asked again');
});

test('repair is asked for and decided; a level returns by itself when its days are over', async () => {
  const id = await firm(3, '青澜某美容有限公司');
  const wrong = await fact(id, '预收资金余额', 150, '资金存管系统');
  await decide('office', id, 'orange', 'confirmations', 'proposed');
  assert.equal((await decide('clerk', id, 'orange', 'repairs', 'raised')).status, 200);
  assert.equal((await decide('clerk', id, 'orange', 'repair-grants', 'asked')).status, 403);
  await decide('head', id, 'orange', 'repair-refusals', 'asked');
  await decide('clerk', id, 'orange', 'repairs', 'raised');
  const asked = (await ok('office', 'GET', '/messages')).items.filter(({ words }: { words: { zh: string } }) =>
    words.zh.endsWith('申请修复橙色等级，请审定'),
  );
  assert.equal(asked.length, 2, 'each asking is told');
  await decide('head', id, 'orange', 'repair-grants', 'asked');
  assert.deepEqual([(await page(id)).standing, (await cases(id))[0]!.state], ['green', 'repaired']);
  const withdrawal = { id: newId(), reason: '单位填错' };
  await ok('clerk', 'POST', `/organisation-facts/${wrong.id}/withdrawals`, withdrawal);
  const { facts } = await page(id);
  assert.equal(facts[0].withdrawn.reason, '单位填错');
  const other = await firm(4, '青澜某洗衣有限公司');
  await fact(other, '逾期未报备案', 2, '备案系统');
  await decide('head', other, 'yellow', 'confirmations', 'proposed');
  pass({ days: 90 });
  await evaluateCity(city);
  assert.equal((await page(other)).standing, 'yellow', 'its last day');
  pass({ days: 1 });
  assert.ok((await evaluateCity(city)).expired >= 1);
  assert.equal((await page(other)).standing, 'green');
  assert.ok((await verbs(other)).includes('credit.expire'));
});

test('visits and the share of off-site supervision are figures with what they are of; a rule says what it would change', async () => {
  const id = await firm(5, '青澜某超市有限公司');
  const visits = { green: 1, yellow: 2, orange: 4, red: 12, reason: '信用分级' };
  assert.equal(
    (await call('office', 'POST', '/credit-visiting', { ...visits, id: newId(), red: 3 })).body.code,
    'credit_visiting_order',
  );
  await ok('office', 'POST', '/credit-visiting', { ...visits, id: newId() });
  for (const offSite of [true, true, false])
    await ok('clerk', 'POST', `/organisations/${id}/checks`, { id: newId(), offSite, day: today(), found: '台账相符' });
  const shown = await page(id);
  assert.deepEqual([shown.visits, shown.share.offSite, shown.share.all], [1, 2, 3]);
  const metricId = await metricOf('预付类投诉');
  await fact(id, '预付类投诉', 4);
  const draft = { metricId, counted: 'sum', windowDays: 30, compare: 'at_least', threshold: 4, level: 'red' };
  const preview = await ok('office', 'POST', '/credit-rules/preview', draft);
  assert.deepEqual([preview.met, preview.some.map(({ id: one }: { id: string }) => one)], [1, [id]]);
  const more = { name: '又一条', action: '核查', keepDays: 30, repair: '办结', validFrom: today(), reason: '试' };
  const refused = await call('office', 'POST', '/credit-rules', { ...draft, ...more, id: newId() });
  assert.deepEqual(
    refused.body.fields.map(({ code }: { code: string }) => code),
    ['credit_rule_overlaps'],
  );
});

test('a step of a procedure done off-site counts as supervision of the organisation, once it is done', async () => {
  const id = await firm(6, '青澜某驾校有限公司');
  const { people, units } = story.world;
  const step = (key: string, supervision: string | null, after: string[]) => ({
    ...{ key, title: `步骤${key}`, words: '', who: 'person', roleCode: null, personId: people.clerk, place: 'thing' },
    ...{ unitId: null, unitOfTime: 'working_day', budget: 2, evidenceAsked: '', after, supervision },
    feedback: { rule: 'handed_in', files: false },
  });
  const steps = [step('data', 'off_site', []), step('visit', 'on_site', ['data']), step('note', null, [])];
  const procedureId = newId();
  const made = { name: '驾校退费核查', words: '', responsibleId: people.head, secondId: people.clerk, steps };
  await ok('head', 'POST', '/procedures', { id: procedureId, unitId: units.urban, ...made });
  const [version] = (await ok('head', 'GET', `/procedures/${procedureId}`)).versions;
  const issue = { id: newId(), version: version.version, from: today(), to: null, reason: '定' };
  await ok('head', 'POST', `/procedure-versions/${version.id}/issue`, issue);
  const run = newId();
  await tx(async (own) => {
    const now = (await versionOn(own, procedureId, today()))!;
    const about = { kind: 'organisation' as const, id, name: '青澜某驾校有限公司' };
    await beginRun(own, program, now, { id: run, procedureId, about, reason: '等级触发' });
    await advanceRuns(own, [run]);
  });
  const share = async () => {
    const { offSite, all } = (await page(id)).share;
    return [offSite, all];
  };
  const does = async (key: string) => {
    const row = await tx((own) =>
      own
        .selectFrom('task')
        .select(['id', 'version'])
        .where('run_id', '=', run)
        .where('title', '=', `步骤${key}`)
        .executeTakeFirstOrThrow(),
    );
    const { version: accepted } = await ok('clerk', 'POST', `/tasks/${row.id}/acceptances`, {
      ...{ id: newId(), version: row.version },
    });
    const handIn = { id: newId(), version: accepted, words: '已核实', files: [] };
    await ok('clerk', 'POST', `/tasks/${row.id}/hand-ins`, handIn);
    await story.settle();
  };
  assert.deepEqual(await share(), [0, 0], 'given is not done');
  await does('note');
  assert.deepEqual(await share(), [0, 0], 'a step that is no supervision');
  await does('data');
  assert.deepEqual(await share(), [1, 1]);
  await does('visit');
  await ok('clerk', 'POST', `/organisations/${id}/checks`, { id: newId(), offSite: true, day: today(), found: '相符' });
  assert.deepEqual(await share(), [2, 3]);
  const { checks } = await page(id);
  assert.deepEqual(
    checks.map(({ offSite, found }: { offSite: boolean; found: string }) => [offSite, /步骤/.test(found)]).sort(),
    [
      [false, true],
      [true, false],
      [true, true],
    ],
    'as many rows as the figure says',
  );
});
