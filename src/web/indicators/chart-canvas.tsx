/** The drawn chart: ECharts with the parts it needs, fetched when a chart is shown. Drawn as SVG, so that it prints sharp. */
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useRef, useState } from 'react';
import { type Drawing, heightOf, optionOf } from '#web/indicators/chart-option.ts';
import { palette } from '#web/look/palette.ts';
import { useIsPrinting } from '#web/look/printing.ts';
import { useMode } from '#web/look/theme.tsx';
import { useLanguage } from '#web/words/words.ts';

use([CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type Drawn = Omit<Drawing, 'width' | 'language' | 'colors'>;

/** A4 between the margins of print.css, in pixels: 182 mm at 96 to the inch, less the frame of a part. */
const PAPER = 650;

/** `words`: what a reader hears in place of the picture. */
export function ChartCanvas({ drawn, words }: { drawn: Drawn; words: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const [width, setWidth] = useState(0);
  const mode = useMode();
  const language = useLanguage();
  const printing = useIsPrinting();
  const height = heightOf(drawn);

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
    chart.current?.setOption(optionOf({ ...drawn, width: wide, language, colors }), { notMerge: true });
    // Paper takes its picture before the next frame.
    chart.current?.getZr().flush();
  }, [drawn, width, height, mode, language, printing]);

  return <div ref={frame} className="chart-canvas" role="img" aria-label={words} style={{ height }} />;
}
