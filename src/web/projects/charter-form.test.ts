/** Between the charter and the wizard's form, and where each field of a refusal stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Charter } from '#project/charter.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { charterOf, formOf, linesOf, stepOf } from '#web/projects/charter-form.ts';

const charter: Charter = {
  ...{ title: '夜市噪音专项整治', level: 'branch', unitId: 'u1', leadId: 'p1', reviewerId: null },
  ...{ background: '', effect: '居民夜里睡得着', method: '', startsOn: '2026-03-12', endsOn: null },
  ...{ problems: ['q1', 'q2'], measures: ['m1'] },
  goals: [
    {
      ...{ id: 'g1', indicatorId: 'i1', baseline: 48, baselineOn: '2026-02-28', baselineSource: '二月工单' },
      ...{ target: 20, targetOn: '2026-08-31' },
    },
  ],
  milestones: [{ id: 's1', title: '摸排', dueOn: '2026-04-10', evidenceAsked: '台账' }],
  team: [
    { role: 'execute', personId: 'p2', unitId: null, duty: '夜间巡查' },
    { role: 'follow', personId: null, unitId: 'u2', duty: '' },
  ],
};

const since = { from: '2026-03-12T01:00:00Z', to: null };
const members: ProjectPage['members'] = [
  { id: 'a', role: 'lead', person: { id: 'p1', name: '罗建国' }, unit: null, duty: '', ...since },
  { id: 'b', role: 'execute', person: { id: 'p2', name: '吴涛' }, unit: null, duty: '夜间巡查', ...since },
  { id: 'c', role: 'follow', person: null, unit: { id: 'u2', name: '第一党支部', shortName: '' }, duty: '', ...since },
  { id: 'd', role: 'part', person: { id: 'p9', name: '周敏' }, unit: null, duty: '', ...since, to: since.from },
];

const page = {
  ...{ draft: { charter, missing: [] }, members, lead: { id: 'p1', name: '罗建国' }, reviewer: null },
  unit: { id: 'u1', name: '城市管理局', shortName: '城管局' },
  problems: [{ id: 'q1', number: 'P2026-00001', title: '夜市噪音', state: 'given' }],
  goals: [{ id: 'g1', indicator: { id: 'i1', name: '夜间噪音工单', unitWords: '件/月', direction: 'lower' } }],
} as unknown as ProjectPage;

test('what is not changed in the form is sent as it came, even a problem whose name the page does not know', () => {
  assert.deepEqual(charterOf(formOf(page)), charter);
});

test('the form names what the charter has by id', () => {
  const form = formOf(page);
  assert.deepEqual(form.unitId, { id: 'u1', name: '城管局' });
  assert.equal(form.problems[0]?.name, 'P2026-00001 夜市噪音');
  assert.equal(form.goals[0]?.indicatorId?.unitWords, '件/月');
});

test('whoever has left a layer is not put back into it', () => {
  assert.deepEqual(
    linesOf(members).map(({ person, unit }) => (person ?? unit)?.name),
    ['吴涛', '第一党支部'],
  );
});

test('each field of a refusal leads to the step on which it stands', () => {
  const steps = { 'goals.0.target': 'goals', 'milestones.1.dueOn': 'milestones', endsOn: 'milestones', effect: 'aim' };
  for (const [path, step] of Object.entries(steps)) assert.equal(stepOf(path), step, path);
  assert.equal(stepOf('leadId'), 'people');
});
