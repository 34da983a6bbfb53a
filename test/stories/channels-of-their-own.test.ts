/** A channel numbers its tickets by its own series, asks what it must, and has words prepared; running numbers are never cut. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { loadActor } from '#people/actor.store.ts';
import { newId } from '#platform/ids.ts';
import { numberOfYear } from '#platform/number.ts';
import type { Problem } from '#platform/problem.ts';
import { setChannelRules } from '#signal/channel.actions.ts';
import type { Asked } from '#signal/channel-asks.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, tx } = story;
const { ok, signal } = stepsOf(story);
const numberOf = async (id: string) => (await ok('dispatcher', 'GET', `/signals/${id}`)).number as string;
const { person_id: operator } = await tx((own) =>
  own.selectFrom('account').select('person_id').where('login', '=', 'sysadmin').executeTakeFirstOrThrow(),
);
const rules = (series: string, asks: Asked[] = []) =>
  tx(async (own) =>
    setChannelRules(own, (await loadActor(own, operator))!, world.channel, { id: newId(), series, asks }),
  );

test('a number beyond the digits of its series grows; it is not cut down to an old one', async () => {
  const numbers = await tx(async (tx) => {
    await sql`create temporary sequence many start 99999`.execute(tx);
    const next = async () =>
      (await sql<{ n: string }>`select ${numberOfYear('P', tx.now, 'many', 5)} as n`.execute(tx)).rows[0]!.n;
    return [await next(), await next()];
  });
  assert.deepEqual(numbers, ['P2026-99999', 'P2026-100000']);
});

test('from now on by its own series, also what is divided; what came before keeps its number', async () => {
  const before = await signal('路灯不亮');
  const usual = await numberOf(before);
  assert.match(usual, /^202603\d\d\d\d\d{6}$/);
  await rules('信访〔{YYYY}〕{N}号');
  assert.match(await numberOf(await signal('退休金少算了两年')), /^信访〔2026〕\d{6}号$/);
  assert.equal(await numberOf(before), usual);
  await assert.rejects(rules('{YYYY}{N}'), ({ body }: Problem) => body.fields?.[0]?.code === 'series_touches');
  const mine = await call('dispatcher', 'PUT', `/channels/${world.channel}/rules`, {
    id: newId(),
    series: '',
    asks: [],
  });
  assert.equal(mine.status, 403);
  const found = (await ok('dispatcher', 'POST', '/search', { q: '信访〔2026〕' })).items;
  assert.deepEqual(
    found.map((one: { by: string }) => one.by),
    ['number'],
  );
});

test('what its call-takers must ask is asked, but a report is taken from whoever gives no name', async () => {
  await rules('', ['phone', 'place']);
  const enter = (more: object) =>
    call('callTaker', 'POST', '/signals/desk', {
      id: newId(),
      channelId: world.channel,
      words: '有人偷倒渣土',
      matter: 'help',
      ...more,
    });
  const refused = await enter({});
  assert.deepEqual(
    refused.body.fields.map((one: { path: string }) => one.path),
    ['reporter.phone', 'place'],
  );
  assert.equal(
    (await enter({ place: '河西路', reporter: { phone: '13900000001', name: '', address: '' } })).status,
    200,
  );
  assert.equal((await enter({ place: '河西路', matter: 'report' })).status, 200);
});

test('prepared answers: of the channel and of all, written by whoever looks after the knowledge, closed for good', async () => {
  const [own, every] = [newId(), newId()];
  const write = (who: 'clerk' | 'callTaker', id: string, channelId: string | null) =>
    call(who, 'PUT', `/channels/templates/${id}`, {
      id: newId(),
      channelId,
      name: '已办结',
      words: '您好，{标题}已办结。',
    });
  assert.equal((await write('clerk', own, world.channel)).status, 200);
  assert.equal((await write('clerk', every, null)).status, 200);
  assert.equal((await write('callTaker', own, null)).status, 403);
  const offered = async () =>
    (await ok('callTaker', 'GET', `/channels/templates?channelId=${world.channel}`)).items.map(
      (one: { id: string }) => one.id,
    );
  assert.deepEqual(await offered(), [own, every]);
  await ok('clerk', 'DELETE', `/channels/templates/${own}?id=${newId()}`);
  assert.deepEqual(await offered(), [every]);
  assert.equal((await write('clerk', own, null)).status, 404);
});
