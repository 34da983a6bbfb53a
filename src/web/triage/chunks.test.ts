/** What a bulk run would do, and its chunks: nothing is lost, nothing twice, no chunk too large. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { linesOf, summaryOf } from '#web/triage/bulk-plan.ts';
import { CHUNK, chunksOf } from '#web/triage/chunks.ts';

type Given = { id: string; category?: string; unit?: string; into?: string; sure?: number; urgency?: string };

function item({ id, category, unit, into, sure = 0.95, urgency = 'normal' }: Given): QueueItem {
  const answer = (one: string | undefined, more: object = {}) =>
    one ? [{ id: one, confidence: sure, because: [], name: one, path: one, shortName: one, ...more }] : [];
  const repeat = {
    number: into,
    title: into,
    state: 'working',
    signals: 2,
    lead: { id: 'u1', name: 'u1', shortName: 'u1' },
  };
  return {
    ...{ id, number: id, title: '', words: `${id}的话`, place: null, urgency, secret: false, decided: null },
    ...{ repeats: answer(into, repeat), categories: answer(category), units: answer(unit) },
  } as unknown as QueueItem;
}

let next = 0;
const newId = () => `id-${next++}`;

test('those that stand out come first, each with its reason, and the sentence counts what is ticked', () => {
  const usual = Array.from({ length: 6 }, (_, n) => item({ id: `s${n}`, category: '噪音', unit: 'u1' }));
  const odd = [
    item({ id: 'x1', category: '供水', unit: 'u2' }),
    item({ id: 'x2' }),
    item({ id: 'x3', category: '噪音', unit: 'u1', urgency: 'critical' }),
    item({ id: 'x4', category: '噪音', unit: 'u1', sure: 0.4 }),
  ];
  const onto = [item({ id: 'g1', category: '噪音', into: 'P1' }), item({ id: 'g2', category: '噪音', into: 'P1' })];
  const lines = linesOf([...usual, ...odd, ...onto]);
  assert.deepEqual(
    lines.slice(0, 4).map((line) => [line.item.id, line.odd]),
    [
      ['x1', ['category', 'unit']],
      ['x2', ['none']],
      ['x3', ['urgent']],
      ['x4', ['unsure']],
    ],
  );
  const summary = summaryOf(lines.filter((line) => line.odd.length === 0));
  assert.deepEqual(summary, {
    ...{ count: 8, categories: [{ name: '噪音', count: 8 }], gathered: 2, problems: 1, fresh: 6, unassigned: 0 },
    units: [{ name: 'u1', count: 8 }],
  });
});

const given = fc.array(
  fc.record({
    category: fc.constantFrom('a', 'b', undefined),
    unit: fc.constantFrom('u', 'v', undefined),
    into: fc.constantFrom('P', 'Q', undefined),
  }),
  { maxLength: 240 },
);

test('every signal that has a way goes once, in chunks that are not too large, whichever way new problems are made', () => {
  fc.assert(
    fc.property(given, fc.boolean(), (list, together) => {
      const lines = linesOf(list.map((one, n) => item({ ...one, id: `s${n}` } as Given)));
      const chunks = chunksOf(lines, together ? '都是一件事' : null, newId);
      const sent = chunks.flat().flatMap((one) => one.signals);
      assert.deepEqual([...sent].sort(), lines.flatMap(({ item: { id }, way }) => (way ? id : [])).sort());
      for (const chunk of chunks) assert.ok(chunk.reduce((sum, one) => sum + one.signals.length, 0) <= CHUNK);
      const ids = chunks.flat().map((one) => one.id);
      assert.equal(new Set(ids).size, ids.length);
      const made = chunks.flat().flatMap((one) => one.make ?? []);
      const fresh = lines.filter(({ way }) => way && !way.into).length;
      assert.equal(made.length, together ? Math.min(1, fresh) : fresh);
      assert.ok(chunks.flat().every((one) => one.into || one.make));
    }),
  );
});
