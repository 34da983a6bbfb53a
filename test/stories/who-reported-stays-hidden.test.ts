/** An office sees problems, not callers: identities are sealed, masked, hidden where wrongdoing is reported, and looked up on record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideExtract, fetchExtract, makeExtract } from '#extract/extract.actions.ts';
import { sweepExtracts } from '#extract/extract.jobs.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { unzip } from '#test/unzip.ts';

const story = await testCity();
const { actor, call, pass, tx, world, city, installation } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);

const reporter = { name: '钱多多', phone: '138 0013 8000', address: '青澜市临河区望湖小区3号楼2单元501室' };
const words = '钱多多反映：请回电13800138000，楼上漏水';
const id = await signal(words, { reporter });

test('nothing of the reporter stands in the clear in the database, and words are kept verbatim', async () => {
  const { rows } = await installation.owner.query(
    `select r.*, s.words from ${city.schema}.reporter r join ${city.schema}.signal s on s.reporter_id = r.id where s.id = $1`,
    [id],
  );
  assert.equal(rows[0].words, words);
  assert.ok(
    !JSON.stringify(rows[0], (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    ).includes('138 0013 8000'),
  );
  const { rows: ledger } = await installation.owner.query(
    `select row_to_json(l)::text as row from ${city.schema}.ledger l where l.thing = $1`,
    [id],
  );
  assert.ok(ledger.every(({ row }) => !/13800138000|钱多多|漏水/.test(row)));
});

test('a page shows them masked, in the words too', async () => {
  const page = await ok('callTaker', 'GET', `/signals/${id}`);
  assert.deepEqual([page.reporter.name, page.reporter.phone], ['钱*', '138****8000']);
  assert.doesNotMatch(page.reporter.address, /3号楼|501/);
  assert.doesNotMatch(page.words, /13800138000|钱多多/);
});

test('a full look asks for a reason and stands in the ledger; a masked phone in the reason, too', async () => {
  const bare = await call('callTaker', 'POST', `/signals/${id}/reporter`, { id: newId(), purpose: 'contact' });
  assert.equal(bare.status, 422);
  const full = await ok('callTaker', 'POST', `/signals/${id}/reporter`, {
    id: newId(),
    purpose: 'contact',
    reason: '回电 13800138000 确认地址',
  });
  assert.deepEqual([full.name, full.phone], ['钱多多', '138 0013 8000']);
  const { history } = await ok('callTaker', 'GET', `/signals/${id}`);
  assert.equal(history[0].verb, 'signal.reveal');
  assert.equal(history[0].reason, '回电 138****8000 确认地址');
});

test('a caller is found by phone only with the permission, and the look-up is written down', async () => {
  const earlier = await ok('callTaker', 'POST', '/signals/earlier', { phone: '13800138000' });
  assert.equal(earlier.total, 1);
  assert.equal((await call('head', 'POST', '/signals/earlier', { phone: '13800138000' })).status, 403);
  const found = await ok('dispatcher', 'POST', '/search', { q: '13800138000' });
  assert.deepEqual(
    found.items.map((item: { id: string }) => item.id),
    [id],
  );
  assert.deepEqual((await ok('head', 'POST', '/search', { q: '13800138000' })).items, []);
  const { rows } = await installation.owner.query(
    `select data from ${city.schema}.ledger where verb = 'person.lookUp'`,
  );
  assert.equal(rows.length, 2);
  assert.doesNotMatch(JSON.stringify(rows), /138/);
});

test('who reports wrongdoing is hidden from the unit that handles it', async () => {
  const secret = await signal('举报夜市摊贩给巡查人员塞烟', {
    matter: 'report',
    reporter: { name: '孙小明', phone: '13900139000' },
  });
  const made = await problem([secret], '夜市管理');
  await decide('dispatcher', `/problems/${made}`, 'assignments', { unitId: world.units.urban });
  const page = await ok('head', 'GET', `/signals/${secret}`);
  assert.equal(page.reporter, null);
  assert.equal(page.reporterHidden, true);
  assert.ok(!JSON.stringify(page).includes('孙'));
  assert.equal(
    (
      await call('head', 'POST', `/signals/${secret}/reporter`, {
        id: newId(),
        purpose: 'contact',
        reason: '想知道是谁',
      })
    ).status,
    403,
  );
});

test('a signal of no concern to a unit is unknown to it', async () => {
  assert.equal((await call('waterHead', 'GET', `/signals/${id}`)).status, 404);
  assert.deepEqual((await ok('waterHead', 'GET', '/signals')).items, []);
});

test('divided in two: both share words and reporter, who is counted once', async () => {
  const newOne = newId();
  const divided = await ok('dispatcher', 'POST', `/signals/${id}/divisions`, {
    ...(await seen('dispatcher', `/signals/${id}`)),
    newId: newOne,
    title: '漏水',
    newTitle: '回电',
    matter: 'help',
    reason: '一单两事',
  });
  assert.equal(divided.newId, newOne);
  const both = await problem([id, newOne], '两件事一个人');
  const page = await ok('dispatcher', 'GET', `/problems/${both}`);
  assert.deepEqual([page.signals, page.reporters], [2, 1]);
});

test('a unit that assists reads the open words of a problem, not the secret ones', async () => {
  const open = await signal('夜市油烟直排');
  const secret = await signal('夜市摊主私下收取摊位费，请保密', { secret: true });
  const made = await problem([open, secret], '夜市');
  await decide('dispatcher', `/problems/${made}`, 'assignments', { unitId: world.units.urban });
  await decide('dispatcher', `/problems/${made}`, 'assignments', { unitId: world.units.water, role: 'assist' });
  const quoted = async (name: 'head' | 'waterHead') =>
    (await ok(name, 'GET', `/problems/${made}`)).quotes.map((one: { id: string }) => one.id);
  assert.deepEqual((await quoted('head')).sort(), [open, secret].sort());
  assert.deepEqual(await quoted('waterHead'), [open]);
});

const asked = { purpose: '逐一电话核实望湖小区漏水', columns: ['name', 'phone', 'words'], filter: { q: '漏水' } };
const extract = async (name: 'dispatcher' | 'office', extractId: string) =>
  (await ok(name, 'GET', '/extracts')).items.find((one: { id: string }) => one.id === extractId);

/** What a file of this extract holds, fetched by whoever asked. */
async function fetched(extractId: string): Promise<string> {
  const asker = await actor('dispatcher');
  const { file } = await tx((own) => fetchExtract(own, asker, extractId));
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  return (await unzip(Buffer.concat(parts))).get('xl/worksheets/sheet1.xml')!;
}

