import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#clock/day.ts';
import { type Drawing, heightOf, optionOf, rangeOf, spanOf } from '#web/indicators/chart-option.ts';
import { palette } from '#web/look/palette.ts';

const month = (name: string, value: number) => ({ from: `${name}-01`, to: `${name}-28`, value });
const drawing = (more: Partial<Drawing>): Drawing => ({
  ...{ points: [month('2026-09', 40), month('2026-10', 31)], bars: true, digits: 0, marks: [], beside: [] },
  ...{ width: 700, language: 'zh', colors: palette.light, ...more },
});
type Series = {
  data: number[][];
  markLine: { data: { yAxis?: number; xAxis?: number; label: { formatter: string } }[] };
};
const seriesOf = (more: Partial<Drawing>) => optionOf(drawing(more)).series as unknown as Series[];

test('bars stand on zero, whatever their height; a line shows where it moves', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), (list, goal) => {
      const points = list.map((value, i) => ({ from: addDays('2026-01-01', i), to: addDays('2026-01-01', i), value }));
      const target = goal === null ? undefined : { value: goal, words: '目标' };
      const bars = rangeOf({ points, bars: true, target });
      assert.equal(bars.min, 0);
      for (const { min, max } of [bars, rangeOf({ points, bars: false, target })]) {
        assert.ok(min >= 0 && min < max);
        for (const value of [...list, ...(goal === null ? [] : [goal])]) assert.ok(min <= value && value <= max);
      }
    }),
  );
});

test('the axis holds every reading and every mark, and is never without width', () => {
  const { min, max } = spanOf([month('2026-09', 1)], [{ day: '2026-07-02', words: '立项' }]);
  assert.deepEqual(
    [new Date(min).toISOString(), new Date(max).toISOString()].map((one) => one.slice(0, 10)),
    ['2026-07-02', '2026-09-29'],
  );
  const point = spanOf([{ from: '2026-09-05', to: '2026-09-05' }], []);
  assert.ok(point.max - point.min > 20 * 86_400_000);
});

test('baseline, target and marks stand in the picture with their words', () => {
  const [bars] = seriesOf({
    baseline: { value: 48, words: '基线' },
    target: { value: 35, words: '目标' },
    marks: [{ day: '2026-09-20', words: '立项' }],
  });
  assert.deepEqual(
    bars!.markLine.data.map(({ yAxis, label }) => [yAxis, label.formatter]),
    [
      [48, '基线 48'],
      [35, '目标 35'],
      [undefined, '立项'],
    ],
  );
});

test('what stands beside a count has a small chart of its own, and months that do not know it are left out', () => {
  const points = [
    { ...month('2026-09', 40), exposure: 900, control: null },
    { ...month('2026-10', 31), exposure: 950, control: 80 },
  ];
  const beside: Drawing['beside'] = [
    { key: 'exposure', words: '全部' },
    { key: 'control', words: '同类' },
  ];
  const series = seriesOf({ points, beside });
  assert.deepEqual(
    series.map(({ data }) => data.length),
    [2, 2, 1],
  );
  assert.ok(heightOf({ beside }) > heightOf({ beside: [] }));
});
