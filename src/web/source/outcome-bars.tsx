/** The readings of a goal as bars from zero, with baseline and target as lines, charter and acceptance as marks. Plain SVG. */
import type { SourceLine } from '#views/source-line.api.ts';
import { figure, sentenceOf } from '#web/indicators/figures.ts';
import { CHART } from '#web/source/line-size.ts';
import { sourceWords } from '#web/source/source.words.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

/** The last so many readings. */
const MOST = 14;
const TOP = 16;
const FOOT = 15;
/** For the words of the two lines, at the right of the bars. */
const SIDE = 54;

export function OutcomeBars({ goal }: { goal: SourceLine['goals'][number] }) {
  const t = useWords(sourceWords);
  const language = useLanguage();
  const { indicator, baseline, target, charteredOn, acceptedOn } = goal;
  const readings = goal.readings.slice(-MOST);
  const width = CHART.width - SIDE;
  const floor = CHART.height - FOOT;
  const values = [...readings.map(({ value }) => value), baseline, target];
  const low = Math.min(0, ...values);
  const high = Math.max(...values) || 1;
  const y = (value: number) => floor - ((value - low) / (high - low)) * (floor - TOP);
  const step = Math.min(26, width / readings.length);
  const wide = Math.max(step - 4, 2);
  const right = step * readings.length;
  /** Between two bars: the day falls before the first reading that begins on it or later. */
  const placeOf = (day: string | null): number | null => {
    const index = day === null ? -1 : readings.findIndex(({ from }) => from >= day);
    if (day === null || (index < 0 && readings[readings.length - 1]!.to < day)) return null;
    return Math.max((index < 0 ? readings.length : index) * step - 2, 0.5);
  };
  const [charter, accepted] = [placeOf(charteredOn), placeOf(acceptedOn)];
  /** Two marks that stand near each other are written away from each other. */
  const near = charter !== null && accepted !== null && accepted - charter < 34;
  const mark = (x: number | null, name: string, said: string, side: 'start' | 'end') =>
    x !== null && (
      <g className={name}>
        <line x1={x} x2={x} y1={10} y2={floor + 3} />
        <text
          x={near ? x + (side === 'end' ? -3 : 3) : x}
          y={CHART.height - 1}
          textAnchor={near ? side : x < 14 ? 'start' : 'middle'}
        >
          {said}
        </text>
      </g>
    );
  const [upper, lower] = baseline > target ? [y(baseline), y(target)] : [y(target), y(baseline)];
  /** Where the two lines are near each other their words still stand apart. */
  const push = Math.max(0, 14 - (lower - upper)) / 2;
  const level = (value: number, name: string, said: string) => {
    const above = y(value) === upper;
    return (
      <g className={name}>
        <line x1={0} x2={Math.max(right, width)} y1={y(value)} y2={y(value)} />
        <text x={Math.max(right, width) + 4} y={y(value) + 4 + (above ? -push : push)}>
          {said}
        </text>
      </g>
    );
  };
  const last = readings[readings.length - 1]!;
  return (
    <svg
      className="ln-chart"
      width={CHART.width}
      height={CHART.height}
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      role="img"
      aria-label={sentenceOf(goal.readings, indicator, goal, language)}
    >
      {readings.map(({ id, from, value }, index) => (
        <rect
          key={id}
          className={acceptedOn !== null && from >= acceptedOn ? 'is-after' : ''}
          x={index * step}
          y={Math.min(y(value), y(Math.max(low, 0)))}
          width={wide}
          height={Math.max(Math.abs(y(value) - y(Math.max(low, 0))), 1)}
        />
      ))}
      {level(baseline, 'is-baseline', t('baseline', { value: figure(baseline, indicator.digits) }))}
      {level(target, 'is-target', t('target', { value: figure(target, indicator.digits) }))}
      {mark(charter, 'is-mark', t('charterMark'), 'end')}
      {mark(accepted, 'is-mark', t('acceptMark'), 'start')}
      <text className="is-last" x={right - step + wide / 2} y={y(last.value) - 4} textAnchor="middle">
        {figure(last.value, indicator.digits)}
      </text>
    </svg>
  );
}
