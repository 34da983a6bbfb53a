/** A project in the tests: drafted by the clerk, led by the head, reviewed from outside, chartered by the office. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { storeDocument } from '#platform/stored.ts';
import type { Charter } from '#project/charter.ts';
import type { TestCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import type { ProjectPage } from '#views/project.api.ts';

/** Days on which the story's project stands; the world begins on 12 March 2026. */
export const days = { starts: '2026-03-12', first: '2026-04-10', second: '2026-05-20', ends: '2026-06-30' };

export function projectsOf(story: TestCity) {
  const { call, world, city } = story;
  const { ok, signal, problem } = stepsOf(story);
  const see = (id: string, name: PersonName = 'office'): Promise<ProjectPage> => ok(name, 'GET', `/projects/${id}`);

  /** A decision on the project as it stands; the answer whatever its status. */
  async function decide(name: PersonName, id: string, noun: string, more: object = {}) {
    const { version } = await see(id);
    const method = noun === 'charter' || noun === 'team' ? 'PUT' : 'POST';
    return call(name, method, `/projects/${id}/${noun}`, { id: newId(), version, ...more });
  }

  /** The same, where it must succeed. */
  async function done(name: PersonName, id: string, noun: string, more: object = {}) {
    const answer = await decide(name, id, noun, more);
    assert.equal(answer.status, 200, `${name} ${noun}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async function indicator(name = '夜间噪音工单'): Promise<string> {
    const id = newId();
    await ok('office', 'POST', '/indicators', {
      ...{ id, name, unitWords: '件/月', direction: 'lower', digits: 0, validFrom: '2025-01-01' },
      ...{ numerator: '夜间噪音工单数', denominator: '', source: '12345', method: '', ownerUnit: world.units.urban },
    });
    return id;
  }

  async function read(id: string, from: string, to: string, value: number) {
    const { items } = await ok('office', 'GET', '/indicators?limit=200');
    const { version } = items.find((one: { id: string }) => one.id === id);
    return call('office', 'POST', `/indicators/${id}/readings`, {
      ...{ id: newId(), version, from, to, value, unitWords: '件/月', source: '月报' },
    });
  }

  const file = async (words: string) => {
    const { hash } = await storeDocument(city, Readable.from([Buffer.from(words)]), 1 << 20);
    return { hash, name: `${words}.txt` };
  };

  /** A full charter; `more` makes it another one. */
  const charterOf = (problemId: string, indicatorId: string, more: Partial<Charter> = {}): Charter => ({
    title: '夜市噪音专项整治',
    level: 'branch',
    unitId: world.units.urban,
    leadId: world.people.head,
    reviewerId: world.people.waterHead,
    background: '夜市周边居民反复反映噪音',
    effect: '居民夜里睡得着',
    method: '比较整治前后同月工单数',
    startsOn: days.starts,
    endsOn: days.ends,
    problems: [problemId],
    measures: [],
    goals: [
      {
        ...{ id: newId(), indicatorId, baseline: 48, baselineOn: '2026-02-28', baselineSource: '二月工单' },
        ...{ target: 20, targetOn: '2026-08-31' },
      },
    ],
    milestones: [
      { id: newId(), title: '完成摸排', dueOn: days.first, evidenceAsked: '摸排台账' },
      { id: newId(), title: '设备整改', dueOn: days.second, evidenceAsked: '整改照片' },
    ],
    team: [{ role: 'execute', personId: world.people.official, unitId: null, duty: '夜间巡查' }],
    ...more,
  });

  async function draft(more: Partial<Charter> = {}) {
    const problemId = await problem([await signal('夜市太吵睡不着')], '夜市噪音');
    await ok('dispatcher', 'POST', `/problems/${problemId}/assignments`, {
      ...{ id: newId(), version: 1, unitId: world.units.urban, role: 'lead' },
    });
    const indicatorId = await indicator(`夜间噪音工单 ${newId().slice(-6)}`);
    const id = newId();
    await ok('clerk', 'POST', '/projects', {
      ...{ id: newId(), projectId: id, title: '夜市噪音', level: 'branch', unitId: world.units.urban },
      problems: [problemId],
    });
    const charter = charterOf(problemId, indicatorId, more);
    await done('clerk', id, 'charter', { charter });
    return { id, problemId, indicatorId, charter };
  }

  async function running(more: Partial<Charter> = {}) {
    const made = await draft(more);
    await done('clerk', made.id, 'proposals');
    await done('office', made.id, 'charters', { chartered: true, words: '切口小，有难度，同意立项' });
    return made;
  }

  /** Reports the milestone and has it acknowledged. */
  async function reach(id: string, milestoneId: string, passed = true) {
    await done('head', id, 'reports', { milestoneId, words: '已完成', files: [await file(`佐证 ${milestoneId}`)] });
    const [report] = (await see(id)).reports;
    return done('waterHead', id, 'acknowledgements', { reportId: report!.id, passed, words: '核过台账' });
  }

  const passing = { result: 'passed', words: '现场看过，居民认可', panel: [], files: [] };
  async function presented(more: Partial<Charter> = {}) {
    const made = await running(more);
    for (const { id } of made.charter.milestones) await reach(made.id, id);
    await done('head', made.id, 'presentations', { words: '节点都已达到，请验收' });
    return made;
  }
  return { see, decide, done, indicator, read, file, charterOf, draft, running, reach, presented, passing };
}
