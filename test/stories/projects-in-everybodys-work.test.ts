/** What of a project waits for whom, from the draft to the closing; nobody is asked for what is not theirs to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { testCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';
import { stepsOf } from '#test/steps.ts';
import type { WorkItem } from '#views/desk.api.ts';

const story = await testCity();
const { pass } = story;
const { ok } = stepsOf(story);
const { see, done, read, draft, running, reach, passing, file } = projectsOf(story);

const work = async (name: PersonName, tab = 'todo'): Promise<WorkItem[]> => {
  const { items } = await ok(name, 'GET', `/my-work?tab=${tab}&limit=100`);
  return items.filter(({ kind }: WorkItem) => kind === 'project');
};
/** What each of the four is asked about this project. */
async function asked(id: string) {
  const of = async (name: PersonName) => (await work(name)).find((one) => one.id === id)?.what.zh ?? null;
  return {
    clerk: await of('clerk'),
    head: await of('head'),
    reviewer: await of('waterHead'),
    office: await of('office'),
  };
}
const nobody = { clerk: null, head: null, reviewer: null, office: null };

test('a draft waits for its drafter, a proposal for an approver who is not its lead', async () => {
  const { id } = await draft();
  assert.deepEqual(await asked(id), { ...nobody, clerk: '待提请立项' });
  await done('clerk', id, 'proposals');
  assert.deepEqual(await asked(id), { ...nobody, office: '待立项' });
  const [item] = (await work('office')).filter((one) => one.id === id);
  assert.equal(item?.due?.limit, 'charter');
});

test('running, it asks its lead for nothing until a milestone comes near; then by that day', async () => {
  const { id, charter } = await running();
  const [first] = charter.milestones;
  assert.deepEqual(await asked(id), nobody);
  pass({ days: 24 });
  assert.deepEqual(await asked(id), { ...nobody, head: '节点临期或逾期' });
  const [near] = (await work('head')).filter((one) => one.id === id);
  assert.deepEqual([near?.due?.dueAt, near?.due?.limit], ['2026-04-10T15:59:59.999Z', 'milestone']);
  const late = async () => (await ok('head', 'GET', '/my-work/counts')).late;
  const before = await late();
  pass({ days: 6 });
  assert.ok((await late()) > before, 'a milestone that is over counts as late');
  await done('head', id, 'reports', { milestoneId: first!.id, words: '摸排完毕', files: [await file('台账')] });
  assert.deepEqual(await asked(id), { ...nobody, reviewer: '进展待审核' });
  const { reports } = await see(id);
  await done('waterHead', id, 'acknowledgements', { reportId: reports[0]!.id, passed: true, words: '属实' });
  const wanted = { kind: 'end', endsOn: '2026-07-31' };
  await done('head', id, 'changes', { wanted, reason: '夜市换季' });
  assert.deepEqual(await asked(id), { ...nobody, office: '变更待审批' });
});

test('every milestone reached, it is to be presented, then accepted, then closed', async () => {
  const { id, charter, indicatorId } = await running({ startsOn: '2026-03-12' });
  for (const one of charter.milestones) await reach(id, one.id);
  assert.deepEqual(await asked(id), { ...nobody, head: '可以提请验收' });
  await done('head', id, 'presentations', { words: '请验收' });
  assert.deepEqual(await asked(id), { ...nobody, office: '待验收' });
  await done('office', id, 'acceptances', { ...passing, heldOn: '2026-04-01' });
  assert.deepEqual(await asked(id), { ...nobody, office: '待结项' });
  pass({ days: 30 });
  await read(indicatorId, '2026-04-02', '2026-05-01', 18);
  await done('office', id, 'closings', { words: '降到 18 件' });
  assert.deepEqual(await asked(id), nobody);
  assert.equal((await work('office', 'done')).find((one) => one.id === id)?.what.zh, '结项');
  assert.ok((await work('clerk', 'started')).some((one) => one.id === id));
});

test('whoever answers in a layer has it under what they were copied; it is found by number and by title', async () => {
  const { id } = await running({ title: '雨水口清掏长效机制' });
  assert.ok((await work('official', 'copied')).some((one) => one.id === id));
  const { number } = await see(id);
  for (const q of [number, '雨水口清掏']) {
    const { items } = await ok('head', 'POST', '/search', { q });
    assert.ok(
      items.some((one: { kind: string; id: string }) => one.kind === 'project' && one.id === id),
      q,
    );
  }
  const unseen = await ok('callTaker', 'POST', '/search', { q: '雨水口清掏' });
  assert.deepEqual(unseen.items, []);
});
