/** The drawn trend: ECharts with the parts it needs, fetched when it is shown. SVG, so that it prints sharp. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useRef } from 'react';
import type { TrendDay } from '#triage/warning/warning.api.ts';
import { palette } from '#web/look/palette.ts';
import { useMode } from '#web/look/theme.tsx';
import { trendOption } from '#web/warnings/trend-option.ts';
import { warningWords } from '#web/warnings/warning.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const HEIGHT = 260;

/** `words`: what a reader hears in place of the picture. */
export function TrendCanvas({ days, words }: { days: readonly TrendDay[]; words: string }) {
  const t = useWords(warningWords);
  const times = useTimes();
  const mode = useMode();
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useLayoutEffect(() => {
    const box = frame.current!;
    chart.current = init(box, null, { renderer: 'svg', width: box.clientWidth, height: HEIGHT });
    const seen = new ResizeObserver(() => chart.current?.resize({ width: box.clientWidth }));
    seen.observe(box);
    return () => {
      seen.disconnect();
      chart.current?.dispose();
    };
  }, []);
  useLayoutEffect(() => {
    const names = { people: t('people'), usual: t('usual'), rare: t('rare') };
    const option = trendOption({ days, names, colors: palette[mode], sayDay: times.day });
    chart.current?.setOption(option, { notMerge: true });
  }, [days, mode, t, times]);
  return <div ref={frame} className="chart-canvas" role="img" aria-label={words} style={{ height: HEIGHT }} />;
}
