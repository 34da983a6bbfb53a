import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from '#triage/theme/survey.ts';

test('the window moves with the day, and the same 60 days of last year are read with it', () => {
  const moving = { months: 12, from: null, to: null };
  const season = '2025-01-12';
  assert.deepEqual(spanOf(moving, '2026-03-12'), { from: '2025-03-13', to: '2026-03-12', read: season, season });
  assert.deepEqual(spanOf(moving, '2024-02-29').from, '2023-03-01');
  assert.deepEqual(spanOf({ months: 1, from: null, to: null }, '2026-03-31').from, '2026-03-01');
  const fixed = { months: null, from: '2026-01-01', to: '2026-02-28' };
  assert.deepEqual(spanOf(fixed, '2026-12-31'), {
    from: '2026-01-01',
    to: '2026-02-28',
    read: '2024-12-31',
    season: '2024-12-31',
  });
});
