import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineOf } from '#web/source/line.fixture.ts';
import { besides, columns, graphOf, unfolded } from '#web/source/line-graph.ts';
import { focused, pathAlong, pathThrough, stepTo } from '#web/source/line-path.ts';

const middling = { problems: 2, causes: 6, measures: 4, projects: 2, tasks: 30, seed: 5 };

test('folded or not, every thing stands in exactly one node, and no decision is lost but those inside a stack', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }), fc.nat(), (most, tasks, seed) => {
      const line = lineOf({ ...middling, seed });
      const { nodes, edges } = graphOf(line, { most, tasks, open: new Set() });
      const held = nodes.flatMap(({ holds }) => holds).sort();
      const all = Object.values({
        ...line,
        edges: [],
        signals: line.signals.map((one) => ({ id: `signals:${one.problemId}` })),
      })
        .filter(Array.isArray)
        .flatMap((list: { id: string }[]) => list.map(({ id }) => id));
      assert.deepEqual(held, all.sort());
      for (const column of columns)
        assert.ok(nodes.filter((node) => node.column === column && node.kind !== 'hidden').length <= Math.max(most, 1));
      const holder = new Map(nodes.flatMap((node) => node.holds.map((id) => [id, node.id])));
      const stacked = (id: string) => holder.get(id)?.startsWith('stack:') ?? false;
      const inside = line.edges.filter(
        ({ kind, from, to }) =>
          holder.get(from) === holder.get(to) || (besides.has(kind) && (stacked(from) || stacked(to))),
      ).length;
      assert.equal(
        edges.reduce((sum, { decisions }) => sum + decisions.length, 0),
        line.edges.length - inside,
      );
    }),
  );
});

test('a column with nothing in it holds a place, and what is hidden is said', () => {
  const line = { ...lineOf({ ...middling, causes: 0, measures: 0, projects: 0, tasks: 0 }) };
  const kinds = (hidden: number) =>
    graphOf({ ...line, hidden: { problems: 0, projects: hidden, tasks: 0 } }).nodes.map(({ id }) => id);
  assert.deepEqual(kinds(0).slice(-6), [
    'none:cause',
    'none:measure',
    'none:project',
    'none:task',
    'none:acceptance',
    'none:goal',
  ]);
  assert.ok(kinds(2).includes('hidden:project') && !kinds(2).includes('none:project'));
});

test('more than six tasks of one project are a stack, which unfolds', () => {
  const line = lineOf({ ...middling, projects: 1, measures: 0 });
  const { nodes } = graphOf(line);
  const stack = nodes.find(({ id }) => id === 'stack:task:j0')!;
  assert.ok(stack.holds.length > 6);
  const open = graphOf(line, { ...unfolded, open: new Set([stack.id]) }).nodes;
  for (const id of stack.holds) assert.ok(open.some((node) => node.id === id));
});

const chain = lineOf({ problems: 2, causes: 3, measures: 2, projects: 1, tasks: 2, seed: 9 });
const graph = graphOf(chain);
const order = graph.nodes.map(({ id }) => id);

test('the path through a node goes back to the words and on to the outcome, and leaves what lies beside', () => {
  const lit = pathThrough(graph, ['a0']);
  assert.ok(lit.nodes.has('j0') && lit.nodes.has('g0') && lit.nodes.has('signals:b0'));
  assert.ok(!lit.nodes.has('t0') && !lit.nodes.has('t1'), 'tasks lead to no acceptance');
  for (const edge of graph.edges)
    if (lit.edges.has(edge.id)) assert.ok(lit.nodes.has(edge.from) && lit.nodes.has(edge.to));
  const [shown] = graph.edges.filter(({ kind }) => kind === 'shown');
  const along = pathAlong(graph, shown!);
  assert.ok(along.edges.has(shown!.id) && !along.edges.has('aimed j0 g0'));
});

test('?focus= finds a thing, an indicator by its goal, a whole column, and nothing of another line', () => {
  assert.deepEqual(focused(graph, chain, 'm1'), ['m1']);
  assert.deepEqual(focused(graph, chain, 'i0'), ['g0']);
  assert.deepEqual(focused(graph, chain, 'cause').sort(), ['c0', 'c1', 'c2']);
  assert.deepEqual(focused(graph, chain, 'elsewhere'), []);
});

test('arrow keys go along the edges, onto each and over it, and up and down beside it', () => {
  const from = (at: string, ...ways: Parameters<typeof stepTo>[3][]) =>
    ways.reduce<string | null>((id, way) => id && stepTo(graph, order, id, way), at);
  assert.equal(from('signals:b0', 'right'), 'gathered signals:b0 b0');
  assert.equal(from('signals:b0', 'right', 'right'), 'b0');
  assert.equal(
    from('j0', 'right', 'down'),
    graph.edges.filter(({ from }) => from === 'j0').sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to))[1]?.id,
  );
  assert.equal(from('c0', 'down'), 'c1');
  assert.equal(from('signals:b0', 'left'), null);
  assert.equal(from('b0', 'left', 'left'), 'signals:b0');
});
