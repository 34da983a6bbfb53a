/** A word-sized chart: how the figures went, baseline and target as lines, the last one written out. Plain SVG. */
import { figure, type Measure, type Point, sentenceOf } from '#web/indicators/figures.ts';
import { useLanguage } from '#web/words/words.ts';
import '#web/indicators/indicator.css';

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 3;

type IndicatorSparkProps = {
  measure: Measure;
  points: readonly Point[];
  baseline?: number | null;
  target?: number | null;
};

export function IndicatorSpark({ measure, points, baseline, target }: IndicatorSparkProps) {
  const language = useLanguage();
  const last = points[points.length - 1];
  if (!last) return null;
  const values = [...points.map(({ value }) => value), ...[baseline, target].filter((one) => one != null)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) =>
    points.length === 1 ? WIDTH / 2 : EDGE + (index / (points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const level = (value: number | null | undefined, name: string) =>
    value != null && <line className={name} x1={0} x2={WIDTH} y1={y(value)} y2={y(value)} />;
  return (
    <span className="spark">
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sentenceOf(points, measure, { baseline, target }, language)}
      >
        {level(baseline, 'spark-baseline')}
        {level(target, 'spark-target')}
        <polyline points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')} />
        <circle cx={x(points.length - 1)} cy={y(last.value)} r={2.5} />
      </svg>
      <span className="figures">{figure(last.value, measure.digits)}</span>
    </span>
  );
}
