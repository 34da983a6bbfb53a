/** A figure and the list behind it name the same months and filters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesOf } from '#web/rates/rate-address.ts';

const asked = { from: '2026-01', to: '2026-03', by: 'unit', channelId: 'c1', open: 'x' };

test('a line narrows what was asked for; a month is its own span; nobody known is none', () => {
  assert.equal(casesOf(asked, {}), '/rates/cases?from=2026-01&to=2026-03&channelId=c1');
  assert.equal(
    casesOf(asked, { by: 'unit', key: 'u1', question: 'response', exclusion: 'without' }),
    '/rates/cases?from=2026-01&to=2026-03&channelId=c1&unitId=u1&question=response&exclusion=without',
  );
  assert.equal(
    casesOf(asked, { by: 'area', key: null }),
    '/rates/cases?from=2026-01&to=2026-03&channelId=c1&areaId=none',
  );
  assert.equal(casesOf(asked, { by: 'month', key: '2026-02' }), '/rates/cases?from=2026-02&to=2026-02&channelId=c1');
});
