/** A thousand signals are sent on from the triage desk, chunk by chunk: what cannot be stops only itself, and nothing happens twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import type { Answer, ProposalKind } from '#triage/category/proposal.ts';

const story = await testCity();
const { call, world, tx } = story;
const { ok, signal, problem, seen, decide } = stepsOf(story);

type Sent = { sent: { id: string; signals: string[]; problem: { id: string; version: number } }[]; left: Left[] };
type Left = { id: string; signals: string[]; code: string; message: { zh: string } };

const send = (dispatches: unknown[], name: 'dispatcher' | 'otherDispatcher' = 'dispatcher'): Promise<Sent> =>
  ok(name, 'POST', '/dispatches', { dispatches });

/** As many alike signals as an import leaves behind. */
async function alike(count: number): Promise<string[]> {
  const one = await signal('夜里施工吵得睡不着');
  const { rows } = await tx((own) =>
    sql<{
      id: string;
    }>`insert into signal (id, number, channel_id, source_key, state, matter, urgency, words, salt, reporter_id, received_at, recorded_at)
      select gen_random_uuid(), number || '-' || n, channel_id, decode(md5(n::text || id), 'hex'), state, matter, urgency, words, salt, reporter_id,
             received_at + n * interval '1 ms', recorded_at from signal, generate_series(2, ${count}) n where id = ${one} returning id`.execute(
      own,
    ),
  );
  return [one, ...rows.map((row) => row.id)];
}

const propose = (signals: string[], kind: ProposalKind, answers: Answer[]) =>
  tx((own) =>
    writeProposals(
      own,
      signals.map((signalId) => ({ signalId, kind, modelId: null, answers })),
    ),
  );

const ledgerOf = async (verb: string) => {
  const { rows } = await tx((own) =>
    sql<{ n: number }>`select count(*)::int as n from ledger where verb = ${verb}`.execute(own),
  );
  return rows[0]!.n;
};

test('what is alike stands together, the most pressing group first, and page after page holds each once', async () => {
  const unit = world.units.urban;
  const urgent = await signal('井盖没了，小孩差点掉下去', { urgency: 'critical' });
  const noise = [await signal('夜里打桩'), await signal('凌晨还在打桩'), await signal('打桩到三点')];
  const target = await problem([await signal('临江路打桩')], '临江路夜间打桩');
  await story.settle();
  await propose(noise, 'repeat', [{ id: target, confidence: 0.93, because: ['打桩'] }]);
  await propose([urgent], 'unit', [{ id: unit, confidence: 0.8, because: ['职责清单第 3 条'] }]);
  const pages = [];
  for (let cursor = ''; ; ) {
    const page = await ok('dispatcher', 'GET', `/triage-desk?limit=2${cursor && `&cursor=${cursor}`}`);
    pages.push(...page.items);
    assert.equal(page.waiting, 4);
    if (!page.next) break;
    cursor = page.next;
  }
  assert.deepEqual(
    pages.map((item) => item.id),
    [urgent, ...noise],
  );
  assert.deepEqual(
    pages.map((item) => item.group.size),
    [1, 3, 3, 3],
  );
  assert.deepEqual(
    pages[1].repeats.map((one: { title: string }) => one.title),
    ['临江路夜间打桩'],
  );
  assert.deepEqual([pages[0].units[0].shortName, pages[0].due.limit], ['城管局', 'triage']);
  const group = await ok('dispatcher', 'GET', `/triage-desk?key=${encodeURIComponent(pages[1].group.key)}`);
  assert.equal(group.items.length, 3);
  assert.equal((await call('callTaker', 'GET', '/triage-desk')).status, 403);
});

