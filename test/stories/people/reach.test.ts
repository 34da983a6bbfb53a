/** Whatever trees a city has had, a post reaches its unit, those below it today and their predecessors, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { postsOf } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { newSalt } from '#platform/keys.ts';
import { testCity } from '#test/database.ts';

const story = await testCity();
const UNITS = 9;
/** Before, on and after the day on which it is asked, 2026-03-12. */
const days = ['2026-01-01', '2026-03-11', '2026-03-12', '2026-03-13', '2026-06-01'];
const TODAY = '2026-03-12';

const span = fc.record({ from: fc.constantFrom(...days), to: fc.option(fc.constantFrom(...days)) });
const edge = fc.record({
  parent: fc.nat(UNITS - 1),
  child: fc.nat(UNITS - 1),
  span,
  relation: fc.constantFrom('part', 'leads', 'guides'),
});
const world = fc.record({
  edges: fc.array(edge, { maxLength: 16 }),
  successors: fc.array(
    fc.record({ before: fc.nat(UNITS - 1), after: fc.nat(UNITS - 1), at: fc.constantFrom(...days) }),
    { maxLength: 5 },
  ),
  post: fc.record({
    unit: fc.nat(UNITS - 1),
    span,
    reach: fc.constantFrom('city', 'closure', 'unit', 'self'),
    tree: fc.constantFrom('admin', 'party'),
  }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;
type Span = { from: string; to: string | null };

const holds = ({ from, to }: Span) => from <= TODAY && (to === null || TODAY < to);
const overlap = (a: Span, b: Span) =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to) && !isEmpty(a) && !isEmpty(b);
const isEmpty = ({ from, to }: Span) => to !== null && to <= from;

/** What the database lets stand: edges go down in number (no circle), one parent at a time, a unit once each way. */
function possible({ edges, successors, post }: World): World {
  const kept: World['edges'] = [];
  for (const one of edges) {
    const clash = kept.some(
      (other) => other.child === one.child && other.relation === one.relation && overlap(other.span, one.span),
    );
    const backwards = one.span.to !== null && one.span.to < one.span.from;
    if (one.parent < one.child && !clash && !backwards) kept.push(one);
  }
  const lines = successors.filter(
    (one, i) =>
      one.before < one.after &&
      successors.findIndex((other) => other.before === one.before && other.after === one.after) === i,
  );
  const span = post.span.to !== null && post.span.to < post.span.from ? { ...post.span, to: null } : post.span;
  return { edges: kept, successors: lines, post: { ...post, span } };
}

/** The same in a few lines of plain code: what the recursive query has to find. */
function expected({ edges, successors, post }: World): number[] {
  const reached = new Set([post.unit]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { parent, child, relation, span } of edges) {
      const authority = relation === (post.tree === 'admin' ? 'part' : 'leads');
      if (post.reach === 'closure' && authority && holds(span) && reached.has(parent)) reached.add(child);
    }
    for (const { before, after, at } of successors) if (at <= TODAY && reached.has(after)) reached.add(before);
  }
  return [...reached].sort();
}

async function build(tx: Tx, { edges, successors, post }: World): Promise<{ person: string; units: string[] }> {
  const units = Array.from({ length: UNITS }, newId);
  const row = { name: 'x', short_name: 'x', tree: 'admin' as const, kind: 'section' };
  await tx
    .insertInto('unit')
    .values(units.map((id) => ({ ...row, id })))
    .execute();
  for (const { parent, child, relation, span } of edges) {
    const dates = { valid_from: span.from, valid_to: span.to };
    await tx
      .insertInto('unit_edge')
      .values({ id: newId(), parent_id: units[parent]!, child_id: units[child]!, relation, ...dates })
      .execute();
  }
  for (const { before, after, at } of successors) {
    await tx
      .insertInto('unit_successor')
      .values({ predecessor_id: units[before]!, successor_id: units[after]!, kind: 'merged', at })
      .execute();
  }
  const [person, code] = [newId(), `r${newId().replaceAll('-', '_')}`];
  await tx.insertInto('person').values({ id: person, name: 'x', salt: newSalt() }).execute();
  const { reach, tree, unit, span } = post;
  await tx
    .insertInto('role')
    .values({ code, name_zh: 'x', name_en: 'x', sort: 'business', tree, reach, verbs: ['people.read'] })
    .execute();
  const dates = { valid_from: span.from, valid_to: span.to };
  await tx
    .insertInto('post')
    .values({ id: newId(), person_id: person, role_code: code, role_sort: 'business', unit_id: units[unit]!, ...dates })
    .execute();
  return { person, units };
}

/** Undoes the transaction of a case that held. */
class Undo extends Error {}

test('random trees with dated edges and successors', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (random) => {
      const city = possible(random);
      const held = story.tx(async (tx) => {
        const { person, units } = await build(tx, city);
        const posts = await postsOf(tx, person);
        assert.equal(posts.length, holds(city.post.span) ? 1 : 0);
        if (posts[0]) assert.deepEqual(posts[0].units.map((unit) => units.indexOf(unit)).sort(), expected(city));
        throw new Undo();
      });
      await assert.rejects(held, Undo);
    }),
    { numRuns: 150 },
  );
});
