/** Who handled it before: units proposed when a signal arrives, the list first, past tickets second, and returns count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { makeLand } from '#test/duty.ts';
import { stepsOf } from '#test/steps.ts';
import type { ProposalShown } from '#triage/category/category.api.ts';
import { openTraining } from '#triage/category/model.store.ts';
import { beginTraining, runTraining } from '#triage/category/training.actions.ts';
import type { Learnt } from '#triage/duty/duty.api.ts';
import { discounted } from '#triage/duty/track-record.store.ts';

const story = await testCity();
const { city, world, tx, settle } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const { area, unit, category } = await makeLand(story);

const parts = ['三号楼', '七号楼', '东门', '西门', '二单元', '地下室'];
const says = [
  ['电梯困人', (at: string, n: number) => `${at}的电梯第 ${n} 次困人，轿厢抖动，维保单位不来`],
  ['停水', (at: string, n: number) => `${at}自来水停了 ${n} 天，龙头没有水，水管也漏`],
  ['广场舞', (at: string, n: number) => `${at}广场舞音响 ${n} 点还在放，跳舞的人太多太吵`],
] as const;
/** Problems closed by these units, each with so many signals: enough to learn from. */
const handled = [world.units.housing, world.units.water, unit.xinmin];
const PAST = 24;

test('the past teaches which unit handles what', async () => {
  for (const [i, [title, say]] of says.entries()) {
    const told = [];
    for (let n = 0; n < PAST; n++) told.push(await signal(say(parts[n % parts.length]!, n)));
    const id = await problem(told, title);
    await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: handled[i] });
    await tx(async (own) => {
      await own.updateTable('problem').set({ state: 'closed' }).where('id', '=', id).execute();
      const closed = { closed_by: world.people.dispatcher, closed_at: own.now, close_reason: 'finished' as const };
      await own.updateTable('assignment').set(closed).where('problem_id', '=', id).execute();
    });
  }
  await settle();
  const training = newId();
  await tx((own) => beginTraining(own, 'unit', training, null));
  await runTraining(city, training);
  assert.equal(await tx((own) => openTraining(own, 'unit')), undefined);
  const models = await tx((own) => own.selectFrom('text_model').select(['kind', 'state', 'trained_on']).execute());
  assert.deepEqual(models, [{ kind: 'unit', state: 'serving', trained_on: says.length * PAST }]);
});

const unitsFor = async (id: string): Promise<ProposalShown | undefined> => {
  await settle();
  const { proposals } = await ok('dispatcher', 'GET', `/signals/${id}/proposals`);
  return proposals.find((one: ProposalShown) => one.kind === 'unit');
};

test('a new signal is proposed to whoever handled its like, with the words that decided', async () => {
  const stuck = await signal('八号楼电梯又困人了，维保没人管');
  const proposed = await unitsFor(stuck);
  assert.equal(proposed?.answers[0]?.id, world.units.housing);
  assert.ok(proposed.answers[0].because.some((words) => '电梯又困人了维保'.includes(words)));
  const id = await problem([stuck], '八号楼电梯');
  const { learnt, list }: { learnt: Learnt[]; list: null } = await ok('dispatcher', 'GET', `/problems/${id}/duty`);
  assert.deepEqual([list, learnt[0]?.unit.id], [null, world.units.housing]);
  assert.match(learnt[0]!.why.zh, /与过去由它办结的工单相似：“/);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.water });
  const kept = await tx((own) =>
    own
      .selectFrom('proposal')
      .select(['decision', 'chosen'])
      .where('signal_id', '=', stuck)
      .where('kind', '=', 'unit')
      .execute(),
  );
  assert.deepEqual(kept, [{ decision: 'other', chosen: world.units.water }]);
});

test('with a list in force its line comes first; the category decided later proposes anew', async () => {
  const list = newId();
  await ok('office', 'POST', '/duty-lists', { id: list });
  const line = (more: object) =>
    ok('office', 'POST', `/duty-lists/${list}/lines`, { id: newId(), level: 'city', ...more });
  await line({ categoryId: category.works, leadUnit: world.units.urban, basis: '夜间施工查处' });
  await line({ categoryId: category.square, leadUnit: world.units.urban, withdrawn: true });
  const lists = (await ok('office', 'GET', '/duty-lists')).items;
  const issue = { id: newId(), version: lists[0].version, from: '2026-03-01', reason: '首版' };
  await ok('office', 'POST', `/duty-lists/${list}/issues`, issue);

  const dance = await signal('广场舞音响太吵，跳舞的人太多', { areaId: area[990101001] });
  assert.equal((await unitsFor(dance))?.answers[0]?.id, unit.xinmin);
  const decided = { decisionId: newId(), categoryId: category.square };
  await ok('dispatcher', 'POST', `/signals/${dance}/category`, decided);
  const anew = (await unitsFor(dance))!;
  assert.equal(anew.answers[0]?.id, world.units.urban);
  assert.match(anew.answers[0].because[0]!, /职责清单第 1 版第 2 条：噪音扰民\/广场舞噪音/);
  assert.ok(
    anew.answers.every(({ id }) => id !== unit.xinmin),
    'a withdrawn matter is not proposed to a township',
  );
});

test('what a unit sent back counts against it for that matter', async () => {
  const stuck = async () => {
    const id = await problem([await signal('电梯困人，轿厢抖动')], '又是电梯');
    await tx(async (own) => {
      const [edge] = await own.selectFrom('signal_problem').select('signal_id').where('problem_id', '=', id).execute();
      const by = { opened_by: world.people.dispatcher, opened_at: own.now };
      const row = { id: newId(), signal_id: edge!.signal_id, category_id: category.cut, ...by };
      await own.insertInto('signal_category').values(row).execute();
    });
    return id;
  };
  const sure = async (id: string) => {
    const { learnt }: { learnt: Learnt[] } = await ok('dispatcher', 'GET', `/problems/${id}/duty`);
    return learnt.find((one) => one.unit.id === world.units.housing);
  };
  const before = (await sure(await stuck()))!;
  await decide('dispatcher', `/problems/${await stuck()}`, 'assignments', { unitId: world.units.housing });
  const back = await stuck();
  await decide('dispatcher', `/problems/${back}`, 'assignments', { unitId: world.units.housing });
  // The head of housing is not among the people of these stories: the return is written as it would be.
  await tx((own) =>
    sql`update assignment set close_reason = 'returned', closed_at = ${own.now}, closed_by = ${world.people.dispatcher}
    where problem_id = ${back}`.execute(own),
  );
  const after = await sure(await stuck());
  assert.ok(Math.abs((after?.confidence ?? 0) - discounted(before.confidence, { kept: 1, returned: 1 })) < 0.001);
  assert.match(after!.why.zh, /一年内同类退回 1 次/);
});