test('a list with identities is asked for, granted by somebody else, and comes with who, when and what for', async () => {
  const extractId = newId();
  assert.equal((await call('head', 'POST', '/extracts', { id: newId(), ...asked })).status, 403);
  assert.equal((await call('dispatcher', 'POST', '/extracts', { id: newId(), ...asked, purpose: '用' })).status, 422);
  const none = { id: newId(), ...asked, filter: { q: '没有这样的话' } };
  assert.equal((await call('dispatcher', 'POST', '/extracts', none)).body.code, 'extract_empty');
  const { count, version } = await ok('dispatcher', 'POST', '/extracts', { id: extractId, ...asked });
  assert.equal(count, 2, 'the two that were divided from one');
  await signal('又一处漏水，后来才报', { reporter });
  const decision = { version, step: 'grant' };
  const decide = (name: 'dispatcher' | 'office' | 'otherDispatcher', more: object = {}) =>
    call(name, 'POST', `/extracts/${extractId}/decisions`, { id: newId(), ...decision, ...more });
  assert.equal((await decide('dispatcher')).status, 403, 'not by whoever asked');
  assert.equal((await decide('otherDispatcher')).status, 404, 'nor by who may not decide');
  assert.equal((await decide('office', { step: 'refuse' })).body.fields[0].path, 'words');
  assert.equal((await ok('office', 'GET', '/my-work/counts')).extracts, 1);
  assert.equal((await call('dispatcher', 'GET', `/extracts/${extractId}/file`)).body.code, 'not_now');
  assert.equal((await decide('office')).status, 200);
  assert.equal((await decide('office')).body.code, 'changed_meanwhile');
  await sweepExtracts(city);
  await tx((own) => makeExtract(own, extractId));
  const made = await extract('dispatcher', extractId);
  assert.deepEqual([made.state, made.rows, made.over], ['made', 2, false], 'what came later is not in it');
  assert.equal((await call('office', 'GET', `/extracts/${extractId}/file`)).status, 403, 'only to whoever asked');
  const sheet = await fetched(extractId);
  for (const held of ['钱多多', '138 0013 8000', words, '沈立', '蒋文 批准', asked.purpose])
    assert.ok(sheet.includes(held), held);
  assert.equal(sheet.includes('望湖小区3号楼'), false, 'a column that was not asked for');
  assert.equal((await extract('office', extractId)).fetched, 1);
  const { rows } = await installation.owner.query(
    `select verb, reason from ${city.schema}.ledger where thing = $1 order by seq`,
    [extractId],
  );
  assert.deepEqual(
    rows.map(({ verb }) => verb),
    ['extract.ask', 'extract.grant', 'extract.make', 'extract.fetch'],
  );
  pass({ days: 8 });
  assert.equal((await call('dispatcher', 'GET', `/extracts/${extractId}/file`)).body.code, 'extract_over');
  assert.equal(await sweepExtracts(city), 1);
  assert.equal(await sweepExtracts(city), 0);
});

test('whoever reported under protection never comes out, and what is erased goes with its file', async () => {
  const hidden = await signal('举报漏水维修队虚报', {
    matter: 'report',
    reporter: { name: '吴大勇', phone: '13700137000' },
  });
  const extractId = newId();
  const { version } = await ok('dispatcher', 'POST', '/extracts', {
    id: extractId,
    ...asked,
    filter: { q: '漏水维修队' },
  });
  const decider = await actor('office');
  await tx((own) => decideExtract(own, decider, extractId, { id: newId(), version, step: 'grant', words: '' }));
  await tx((own) => makeExtract(own, extractId));
  const sheet = await fetched(extractId);
  assert.ok(sheet.includes('（保密）') && !sheet.includes('吴大勇') && !sheet.includes('13700137000'));
  await tx((own) => record(own, program, { verb: 'signal.erased', kind: 'signal', thing: hidden }));
  assert.equal((await call('dispatcher', 'GET', `/extracts/${extractId}/file`)).body.code, 'extract_over');
  assert.equal(await sweepExtracts(city), 1);
});
