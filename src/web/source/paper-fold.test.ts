import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf } from '#web/source/line.fixture.ts';
import { thingsOf } from '#web/source/line-things.ts';
import { fitted, LEAST, PAPER } from '#web/source/paper-fold.ts';

const shapes = {
  one: { problems: 1, causes: 0, measures: 0, projects: 0, tasks: 0, seed: 1 },
  forty: { problems: 1, causes: 12, measures: 10, projects: 3, tasks: 9, seed: 2 },
  large: { problems: 6, causes: 110, measures: 110, projects: 20, tasks: 120, seed: 3 },
  projects: { problems: 30, causes: 40, measures: 4, projects: 60, tasks: 400, seed: 4 },
};

for (const [name, shape] of Object.entries(shapes))
  test(`on one A3 sheet with words of 7 points: ${name}`, () => {
    const line = lineOf(shape);
    const { graph, laid, zoom, x, y } = fitted(thingsOf(line));
    assert.ok(zoom >= LEAST, `${zoom}`);
    assert.ok(x >= -1e-6 && y >= -1e-6);
    assert.ok(laid.width * zoom <= PAPER.width + 1e-6 && laid.height * zoom <= PAPER.height + 1e-6);
    const held = new Set(graph.nodes.flatMap(({ holds }) => holds));
    for (const { id } of [...line.causes, ...line.tasks, ...line.goals])
      assert.ok(held.has(id), 'folded, not left out');
  });
