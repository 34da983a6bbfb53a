import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PersonalKind, personalSpans } from '#text/personal.ts';
import { phoneDigits } from '#text/phone.ts';

test('a span tells where, what and in which form', () => {
  const table: [words: string, found: string, kind: PersonalKind, value: string][] = [
    ['回电１３８－００００－１２３４谢谢', '１３８－００００－１２３４', 'phone', '13800001234'],
    ['回电+86 138 0000 1234', '+86 138 0000 1234', 'phone', '13800001234'],
    ['座机（0531）8800 1234转1', '（0531）8800 1234', 'phone', '053188001234'],
    ['电话8800-1234', '8800-1234', 'phone', '88001234'],
    ['证号370000 19000101 0010', '370000 19000101 0010', 'id_number', '370000190001010010'],
    ['证号11010519491231002x', '11010519491231002x', 'id_number', '11010519491231002X'],
    ['卡6228 4800 0000 0003 459', '6228 4800 0000 0003 459', 'bank_card', '6228480000000003459'],
    ['车鲁q·12345', '鲁q·12345', 'plate', '鲁Q12345'],
    ['信Zhang.San@Example.com', 'Zhang.San@Example.com', 'email', 'zhang.san@example.com'],
  ];
  for (const [words, found, kind, value] of table) {
    const start = words.indexOf(found);
    assert.deepEqual(personalSpans(words), [{ start, end: start + found.length, kind, value }], words);
  }
});

test('a phone between any words without digits is found, where it stands', () => {
  const around = fc.string({ unit: fc.constantFrom(...'漏水，。 \n电话编号x-') });
  const phone = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
  fc.assert(
    fc.property(around, phone, around, (before, [second, rest], after) => {
      const number = `1${second}${String(rest).padStart(9, '0')}`;
      const spans = personalSpans(before + number + after);
      assert.deepEqual(spans, [{ start: before.length, end: before.length + 11, kind: 'phone', value: number }]);
    }),
  );
});

test('spans are in order, do not overlap and lie within the words, whatever the words', () => {
  const unit = fc.constantFrom(
    ...'013456789 .-京鲁Aq@x元\u3000０８',
    '138',
    '0531',
    '3700001900010100',
    '86',
    'example.com',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (words) => {
      let from = 0;
      for (const { start, end, value } of personalSpans(words)) {
        assert.ok(start >= from && end > start && end <= words.length && value !== '');
        from = end;
      }
    }),
    { numRuns: 3000 },
  );
});

/** Processor time in ms; the least of three, since a machine that is busy only adds to it. */
function cost(words: string): number {
  const once = () => {
    const { user } = process.cpuUsage();
    personalSpans(words);
    return (process.cpuUsage().user - user) / 1000;
  };
  return Math.min(once(), once(), once());
}

test('a message of digits eight times as long costs some eight times as much, not sixty-four', () => {
  for (const piece of ['1', '1 ', '138 ', 'a@', '62 ', '京A', '0531-', '37000019']) {
    const [short, long] = [cost(piece.repeat(5_000)), cost(piece.repeat(40_000))];
    assert.ok(long < 24 * short + 20, `${piece}: ${short} and ${long} ms`);
  }
});

test('one phone has one form however it is written', () => {
  const same = [
    '13800001234',
    '138-0000-1234',
    '+86 138 0000 1234',
    '008613800001234',
    '013800001234',
    '１３８００００１２３４',
  ];
  for (const written of same) assert.equal(phoneDigits(written), '13800001234');
  for (const written of ['0531-88001234', '(0531)8800 1234', '+86 531 88001234', '86 0531 8800 1234']) {
    assert.equal(phoneDigits(written), '053188001234');
  }
  assert.equal(phoneDigits('8800-1234'), '88001234');
  assert.equal(phoneDigits('无'), '');
});
