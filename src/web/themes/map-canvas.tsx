/** The drawn map: ECharts with the parts it needs, fetched when a map is shown. Drawn as SVG; a theme leads to its page. */
import { HeatmapChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useRef, useState } from 'react';
import { palette } from '#web/look/palette.ts';
import { useMode } from '#web/look/theme.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { cellsOf, heightOf, type MapDrawing, optionOf, widthOf } from '#web/themes/map-option.ts';
import { useLanguage } from '#web/words/words.ts';

use([
  ...[HeatmapChart, ScatterChart, GridComponent, TooltipComponent, VisualMapComponent],
  ...[MarkAreaComponent, MarkLineComponent, LabelLayout, SVGRenderer],
]);

type MapCanvasProps = Pick<MapDrawing, 'way' | 'themes' | 'areas'> & { words: string };

/** `words`: what a reader hears in place of the picture. */
export function MapCanvas({ words, ...drawn }: MapCanvasProps) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const [width, setWidth] = useState(0);
  const { go } = usePlace();
  const mode = useMode();
  const language = useLanguage();
  const { way, themes, areas } = drawn;
  const height = heightOf({ ...drawn, width });

  useLayoutEffect(() => {
    const box = frame.current!;
    chart.current = init(paper.current!, null, { renderer: 'svg', width: box.clientWidth, height });
    setWidth(box.clientWidth);
    const seen = new ResizeObserver(() => setWidth(box.clientWidth));
    seen.observe(box);
    return () => {
      seen.disconnect();
      chart.current?.dispose();
    };
  }, [height]);

  useLayoutEffect(() => {
    const drawing = chart.current;
    if (width === 0 || !drawing) return;
    drawing.resize({ width: widthOf({ way, areas, width }), height });
    drawing.setOption(optionOf({ way, themes, areas, width, language, colors: palette[mode] }), { notMerge: true });
    const cells = way === 'matrix' ? cellsOf(themes, areas) : [];
    drawing.on('click', (one) => {
      const named = one.componentType === 'yAxis' ? themes.find(({ name }) => name === one.value) : undefined;
      const theme = named ?? (way === 'matrix' ? cells[one.dataIndex]?.theme : themes[one.dataIndex]);
      if (theme) go(`/themes/${theme.id}`);
    });
    return () => void drawing.off('click');
  }, [way, themes, areas, width, height, mode, language, go]);

  return (
    <div ref={frame} className="map-frame">
      <div ref={paper} role="img" aria-label={words} style={{ height }} />
    </div>
  );
}
