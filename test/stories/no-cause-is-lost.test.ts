/** However causes are added, hung elsewhere, linked, merged, and problems merged: none is lost, none goes in a circle. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addCause, restoreCause, withdrawCause } from '#cause/cause.actions.ts';
import { linkCause, mergeCause, rehangCause, unlinkCause } from '#cause/tree.actions.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { mergeProblem } from '#triage/gather.actions.ts';

const story = await testCity();
const { tx, actor, city, installation, settle } = story;
const { signal, problem } = stepsOf(story);
const dispatcher = await actor('dispatcher');
const problems: string[] = [];
for (let i = 0; i < 7; i++) problems.push(await problem([await signal(`第 ${i} 个问题`)]));
const causes: string[] = [];

const verbs = ['add', 'add', 'add', 'rehang', 'rehang', 'link', 'unlink', 'merge', 'withdraw', 'restore'] as const;
type Move = { verb: (typeof verbs)[number] | 'mergeProblems'; a: number; b: number; p: number; root: boolean };

const moves = fc.array(
  fc.record({
    verb: fc.constantFrom<Move['verb']>(...verbs, ...verbs, ...verbs, 'mergeProblems'),
    a: fc.nat(30),
    b: fc.nat(30),
    p: fc.nat(6),
    root: fc.boolean(),
  }),
  { minLength: 10, maxLength: 30 },
);

/** Tries the move as a dispatcher who has just looked. @returns whether it was taken */
async function attempt({ verb, a, b, p, root }: Move): Promise<boolean> {
  const one = causes[a % Math.max(1, causes.length)] ?? newId();
  const other = causes[b % Math.max(1, causes.length)] ?? newId();
  const problemId = problems[p]!;
  const made = newId();
  try {
    await tx(async (own) => {
      const row = await own.selectFrom('cause').select('version').where('id', '=', one).executeTakeFirst();
      const on = await own.selectFrom('problem').select('version').where('id', '=', problemId).executeTakeFirst();
      const seen = { id: newId(), version: row?.version ?? 1 };
      const described = { layer: 'operational', kind: 'rule', words: '原因' } as const;
      const parentId = root ? null : other;
      const taken = {
        add: () => addCause(own, dispatcher, problemId, { id: made, ...described, parentId }),
        rehang: () => rehangCause(own, dispatcher, one, { ...seen, parentId }),
        link: () => linkCause(own, dispatcher, one, { ...seen, problemId, reason: '' }),
        unlink: () => unlinkCause(own, dispatcher, one, { ...seen, problemId, reason: '' }),
        merge: () => mergeCause(own, dispatcher, one, { ...seen, into: other, reason: '' }),
        withdraw: () => withdrawCause(own, dispatcher, one, seen),
        restore: () => restoreCause(own, dispatcher, one, seen),
        mergeProblems: () =>
          mergeProblem(own, dispatcher, problemId, {
            id: newId(),
            version: on!.version,
            into: problems[p % 2]!,
            reason: '一件事',
          }),
      };
      await taken[verb]();
    });
    if (verb === 'add') causes.push(made);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.body.status < 500) return false;
    throw error;
  }
}

const rows = async (sql: string) =>
  (await installation.owner.query(`set search_path to ${city.schema}; ${sql}`)) as unknown;
const second = (answer: unknown) => (answer as { rows: Record<string, unknown>[] }[])[1]!.rows;

/** Every cause that stands, and the problems above it; how many stand in a circle. */
async function standing(): Promise<Map<string, string[]>> {
  const found = second(
    await rows(`
    with recursive above as (select id as thing, id, parent_id, 0 as depth from cause where state not in ('withdrawn', 'merged')
      union all select a.thing, c.id, c.parent_id, a.depth + 1 from cause c join above a on c.id = a.parent_id where a.depth < 100)
    select thing, max(depth)::int as depth, array_remove(array_agg(distinct e.problem_id), null) as problems
      from above a left join problem_cause e on e.cause_id = a.id and e.closed_at is null group by thing`),
  );
  for (const { thing, depth } of found) assert.ok((depth as number) < 100, `a circle above ${thing}`);
  return new Map(found.map(({ thing, problems: on }) => [thing as string, on as string[]]));
}

test('after any sequence every cause that stands hangs under a problem, and nothing it served was lost but by a verb that says so', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      for (const move of sequence) {
        const before = await standing();
        if (!(await attempt(move))) continue;
        taken++;
        await settle();
        const after = await standing();
        for (const [thing, on] of after) assert.ok(on.length > 0, `${thing} hangs under nothing after ${move.verb}`);
        if (move.verb === 'mergeProblems') continue;
        for (const [thing, on] of before) {
          const now = after.get(thing);
          if (!now || move.verb === 'unlink') continue;
          for (const one of on) assert.ok(now.includes(one), `${move.verb} lost a problem of ${thing}`);
        }
      }
    }),
    { numRuns: 7, seed: 20261122 },
  );
  assert.ok(taken > 40, `only ${taken} moves were taken`);
});
