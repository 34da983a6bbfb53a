/** The charts of models as ECharts draws them, as SVG, so that they print sharp. */
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Draw } from '#web/chart/chart-frame.tsx';
import { palette } from '#web/look/palette.ts';
import { useIsPrinting } from '#web/look/printing.ts';
import { useMode } from '#web/look/theme.tsx';
import { useLanguage } from '#web/words/words.ts';

use([
  ...[BarChart, HeatmapChart, LineChart, ScatterChart],
  ...[GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer],
]);

/** A4 between its margins, less the frame of a part, in pixels. */
const PAPER = 650;

type DrawnChartProps = { draw: Draw; height: number; words: string };

/** `words`: what a reader hears in place of the picture. */
export function DrawnChart({ draw, height, words }: DrawnChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const [width, setWidth] = useState(0);
  const mode = useMode();
  const language = useLanguage();
  const printing = useIsPrinting();

  useLayoutEffect(() => {
    const box = frame.current!;
    chart.current = init(box, null, { renderer: 'svg', width: box.clientWidth, height });
    setWidth(box.clientWidth);
    const seen = new ResizeObserver(() => setWidth(box.clientWidth));
    seen.observe(box);
    return () => {
      seen.disconnect();
      chart.current?.dispose();
    };
  }, [height]);

  useLayoutEffect(() => {
    if (width === 0) return;
    const wide = printing ? Math.min(width, PAPER) : width;
    chart.current?.resize({ width: wide, height });
    const colors = palette[printing ? 'light' : mode];
    chart.current?.setOption(draw({ width: wide, colors, language }), { notMerge: true });
    chart.current?.getZr().flush();
  }, [draw, width, height, mode, language, printing]);

  return <div ref={frame} className="chart-canvas" role="img" aria-label={words} style={{ height }} />;
}
