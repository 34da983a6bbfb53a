/** Projects on the leader's page and in a unit's work: what is to be signed, what is red and with whom, and it goes once signed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { testCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';
import { stepsOf } from '#test/steps.ts';
import type { LeaderPage, UnitWork } from '#views/overview.api.ts';

const story = await testCity();
const { world, pass } = story;
const { ok } = stepsOf(story);
const { draft, done, running, presented, passing, file } = projectsOf(story);

const leader = (name: PersonName): Promise<LeaderPage> => ok(name, 'GET', '/leader');
const toSign = async (name: PersonName, kind: string) => (await leader(name)).sign.find((part) => part.kind === kind)!;
const ids = async (name: PersonName, kind: string) => (await toSign(name, kind)).items.map((item) => item.id);

test('a proposed project waits for the office, never for its lead, and goes once it is chartered', async () => {
  const { id } = await draft();
  await done('clerk', id, 'proposals');
  assert.ok((await ids('office', 'charter')).includes(id));
  assert.deepEqual(await ids('head', 'charter'), []);
  await done('office', id, 'charters', { chartered: true, words: '同意' });
  assert.ok(!(await ids('office', 'charter')).includes(id));
});

test('a report waits for the reviewer, a request for the approver, each with the version that decides it', async () => {
  const { id, charter } = await running();
  const [milestone] = charter.milestones;
  await done('head', id, 'reports', { milestoneId: milestone!.id, words: '摸排完毕', files: [await file('台账')] });
  const [report] = (await toSign('waterHead', 'report')).items;
  assert.deepEqual([report?.project, report?.notes[0]?.zh], [id, '节点：完成摸排']);
  const verdict = {
    id: crypto.randomUUID(),
    version: report!.version,
    reportId: report!.id,
    passed: true,
    words: '属实',
  };
  await ok('waterHead', 'POST', `/projects/${report!.project}/acknowledgements`, verdict);
  assert.deepEqual(await ids('waterHead', 'report'), []);
  await done('head', id, 'changes', { wanted: { kind: 'end', endsOn: '2026-09-30' }, reason: '夏季客流大' });
  const [change] = (await toSign('office', 'change')).items;
  assert.deepEqual([change?.project, change?.words, change?.notes[0]?.zh], [id, '夏季客流大', '调整结束日期']);
  assert.deepEqual(await ids('head', 'change'), []);
});

test('acceptance and closing wait for the office', async () => {
  const { id } = await presented();
  assert.ok((await ids('office', 'acceptance')).includes(id));
  await done('office', id, 'acceptances', { ...passing, heldOn: '2026-03-12' });
  assert.ok((await ids('office', 'closing')).includes(id));
});

test('a milestone that is over is red for its head, with whose turn it is, and stands in the unit’s work as late', async () => {
  const { id } = await running();
  assert.ok(!(await leader('head')).red.items.some((item) => item.id === id));
  pass({ days: 40 });
  const red = (await leader('head')).red.items.find((item) => item.id === id);
  assert.deepEqual([red?.kind, red?.due.limit, red?.turn.people[0]?.name], ['project', 'milestone', '罗建国']);
  const work: UnitWork = await ok('head', 'GET', `/units/${world.units.urban}/work`);
  const part = work.projects.find((one) => one.state === 'running');
  assert.ok(part && part.late >= 1 && part.late <= part.count, JSON.stringify(work.projects));
  const { count } = await ok('head', 'GET', `/projects/count?unitId=${world.units.urban}&state=running&late=true`);
  assert.equal(count, part.late, 'the list counts as the figure does');
});
