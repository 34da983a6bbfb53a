import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CauseNode, MeasureCard } from '#cause/cause.api.ts';
import { type Box, INDENT, layOut, linesIn } from '#web/causes/layout.ts';
import { branchOf, outlineOf, ROOT, rowsOf, stepFrom } from '#web/causes/outline.ts';

const cause = (id: string, parentId: string | null): CauseNode => ({
  id,
  parentId,
  rootHere: parentId === null,
  layer: 'operational',
  kind: 'process',
  words: id,
  state: 'unverified',
  judged: null,
  evidence: [],
  elsewhere: 0,
  buttons: [],
  version: 1,
});
const measure = (id: string, causes: string[], together: string[] = []): MeasureCard => ({
  id,
  layer: together.length > 0 ? 'operational' : 'organisational',
  words: id,
  state: 'proposed',
  causes,
  together,
  buttons: [],
  version: 1,
});

const causes = [cause('a', null), cause('b', null), cause('aa', 'a'), cause('ab', 'a'), cause('stray', 'elsewhere')];
const measures = [measure('m', ['a', 'b'], ['n']), measure('n', ['aa'])];
const outline = outlineOf({ causes, measures });
const height = () => 60;

test('the outline reads from the problem down; a measure of two causes is drawn once; a parent that is not here is none', () => {
  assert.deepEqual(
    rowsOf(outline).map(({ id, depth }) => `${id} ${depth}`),
    [`${ROOT} 0`, 'a 1', 'm 1', 'aa 2', 'n 2', 'ab 2', 'b 1', 'stray 1'],
  );
  assert.deepEqual([...branchOf(outline, 'a')].sort(), ['a', 'aa', 'ab']);
});

test('arrows: up and down in the column or by line, left to what it hangs on, right to the first below', () => {
  const rows = rowsOf(outline);
  const go = (from: string, way: 'up' | 'down' | 'left' | 'right', columns = true) =>
    stepFrom(rows, from, way, columns);
  assert.deepEqual(
    [go('a', 'down'), go('m', 'down'), go('m', 'down', false), go('b', 'up'), go('aa', 'left'), go('a', 'right')],
    ['m', 'b', 'aa', 'm', 'a', 'aa'],
  );
  assert.deepEqual([go(ROOT, 'up'), go(ROOT, 'right'), go('ab', 'right'), go('gone', 'down')], [ROOT, 'a', 'ab', ROOT]);
});

test('columns go right by depth, measures hang below their cause, lines join what belongs together', () => {
  const { boxes, lines } = layOut(outline, height);
  const at = (id: string) => boxes.find((box) => box.id === id)!;
  assert.ok(at(ROOT).x < at('a').x && at('a').x < at('aa').x && at('a').x === at('b').x);
  assert.equal(at('m').x, at('a').x + INDENT);
  assert.ok(at('m').y > at('a').y + 60 && at('m').y < at('b').y);
  assert.deepEqual(
    lines.filter((line) => line.kind !== 'hangs').map((line) => line.id),
    ['answers a m', 'together m n', 'answers aa n', 'also m b'],
  );
});

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('whatever the tree and the heights, nothing overlaps and nothing stands outside', () => {
  const parents = fc.array(fc.nat(), { maxLength: 25 });
  fc.assert(
    fc.property(
      parents,
      fc.array(fc.nat(24), { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 20, max: 260 })),
      (under, on, sizes) => {
        const grown = under.map((above, i) => cause(`c${i}`, above % (i + 1) === i ? null : `c${above % (i + 1)}`));
        const hung = on.filter((i) => i < grown.length).map((i, n) => measure(`m${n}`, [`c${i}`]));
        const heights = new Map<string, number>();
        const heightOf = (id: string) => heights.get(id) ?? heights.set(id, sizes.next().value ?? 20).get(id)!;
        const { boxes, width, height: whole } = layOut(outlineOf({ causes: grown, measures: hung }), heightOf);
        assert.equal(boxes.length, 1 + grown.length + hung.length);
        for (const [i, box] of boxes.entries()) {
          assert.ok(box.x >= 0 && box.y >= -0.001 && box.x + box.width <= width && box.y + box.height <= whole + 0.001);
          for (const other of boxes.slice(i + 1)) assert.ok(!overlap(box, other), `${box.id} on ${other.id}`);
        }
      },
    ),
  );
});

test('lines: a Chinese character is one em wide, others about half of one', () => {
  assert.deepEqual(
    [linesIn('', 10), linesIn('一二三四五六七八九十', 10), linesIn('一二三四五六七八九十一', 10)],
    [1, 1, 2],
  );
  assert.deepEqual([linesIn('abcdefghij', 10), linesIn('一\n二', 10)], [1, 2]);
});
