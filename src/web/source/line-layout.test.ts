import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineOf, type Shape } from '#web/source/line.fixture.ts';
import { columns, graphOf, type LineNode, unfolded } from '#web/source/line-graph.ts';
import { layOut, type Size } from '#web/source/line-layout.ts';
import { crossings, orderColumns } from '#web/source/line-order.ts';

/** Heights between 40 and 300, always the same for the same node. */
const sizeOf = ({ id, column }: LineNode): Size => ({
  width: 150 + columns.indexOf(column) * 8,
  height: 40 + ([...id].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 260),
});

const shape = fc.record({
  ...{ problems: fc.integer({ min: 1, max: 5 }), causes: fc.integer({ min: 0, max: 40 }) },
  ...{ measures: fc.integer({ min: 0, max: 30 }), projects: fc.integer({ min: 0, max: 8 }) },
  ...{ tasks: fc.integer({ min: 0, max: 60 }), seed: fc.integer({ min: 1, max: 1 << 30 }) },
});
const laidOf = (of: Shape) => {
  const graph = graphOf(lineOf(of), { ...unfolded, tasks: 400 });
  return { graph, laid: layOut(graph, sizeOf) };
};

test('no two boxes overlap, and each stands within its column and the picture', () => {
  fc.assert(
    fc.property(shape, (of) => {
      const { graph, laid } = laidOf(of);
      assert.equal(laid.boxes.length, graph.nodes.length);
      const kinds = new Map(graph.nodes.map((node) => [node.id, columns.indexOf(node.column)]));
      const sorted = [...laid.boxes].sort((a, b) => a.y - b.y);
      for (const [index, box] of sorted.entries()) {
        const head = laid.heads[kinds.get(box.id)!]!;
        assert.ok(box.x >= head.x && box.x + box.width <= head.x + head.width + 1e-6);
        assert.ok(box.y >= -1e-6 && box.y + box.height <= laid.height + 1e-6);
        for (const other of sorted.slice(index + 1)) {
          if (other.y >= box.y + box.height - 1e-6) break;
          assert.ok(other.x >= box.x + box.width || box.x >= other.x + other.width, `${box.id} over ${other.id}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('columns stand from left to right, and every curve begins and ends at its boxes', () => {
  fc.assert(
    fc.property(shape, (of) => {
      const { graph, laid } = laidOf(of);
      for (const [index, head] of laid.heads.slice(1).entries())
        assert.ok(head.x >= laid.heads[index]!.x + laid.heads[index]!.width);
      assert.equal(laid.curves.length, graph.edges.length, 'no edge is lost');
      const at = new Map(laid.boxes.map((box) => [box.id, box]));
      for (const { edge, points, shape: drawn } of laid.curves) {
        if (drawn !== 'flow') continue;
        const [from, to] = [at.get(edge.from)!, at.get(edge.to)!];
        assert.deepEqual(points[0], [from.x + from.width, from.y + from.height / 2]);
        assert.deepEqual(points[points.length - 1], [to.x, to.y + to.height / 2]);
        for (const [i, [x]] of points.slice(1).entries()) assert.ok(x > points[i]![0], 'onward only');
      }
    }),
    { numRuns: 60 },
  );
});

test('the same line is drawn the same, in whichever order its edges came', () => {
  fc.assert(
    fc.property(shape, (of) => {
      const line = lineOf(of);
      const other = { ...line, edges: [...line.edges].reverse() };
      assert.deepEqual(layOut(graphOf(line), sizeOf).boxes, layOut(graphOf(other), sizeOf).boxes);
    }),
    { numRuns: 40 },
  );
});

test('a tree stays together: below a cause stand its own causes before any other', () => {
  fc.assert(
    fc.property(shape, (of) => {
      const { graph, laid } = laidOf(of);
      const y = new Map(laid.boxes.map((box) => [box.id, box.y]));
      const causes = graph.nodes.filter(({ column }) => column === 'cause').sort((a, b) => y.get(a.id)! - y.get(b.id)!);
      const way: string[] = [];
      for (const { id, under } of causes) {
        if (under === null) way.length = 0;
        else way.length = way.indexOf(under) + 1;
        assert.ok(under === null || way.length > 0, `${id} stands away from ${under}`);
        way.push(id);
      }
    }),
    { numRuns: 40 },
  );
});

test('ordering never makes more crossings, and leaves none where none need be', () => {
  const item = (id: string, column: number) => ({ id, column, under: null });
  const items = [...'abcdef'].flatMap((id) => [item(`${id}0`, 0), item(`${id}1`, 1)]);
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: 12 }), (mixed) => {
      const links = [...'abcdef'].map((id) => ({ from: `${id}0`, to: `${id}1` }));
      assert.equal(crossings(orderColumns(mixed, links, 2), links), 0);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 14 }), (pairs) => {
      const name = (n: number) => 'abcdef'[n];
      const links = pairs.map(([a, b]) => ({ from: `${name(a)}0`, to: `${name(b)}1` }));
      const given = [0, 1].map((column) => items.filter((one) => one.column === column));
      assert.ok(crossings(orderColumns(items, links, 2), links) <= crossings(given, links));
    }),
  );
});

test('crossings are counted as by looking at every pair', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 20 }), (pairs) => {
      const order = [0, 1].map((column) =>
        [0, 1, 2, 3, 4, 5, 6].map((n) => ({ id: `${column}${n}`, column, under: null })),
      );
      const links = pairs.map(([a, b]) => ({ from: `0${a}`, to: `1${b}` }));
      const looked = pairs.reduce(
        (sum, [a, b], i) => sum + pairs.slice(i + 1).filter(([c, d]) => (a - c) * (b - d) < 0).length,
        0,
      );
      assert.equal(crossings(order, links), looked);
    }),
  );
});

test('400 nodes are laid out in less than 50 ms', () => {
  const line = lineOf({ problems: 8, causes: 110, measures: 110, projects: 20, tasks: 120, seed: 3 });
  const once = () => {
    const begun = process.cpuUsage();
    const graph = graphOf(line, { ...unfolded, tasks: 400 });
    layOut(graph, sizeOf);
    assert.ok(graph.nodes.length >= 380, String(graph.nodes.length));
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
  // The first rounds are spent on compiling; other tests run beside this one.
  const times = Array.from({ length: 9 }, once);
  assert.ok(Math.min(...times) < 50, `${times.map((ms) => ms.toFixed(0))} ms`);
});
