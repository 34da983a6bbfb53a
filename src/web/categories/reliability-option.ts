/** The reliability curve: how sure the model is, and how often it is right then. On the diagonal both are the same. Pure. */
import type { EChartsOption } from 'echarts';
import type { Figures } from '#triage/category/figures.ts';
import { common, percent, shareAcross, shareUp } from '#web/categories/chart-look.ts';
import { modelWords } from '#web/categories/model.words.ts';
import type { Draw } from '#web/chart/chart-frame.tsx';

type Bins = Figures['reliability'];

/** As large as its tickets, by area. */
const sizeOf = (answers: number, most: number): number => 7 + 19 * Math.sqrt(answers / most);

export const drawReliability =
  (bins: Bins): Draw =>
  ({ colors: c, language }): EChartsOption => {
    const most = Math.max(1, ...bins.map(({ answers }) => answers));
    const words = language === 'zh' ? '件' : '';
    return {
      ...common(c),
      grid: { left: 44, right: 26, top: 34, bottom: 44 },
      xAxis: shareAcross(c, modelWords.saidSure[language]),
      yAxis: shareUp(c, modelWords.wasRight[language]),
      series: [
        {
          ...{
            type: 'line',
            silent: true,
            showSymbol: false,
            data: [
              [0, 0],
              [1, 1],
            ],
          },
          lineStyle: { color: c.edge, type: 'dashed', width: 1.5 },
          markLine: {
            ...{ symbol: 'none', silent: true, animation: false, lineStyle: { opacity: 0 } },
            label: { formatter: modelWords.ideal[language], position: 'insideMiddleBottom', color: c.faint },
            data: [[{ coord: [0.05, 0.05] }, { coord: [0.5, 0.5] }]],
          },
        },
        {
          ...{ type: 'line', z: 4 },
          data: bins.map(({ confidence, right, answers }) => ({
            value: [confidence, right],
            symbol: 'circle',
            symbolSize: sizeOf(answers, most),
          })),
          showSymbol: true,
          lineStyle: { color: c.brand, width: 2 },
          itemStyle: { color: c.solid, opacity: 0.9 },
          label: {
            ...{ show: true, position: 'bottom', color: c.quiet, distance: 6 },
            formatter: ({ dataIndex }: { dataIndex: number }) => `${bins[dataIndex]!.answers}${words}`,
          },
          labelLayout: { hideOverlap: true },
          tooltip: {
            formatter: (one) => {
              const { confidence, right, answers } = bins[(one as { dataIndex: number }).dataIndex]!;
              return `${percent(confidence)} → <b>${percent(right)}</b> · ${answers}${words}`;
            },
          },
        },
      ],
    };
  };
