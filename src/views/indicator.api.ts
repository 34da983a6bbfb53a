/** Routes of the read models of indicators: the page of one, and the list as a file. */
import { z } from 'zod';
import { definitionShown, indicatorItem, reading } from '#indicator/indicator.api.ts';
import { routes } from '#platform/api.ts';
import { button, id, instant, move, person } from '#rules/shapes.ts';

export const indicatorPage = indicatorItem.extend({
  /** In the order of the days they begin. */
  definitions: z.array(definitionShown),
  /** In the order of time, with those that were withdrawn. */
  readings: z.array(reading),
  /** The problem whose signals it counts, where the viewer sees that problem. */
  about: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  /** Which signals stand beside a count for comparison. */
  control: z.object({ matter: z.string(), category: z.string().nullable() }).nullable(),
  madeBy: person,
  madeAt: instant,
  buttons: z.array(button),
  history: z.array(move),
});

export const indicatorViewApi = routes({
  page: {
    method: 'GET',
    path: '/indicators/:id',
    summary: { zh: '一个指标：口径、读数与经过', en: 'An indicator: its definitions, readings and history' },
    verb: 'indicator.read',
    params: z.object({ id }),
    reply: indicatorPage,
  },
  file: {
    method: 'GET',
    path: '/indicators.xlsx',
    summary: { zh: '导出所见指标', en: 'Export the indicators seen' },
    verb: 'indicator.read',
    query: z.record(z.string(), z.string()),
  },
});

export type IndicatorPage = z.infer<typeof indicatorPage>;
