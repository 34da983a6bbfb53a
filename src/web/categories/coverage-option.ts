/** Coverage against accuracy: as the threshold rises, fewer signals get a proposal and more of these are right. Pure. */
import type { EChartsOption } from 'echarts';
import { type CoveragePoint, coverageAt } from '#triage/category/figures.ts';
import { common, percent, shareAcross, shareUp } from '#web/categories/chart-look.ts';
import { modelWords } from '#web/categories/model.words.ts';
import type { Draw } from '#web/chart/chart-frame.tsx';

/** Where both lines end close to each other their words would cover one another. */
const APART = 0.07;

/** @param threshold where the line stands; @param inForce the office's, drawn thinly where another one is tried. */
export const drawCoverage =
  (points: readonly CoveragePoint[], threshold: number, inForce: number): Draw =>
  ({ colors: c, language }): EChartsOption => {
    const at = coverageAt(points, threshold);
    const last = points[points.length - 1]!;
    const line = (key: 'answered' | 'accuracy', color: string, dashed: boolean, up: boolean) => ({
      ...{ type: 'line' as const, showSymbol: false, silent: true, z: 3 },
      data: points.map((point) => [point.threshold, point[key]]),
      lineStyle: { color, width: 2.5, type: dashed ? ('dashed' as const) : ('solid' as const) },
      endLabel: {
        ...{ show: true, color, fontWeight: 600 as const, distance: 6, formatter: modelWords[key][language] },
        offset: [0, Math.abs(last.answered - last.accuracy) < APART ? (up ? -9 : 9) : 0],
      },
    });
    const above = last.accuracy >= last.answered;
    /** The higher of the two is told above its point, the other below. */
    const dot = (value: number, color: string, isHigher: boolean) => ({
      value: [threshold, value],
      itemStyle: { color },
      label: { position: isHigher ? ('top' as const) : ('bottom' as const), color },
    });
    const more = at.answered > at.accuracy;
    return {
      ...common(c),
      grid: { left: 44, right: language === 'zh' ? 70 : 96, top: 34, bottom: 44 },
      xAxis: shareAcross(c, modelWords.thresholdAxis[language]),
      yAxis: shareUp(c, ''),
      series: [
        line('answered', c.accent, true, !above),
        line('accuracy', c.brand, false, above),
        {
          ...{ type: 'scatter', symbolSize: 9, silent: true, z: 5 },
          data: [dot(at.answered, c.accent, more), dot(at.accuracy, c.brand, !more)],
          label: {
            ...{ show: true, fontWeight: 600, distance: 6, backgroundColor: c.sheet, padding: [1, 3], borderRadius: 3 },
            formatter: ({ value }: { value: unknown }) => percent((value as number[])[1]!),
          },
          markLine: {
            ...{ symbol: 'none', silent: true, animation: false },
            data: [
              {
                xAxis: threshold,
                lineStyle: { color: c.ink, width: 1.5, type: 'solid' },
                // The sentence above and the slider below say where it stands.
                label: { show: false },
              },
              ...(Math.abs(inForce - threshold) > 0.004
                ? [{ xAxis: inForce, lineStyle: { color: c.edge, type: 'dotted' as const }, label: { show: false } }]
                : []),
            ],
          },
        },
      ],
    };
  };
