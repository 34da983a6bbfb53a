/** Advice on a reply: by example, by the limit, and for anything that may be typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { examples } from '#text/reply/check-reply.golden.ts';
import { checkReply } from '#text/reply/check-reply.ts';

const at = new Date('2026-11-22T08:00:00Z');
const check = (words: string, reply: string, limit: Date | null = null) =>
  checkReply({ words, reply, repliedAt: at, limit });

test('each example gets the advice that it wants, and no other', () => {
  assert.ok(examples.length >= 50);
  const wrong = examples.flatMap(([words, reply, wished]) => {
    const kinds = check(words, reply).map((one) =>
      one.kind === 'when' ? `when「${reply.slice(one.from, one.to)}」` : one.kind,
    );
    const said = [...new Set(kinds)].join(' ');
    return said === wished ? [] : [`${words} | ${reply} | ${wished || 'nothing'}  ←  ${said || 'nothing'}`];
  });
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
});

test('what was asked is quoted in its own words', () => {
  const [first] = check('路灯坏了。请问公积金怎么提取？租房一年能提几次？', '公积金可以到市民中心2楼窗口办理。');
  assert.equal(first?.asked, '租房一年能提几次');
});

test('late from the first moment after the limit, counted in begun days', () => {
  const reply = '经核实属实，已办结，电话12345。';
  const late = (limit: string | null) =>
    check('井盖破损', reply, limit === null ? null : new Date(limit)).map((one) => one.days);
  assert.deepEqual(late('2026-11-22T08:00:00Z'), []);
  assert.deepEqual(late('2026-11-22T07:59:59Z'), [1]);
  assert.deepEqual(late('2026-11-20T08:00:00Z'), [2]);
  assert.deepEqual(late(null), []);
});

const pieces = fc.constantFrom(
  '将',
  '尽快',
  '请',
  '，',
  '。',
  '？',
  '\n',
  '已',
  '联系',
  '12345',
  '如',
  '什么时候',
  '柳絮苑',
  '😀',
  '\ud800',
  ' ',
  '（',
);
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
);

test('whatever is typed is answered, and each advice points into the reply', () => {
  fc.assert(
    fc.property(typed, typed, (words, reply) => {
      for (const { from, to, kind, asked } of check(words, reply)) {
        assert.ok(from >= 0 && from <= to && to <= reply.length);
        assert.equal(kind === 'point', asked !== undefined);
        assert.ok(asked === undefined || words.includes(asked.trim()));
      }
    }),
    { numRuns: 300 },
  );
});

// A cost that grows with the square of the length takes minutes here, and fails by the limit.
test('a long letter is answered at once', { timeout: 30_000 }, () => {
  for (const one of ['将尽快', '经', '请', '已', '0', '联系', '您好，', '如', '什么时候？', '根据', '可以', '。']) {
    const long = one.repeat(Math.ceil(20_000 / one.length));
    check(long, long.slice(0, 2_000));
  }
});
