/** Routes of the heat map: one indicator as several units keep it, by months. */
import { z } from 'zod';
import { direction } from '#indicator/indicator.ts';
import { routes } from '#platform/api.ts';
import { id, unit } from '#rules/shapes.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const MOST_MONTHS = 36;

const asked = z.object({
  /** Absent: the one that most units keep. */
  name: z.string().trim().max(100).optional(),
  unitWords: z.string().trim().max(20).optional(),
  months: z.coerce.number().int().min(1).max(MOST_MONTHS).default(12),
});

/** The same name in the same unit of measure is the same indicator. */
const kept = z.object({ name: z.string(), unitWords: z.string(), units: z.int() });

export const heat = z.object({
  kept: z.array(kept),
  /** Null: nobody keeps an indicator that the viewer sees. */
  shown: kept.extend({ digits: z.int(), direction }).nullable(),
  months: z.array(month),
  /** A cell is the last reading inside the month; null: there is none, which is not zero. */
  rows: z.array(z.object({ indicator: id, number: z.string(), unit, cells: z.array(z.number().nullable()) })),
  /** Standing readings in these months that reach over the end of one, and stand in no cell. */
  across: z.int(),
});

export const heatApi = routes({
  map: {
    method: 'GET',
    path: '/indicator-heat',
    summary: { zh: '指标热力图：单位 × 月份', en: 'Heat map of an indicator: units by months' },
    verb: 'indicator.read',
    query: asked,
    reply: heat,
  },
  file: {
    method: 'GET',
    path: '/indicator-heat.xlsx',
    summary: { zh: '导出指标热力图', en: 'Export the heat map' },
    verb: 'indicator.read',
    query: z.record(z.string(), z.string()),
  },
});

export type Heat = z.infer<typeof heat>;
export type HeatQuery = z.output<typeof asked>;
export const heatQuery = asked;
