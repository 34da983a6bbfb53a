import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { together } from '#people/together.ts';
import { problem } from '#platform/problem.ts';

type Item = { sender: string; n: number };

function watched(run: (items: Item[]) => void = () => {}) {
  const runs: number[][] = [];
  const send = together(
    (item: Item) => item.sender,
    async (items) => {
      runs.push(items.map(({ n }) => n));
      await sleep(5);
      run(items);
      return items.map(({ n }) => n * 10);
    },
  );
  return { runs, send: (n: number, sender = 'a') => send({ sender, n }) };
}

test('the first goes at once, those that come meanwhile go together, each with its own answer', async () => {
  const { runs, send } = watched();
  assert.deepEqual(await Promise.all([1, 2, 3].map((n) => send(n))), [10, 20, 30]);
  assert.deepEqual(runs, [[1], [2, 3]]);
  assert.equal(await send(4), 40);
});

test('senders do not wait for each other', async () => {
  const { runs, send } = watched();
  await Promise.all([send(1), send(2, 'b')]);
  assert.deepEqual(runs, [[1], [2]]);
});

test('a bad one among many is refused alone, and what comes later is taken', async () => {
  const { runs, send } = watched((items) => {
    if (items.some(({ n }) => n === 3)) throw problem('id_taken');
  });
  const settled = await Promise.allSettled([1, 2, 3, 4].map((n) => send(n)));
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(runs, [[1], [2, 3, 4], [2], [3], [4]]);
  assert.equal(await send(5), 50);
});

test('where the database is gone nobody is tried again', async () => {
  const { runs, send } = watched(() => {
    throw problem('unavailable');
  });
  const settled = await Promise.allSettled([1, 2, 3].map((n) => send(n)));
  assert.ok(settled.every(({ status }) => status === 'rejected'));
  assert.deepEqual(runs, [[1], [2, 3]]);
});

test('more than a hundred are more than one transaction', async () => {
  const { runs, send } = watched();
  await Promise.all(Array.from({ length: 202 }, (_, n) => send(n)));
  assert.deepEqual(
    runs.map((run) => run.length),
    [1, 100, 100, 1],
  );
});