test('one go makes the problem and gives it to the unit; taken back, the signal waits again until somebody has signed', async () => {
  const id = await signal('窨井盖翘起来了');
  const category = newId();
  await tx((own) =>
    own
      .insertInto('category')
      .values({
        id: category,
        code: '0101',
        name: '井盖',
        folded: '井盖',
        level: 1,
        position: 1,
        valid_from: '2026-01-01',
        made_at: own.now,
      })
      .execute(),
  );
  await propose([id], 'category', [{ id: category, confidence: 0.9, because: ['窨井盖'] }]);
  const queued = async () =>
    (await ok('dispatcher', 'GET', '/triage-desk?limit=200')).items.find((item: { id: string }) => item.id === id);
  assert.equal((await queued()).categories[0].path, '井盖');
  const one = {
    id: newId(),
    signals: [id],
    categoryId: category,
    make: { id: newId(), title: '窨井盖翘起' },
    unitId: world.units.urban,
  };
  const { sent } = await send([one]);
  assert.deepEqual((await send([one])).sent, sent);
  const made = await ok('dispatcher', 'GET', `/problems/${sent[0]!.problem.id}`);
  assert.deepEqual([made.state, made.lead.shortName, made.signals], ['given', '城管局', 1]);
  const back = {
    id: newId(),
    problem: { id: made.id, made: true, version: made.version },
    sorted: true,
    signals: [id],
  };
  const undo = (body: object) => ok('dispatcher', 'POST', '/dispatches/taken-back', { dispatches: [body] });
  assert.deepEqual((await undo(back)).back, [id]);
  assert.deepEqual((await undo(back)).back, [id]);
  const again = await queued();
  assert.deepEqual([again.state, again.decided, again.categories[0].path], ['untriaged', null, '井盖']);
  assert.equal((await ok('dispatcher', 'GET', `/problems/${made.id}`)).state, 'closed');

  const other = await send([{ ...one, id: newId(), make: { id: newId(), title: '窨井盖翘起' } }]);
  const second = other.sent[0]!.problem;
  await decide('head', `/problems/${second.id}`, 'signatures');
  const late = await undo({ ...back, id: newId(), problem: { id: second.id, made: true, version: second.version } });
  assert.deepEqual([late.back, late.left[0].code], [[], 'changed_meanwhile']);
  assert.match(late.left[0].message.zh, /签收/);
});

test('a thousand at once: chunk by chunk, one bad row stops only itself, and what was sent before is not done again', async () => {
  const signals = await alike(1_000);
  const target = await problem([await signal('临江路工地施工')], '临江路工地夜间施工');
  const closed = await problem([await signal('老工地')], '老工地');
  await decide('dispatcher', `/problems/${closed}`, 'withdrawals', { reason: '立错了' });
  await propose(signals, 'repeat', [{ id: target, confidence: 0.9, because: [] }]);
  const before = await ledgerOf('signal.gather');
  const taken = signals[120]!;
  await ok('otherDispatcher', 'POST', `/signals/${taken}/dispositions`, {
    ...(await seen('otherDispatcher', `/signals/${taken}`)),
    ...{ kind: 'not_accepted', code: 'test' },
  });
  const chunks = Array.from({ length: 10 }, (_, n) => [
    { id: newId(), signals: signals.slice(n * 100, n * 100 + 99), into: target },
    { id: newId(), signals: [signals[n * 100 + 99]!], into: n === 4 ? closed : target },
  ]);
  for (const chunk of chunks.slice(0, 6)) await send(chunk);
  // The connection broke before the sixth was answered: whoever resumes sends it again, and what comes after.
  const answers = [];
  for (const chunk of chunks) answers.push(await send(chunk));
  const left = answers.flatMap((answer) => answer.left);
  assert.deepEqual(
    left.map((one) => [one.signals, one.code]),
    [
      [[taken], 'signal_taken'],
      [[signals[499]], 'not_now'],
    ],
  );
  assert.match(left[0]!.message.zh, /先办了这一件：直接处置/);
  assert.equal(answers.flatMap((answer) => answer.sent).flatMap((one) => one.signals).length, 998);
  assert.equal((await ledgerOf('signal.gather')) - before, 998);
  assert.equal((await ok('dispatcher', 'GET', `/problems/${target}`)).signals, 999);
  const { rows } = await tx((own) =>
    sql<{ decision: string; n: number }>`select coalesce(decision, '') as decision, count(*)::int as n from proposal
      where chosen = ${target} or decided_at is null group by 1 order by 1`.execute(own),
  );
  assert.deepEqual(rows.find((row) => row.decision === 'taken')?.n, 998);
  const most = await call('dispatcher', 'POST', '/dispatches', {
    dispatches: [0, 1].map(() => ({ id: newId(), signals, into: target })),
  });
  assert.deepEqual([most.status, most.body.code], [422, 'too_many_at_once']);
});

test('who looks on learns who has taken what, and where it went', async () => {
  const [mine, theirs] = [await signal('路灯闪'), await signal('路灯灭')];
  await send(
    [{ id: newId(), signals: [theirs], make: { id: newId(), title: '路灯坏了' }, unitId: world.units.urban }],
    'otherDispatcher',
  );
  const { items } = await ok('dispatcher', 'POST', '/triage-desk/taken', { ids: [mine, theirs] });
  assert.deepEqual(
    items.map((item: { id: string; problem: { lead: string } }) => [item.id, item.problem.lead]),
    [[theirs, '城管局']],
  );
});
