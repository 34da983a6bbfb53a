import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, heldAgainst, surenessOf } from '#triage/category/proposal.ts';

const answer = (confidence: number, because = ['路灯']): Answer => ({ id: 'a', confidence, because });

test('below the threshold, or without a word that speaks for it, nothing is proposed', () => {
  const sure = [answer(0.8), answer(0.1, [])];
  assert.deepEqual(heldAgainst(sure, 0.8), { answers: sure, withheld: [] });
  assert.deepEqual(heldAgainst(sure, 0.81), { answers: [], withheld: sure });
  assert.deepEqual(heldAgainst([answer(1, [])], 0), { answers: [], withheld: [answer(1, [])] });
  assert.deepEqual(heldAgainst([], 0), { answers: [], withheld: [] });
});

test('confidence is told in three words', () => {
  assert.deepEqual([1, 0.9, 0.89, 0.7, 0.69, 0].map(surenessOf), ['high', 'high', 'fair', 'fair', 'low', 'low']);
});
