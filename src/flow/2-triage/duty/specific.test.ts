import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DutyLevel } from '#triage/duty/duty.ts';
import { type Asked, byPrecision, type Line, mostPrecise, speaksOf } from '#triage/duty/specific.ts';

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  line: Number(id),
  category: ['noise'],
  words: [],
  area: null,
  level: 'city',
  withdrawn: false,
  ...more,
});
const works = ['noise', 'works'];
const said = (lines: Line[], asked: Partial<Asked>) => {
  const { best, withdrawn } = mostPrecise(lines, { category: works, area: '9901021', words: '', ...asked });
  return { best: best.map(({ id }) => id), withdrawn: withdrawn?.id ?? null };
};

const list = [
  line('1'),
  line('2', { category: works }),
  line('3', { area: '9901' }),
  line('4', { area: '990102', level: 'district' }),
  line('5', { area: '990102', category: works, level: 'township' }),
  line('6', { category: null, words: ['广场舞', '音响'] }),
  line('7', { category: ['water'] }),
];

for (const [what, asked, best] of [
  ['the deeper area wins before the deeper category', {}, ['5']],
  ['in another district the line of the city', { area: '990103' }, ['3']],
  ['where the place is not known, lines of a place say nothing', { area: null }, ['2']],
  ['words name one matter where a category is a class', { area: null, words: '楼下广场舞太吵' }, ['6']],
  ['without a category only words speak', { category: null, words: '音响' }, ['6']],
  ['a matter of which no line speaks has none', { category: ['fire'] }, []],
] as const) {
  test(what, () => assert.deepEqual(said(list, asked).best, [...best]));
}

test('equally precise lines are all said, in the order of the list', () => {
  const two = [line('9', { category: works, level: 'township' }), line('8', { category: works })];
  assert.deepEqual(said(two, {}).best, ['8', '9']);
});

test('a matter that was withdrawn leaves no line of a township or village, however precise', () => {
  const withdrawn = line('10', { category: works, withdrawn: true });
  assert.deepEqual(said([...list, withdrawn], {}), { best: ['4'], withdrawn: '10' });
  assert.deepEqual(said([line('5', { level: 'village', area: '9901021' }), withdrawn], {}).best, ['10']);
});

const tree = [['a'], ['a', 'b'], ['a', 'b', 'c'], ['d'], ['d', 'e']];
const places = ['99', '9901', '990101', '990102', '990101001'];
const anyLine = fc.record({
  category: fc.option(fc.constantFrom(...tree)),
  words: fc.subarray(['水', '路灯', '噪音']),
  area: fc.option(fc.constantFrom(...places)),
  level: fc.constantFrom<DutyLevel>('city', 'district', 'township', 'village'),
  withdrawn: fc.boolean(),
});
const lists = fc
  .array(anyLine, { maxLength: 12 })
  .map((all) => all.map((one, i): Line => ({ ...one, id: String(i), line: i + 1 })));
const asking: fc.Arbitrary<Asked> = fc.record({
  category: fc.option(fc.constantFrom(...tree)),
  area: fc.option(fc.constantFrom(...places)),
  words: fc.constantFrom('', '路灯不亮', '停水了没水'),
});

test('the order in which lines stand decides nothing', () => {
  const shuffled = lists.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
  );
  fc.assert(
    fc.property(shuffled, asking, ([lines, other], asked) => {
      assert.deepEqual(mostPrecise(other, asked), mostPrecise(lines, asked));
    }),
  );
});

test('what is said speaks of the matter, nothing left is more precise, and adding what does not speak changes nothing', () => {
  fc.assert(
    fc.property(lists, asking, (lines, asked) => {
      const { best, withdrawn } = mostPrecise(lines, asked);
      for (const one of best) {
        assert.ok(speaksOf(one, asked));
        assert.ok(!withdrawn || one.level === 'city' || one.level === 'district');
      }
      const left = lines.filter(
        (one) => speaksOf(one, asked) && !(withdrawn && (one.level === 'township' || one.level === 'village')),
      );
      assert.equal(best.length > 0, left.length > 0);
      assert.ok(left.every((one) => byPrecision(best[0]!, one) <= 0));
      const silent = lines.filter((one) => !speaksOf(one, asked));
      const speaking = lines.filter((one) => speaksOf(one, asked));
      assert.deepEqual(mostPrecise(speaking, asked), { best, withdrawn });
      assert.deepEqual(mostPrecise(silent, asked), { best: [], withdrawn: null });
    }),
  );
});
