import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCrontab } from 'graphile-worker';
import type { Installation } from '#root/install.ts';
import { crontab, tasksOf } from '#root/worker.ts';

test('what runs by the clock can be read by the queue, and each line names a task that there is', () => {
  const tasks = tasksOf({ cities: new Map() } as unknown as Installation);
  const lines = parseCrontab(crontab);
  assert.ok(lines.length > 10);
  for (const { task } of lines) assert.ok(task in tasks, task);
});
