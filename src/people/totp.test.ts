import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandsOf } from '#people/demands.ts';
import { newTotpSecret, totpCode, totpStep } from '#people/totp.ts';

/** RFC 6238, appendix B: the secret '12345678901234567890', SHA-1; the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
];

test('the vectors of RFC 6238', () => {
  for (const [seconds, code] of vectors) {
    const now = new Date(seconds * 1_000);
    assert.equal(totpCode(SECRET, now), code);
    assert.equal(totpStep(SECRET, code, now, null), Math.floor(seconds / 30));
  }
});

test('a step of skew is forgiven, two are not; a used step, and any before it, are over', () => {
  const now = new Date('2026-03-12T01:00:00Z');
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const secret = newTotpSecret();
  const code = totpCode(secret, now);
  const step = totpStep(secret, code, now, null)!;
  assert.equal(totpStep(secret, code, after(30), null), step);
  assert.equal(totpStep(secret, code, after(-30), null), step);
  assert.equal(totpStep(secret, code, after(60), null), undefined);
  assert.equal(totpStep(secret, code, now, step), undefined);
  assert.equal(totpStep(secret, totpCode(secret, after(-30)), now, step), undefined);
  assert.equal(totpStep(secret, totpCode(secret, after(30)), now, step), step + 1);
});

test('what is asked for, in order', () => {
  const now = new Date('2026-03-12T01:00:00Z');
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const whole = { totpPassed: true, totpEnrolled: true, totpDemanded: true, passwordSetAt: days(1) };
  assert.deepEqual(demandsOf(whole, now), []);
  assert.deepEqual(demandsOf({ ...whole, totpPassed: false, passwordSetAt: days(91) }, now), ['totp', 'password']);
  assert.deepEqual(
    demandsOf({ ...whole, totpDemanded: false, totpPassed: false }, now),
    ['totp'],
    'who has enrolled by choice is asked too',
  );
  assert.deepEqual(demandsOf({ ...whole, totpEnrolled: false }, now), ['totp_enrol']);
  assert.deepEqual(demandsOf({ ...whole, totpEnrolled: false, totpDemanded: false, totpPassed: false }, now), []);
  assert.deepEqual(demandsOf({ ...whole, passwordSetAt: days(90) }, now), []);
});
