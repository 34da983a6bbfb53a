/** Figures of an indicator as they are read: rounded to its places, with its unit, and compared in one sentence. Pure. */
import type { Direction } from '#indicator/indicator.ts';
import { type Period, roundTo, unitKey } from '#indicator/reading.ts';
import type { Language } from '#platform/problem.ts';
import { sayPeriod } from '#web/indicators/period.ts';

export type Measure = { unitWords: string; digits: number; direction: Direction };
export type Point = Period & { value: number };

/** Narrow, and a line never breaks at it. */
const THIN = '\u202f';

/** `1 204`, `97.14`: thin groups, and as many places as the indicator has. */
export function figure(value: number, digits: number): string {
  const [whole = '', part] = roundTo(value, digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Baseline and target may be given finer than readings are: an average of 47.7 beside whole counts. */
export const levelFigure = (value: number, digits: number): string =>
  figure(value, Math.max(digits, Math.min(2, `${value}`.split('.')[1]?.length ?? 0)));

const unitShown = ({ unitWords }: Measure): string => (unitKey(unitWords) === '%' ? '%' : unitWords);

const levelWithUnit = (value: number, measure: Measure): string =>
  `${levelFigure(value, measure.digits)}${THIN}${unitShown(measure)}`;

/** With the unit: `31 件/月`, `97.14 %`. */
export const withUnit = (value: number, measure: Measure): string =>
  `${figure(value, measure.digits)}${THIN}${unitShown(measure)}`;

type Against = { value: number; zh: string; en: string };

/**
 * One sentence of what the chart shows: “2026年10月 31 件/月，比基线 48 件/月少 35.4 %；已达到目标 35 件/月”. A percentage is
 * compared in points: 2 % of a percentage would be read as two points.
 */
export function sentenceOf(
  points: readonly Point[],
  measure: Measure,
  lines: { baseline?: number | null | undefined; target?: number | null | undefined },
  language: Language,
): string {
  const last = points[points.length - 1];
  if (!last) return language === 'zh' ? '还没有读数' : 'There is no reading yet';
  const before = points[points.length - 2];
  const against: Against | undefined =
    lines.baseline != null
      ? { value: lines.baseline, zh: '基线', en: 'the baseline of' }
      : before && { value: before.value, zh: '上一期', en: 'the period before,' };
  const said = [`${sayPeriod(last, language)}${language === 'zh' ? ' ' : ': '}${withUnit(last.value, measure)}`];
  if (against) said.push(compared(last.value, against, measure, language));
  const sentence = said.join(language === 'zh' ? '，' : ', ');
  if (lines.target == null) return sentence;
  return `${sentence}${language === 'zh' ? '；' : '; '}${reached(last.value, lines.target, measure, language)}`;
}

function compared(value: number, { value: base, ...words }: Against, measure: Measure, language: Language): string {
  const other = levelWithUnit(base, measure);
  const change = roundTo(roundTo(value, measure.digits) - base, 6);
  if (change === 0) return language === 'zh' ? `与${words.zh} ${other} 持平` : `the same as ${words.en} ${other}`;
  const less = change < 0;
  const size = sizeOf(Math.abs(change), base, measure);
  if (language === 'en') return `${size.en} ${less ? 'below' : 'above'} ${words.en} ${other}`;
  return `比${words.zh} ${other} ${size.points ? (less ? '低' : '高') : less ? '少' : '多'} ${size.zh}`;
}

function sizeOf(change: number, base: number, { digits, unitWords }: Measure) {
  if (unitKey(unitWords) === '%') {
    const points = figure(change, Math.max(digits, 1));
    return { points: true, zh: `${points} 个百分点`, en: `${points} points` };
  }
  // Of nothing there is no share.
  const share = base === 0 ? figure(change, digits) : `${figure((change / Math.abs(base)) * 100, 1)}${THIN}%`;
  return { points: false, zh: share, en: share };
}

export const isReached = (value: number, target: number, direction: Direction): boolean =>
  direction === 'lower' ? value <= target : value >= target;

function reached(value: number, target: number, measure: Measure, language: Language): string {
  const goal = levelWithUnit(target, measure);
  const shown = roundTo(value, measure.digits);
  if (isReached(shown, target, measure.direction))
    return language === 'zh' ? `已达到目标 ${goal}` : `the target of ${goal} is reached`;
  const far = Math.abs(shown - target);
  const inPoints = unitKey(measure.unitWords) === '%' && sizeOf(far, target, measure);
  const left = inPoints ? inPoints[language] : levelWithUnit(roundTo(far, 6), measure);
  return language === 'zh' ? `距目标 ${goal} 还差 ${left}` : `${left} short of the target of ${goal}`;
}
