/** Whatever is tried in whatever order: a project is closed only on readings after its acceptance, or on signed waivers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#clock/day.ts';
import { testCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';

const story = await testCity();
const { installation, pass } = story;
const { see, decide, read, presented, running, passing } = projectsOf(story);

const today = () => dayOf(installation.clock.now());
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What is known of the project without asking the program. */
type Model = { state: string; acceptedOn: string | null; readings: string[]; waived: boolean; closings: number };
type Made = Awaited<ReturnType<typeof presented>>;
type Move = { name: string; run: (made: Made, model: Model) => Promise<void> };

const tried = async (made: Made, who: 'head' | 'office', noun: string, more: object = {}) =>
  (await decide(who, made.id, noun, more)).status === 200;

const moves: Move[] = [
  {
    name: 'present',
    run: async (made, model) => {
      const open = model.state === 'running';
      assert.equal(await tried(made, 'head', 'presentations', { words: '请验收' }), open);
      if (open) model.state = 'presented';
    },
  },
  {
    name: 'pass',
    run: async (made, model) => {
      const open = model.state === 'presented';
      assert.equal(await tried(made, 'office', 'acceptances', { ...passing, heldOn: today() }), open);
      if (open) Object.assign(model, { state: 'accepted', acceptedOn: today(), waived: false });
    },
  },
  {
    name: 'fail',
    run: async (made, model) => {
      const open = model.state === 'presented';
      assert.equal(await tried(made, 'office', 'acceptances', { ...passing, result: 'failed', heldOn: today() }), open);
      if (open) model.state = 'running';
    },
  },
  {
    name: 'read',
    run: async (made, model) => {
      const from = later(today(), -2);
      const answer = await read(made.indicatorId, from, later(from, 1), 30);
      if (answer.status === 200) model.readings.push(from);
    },
  },
  {
    name: 'waive',
    run: async (made, model) => {
      const shown = model.readings.some((from) => model.acceptedOn !== null && from >= model.acceptedOn);
      const open = model.state === 'accepted' && !model.waived && !shown;
      const goalId = made.charter.goals[0]!.id;
      assert.equal(await tried(made, 'office', 'waivers', { goalId, reason: '没有来源了' }), open);
      if (open) model.waived = true;
    },
  },
  {
    name: 'close',
    run: async (made, model) => {
      const shown = model.readings.some((from) => model.acceptedOn !== null && from >= model.acceptedOn);
      const open = model.state === 'accepted' && (shown || model.waived);
      assert.equal(await tried(made, 'office', 'closings', { words: '结项' }), open);
      if (open) Object.assign(model, { state: 'closed', closings: model.closings + 1 });
    },
  },
  {
    name: 'reopen',
    run: async (made, model) => {
      const open = model.state === 'accepted' || model.state === 'closed';
      assert.equal(await tried(made, 'office', 'reopenings', { reason: '又多起来' }), open);
      if (open) model.state = 'running';
    },
  },
  { name: 'a week', run: async () => pass({ days: 7 }) },
];

/** A project whose milestones are reached, so that every move ahead can be tried at once. */
async function begin(): Promise<{ made: Made; model: Model }> {
  const made = await presented();
  return { made, model: { state: 'presented', acceptedOn: null, readings: [], waived: false, closings: 0 } };
}

test('no order of moves closes a project that is not shown', async () => {
  const names = moves.map(({ name }) => name);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 14 }), async (order) => {
      const { made, model } = await begin();
      for (const name of order) {
        await moves.find((one) => one.name === name)!.run(made, model);
        const page = await see(made.id);
        assert.equal(page.state, model.state, name);
        assert.equal(page.closings.length, model.closings, 'every closing stays in the record');
      }
    }),
    { numRuns: 12 },
  );
});

test('a project that runs, is proposed, drafted or dropped is never closed', async () => {
  const { id } = await running();
  assert.equal((await decide('office', id, 'closings', { words: '结项' })).body.code, 'not_now');
  await decide('office', id, 'ends', { how: 'drop', reason: '并入其他项目' });
  assert.equal((await see(id)).state, 'dropped');
  assert.equal((await decide('office', id, 'closings', { words: '结项' })).body.code, 'not_now');
  assert.equal((await decide('office', id, 'reopenings', { reason: '再来' })).body.code, 'not_now');
});
