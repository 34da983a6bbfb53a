/** What starts a procedure without anybody: a closed list of events, each with its terms. */
import { z } from 'zod';
import { addDays, type Day, weekdayOf } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';
import { stepKey } from '#procedure/step.ts';
import { id } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const triggerKinds = {
  signal: { zh: '收到线索', en: 'A signal came' },
  date: { zh: '到了日期', en: 'A date has come' },
  indicator: { zh: '指标越线', en: 'An indicator crossed its line' },
  file: { zh: '文件导入完成', en: 'A file was taken in' },
  task_done: { zh: '另一流程的一步办完', en: 'A step of another procedure is done' },
  credit: { zh: '信用等级触发', en: 'A credit level was reached' },
} as const satisfies Record<string, Said>;
export type TriggerKind = keyof typeof triggerKinds;

export const creditLevels = {
  yellow: { zh: '黄', en: 'Yellow' },
  orange: { zh: '橙', en: 'Orange' },
  red: { zh: '红', en: 'Red' },
} as const satisfies Record<string, Said>;

export const terms = z.discriminatedUnion('kind', [
  /** Of a channel as it arrives; of a category (or one below it) as somebody decides it. */
  z.object({ kind: z.literal('signal'), channelId: id.nullable(), categoryId: id.nullable() }),
  /** `roll`: a day that is not worked moves to the next one that is. */
  z.discriminatedUnion('every', [
    z.object({ kind: z.literal('date'), every: z.literal('month'), day: z.int().min(1).max(28), roll: z.boolean() }),
    z.object({ kind: z.literal('date'), every: z.literal('week'), day: z.int().min(0).max(6), roll: z.boolean() }),
  ]),
  z.object({ kind: z.literal('indicator'), indicatorId: id, side: z.enum(['above', 'below']), line: z.number() }),
  z.object({ kind: z.literal('file'), channelId: id }),
  z.object({ kind: z.literal('task_done'), procedureId: id, key: stepKey }),
  z.object({ kind: z.literal('credit'), level: oneOf(creditLevels) }),
]);
export type Terms = z.infer<typeof terms>;
type DateTerms = Extract<Terms, { kind: 'date' }>;

/** Why no run began. */
export const refusals = {
  no_version: { zh: '当天没有启用的版本', en: 'no version was in force that day' },
  no_unit: { zh: '编制单位已撤销', en: 'the unit that owns it was abolished' },
} as const satisfies Record<string, Said>;
export type Refusal = keyof typeof refusals;

/** A programme that slept longer than this begins anew instead of making up for it. */
const MOST_DAYS = 62;

/**
 * The days after `after`, up to and with `to`, on which a date trigger fires.
 * @param isWorked of an office day
 */
export function datesDue(on: DateTerms, after: Day, to: Day, isWorked: (day: Day) => boolean): Day[] {
  const found = new Set<Day>();
  // A day that rolls may have been due up to some weeks before.
  for (let day = addDays(to, -MOST_DAYS - 31); day <= to; day = addDays(day, 1)) {
    if (on.every === 'month' ? Number(day.slice(8)) !== on.day : weekdayOf(day) !== on.day) continue;
    let rolled = day;
    for (let i = 0; on.roll && i < 31 && !isWorked(rolled); i++) rolled = addDays(rolled, 1);
    if (rolled > after && rolled <= to && rolled >= addDays(to, -MOST_DAYS)) found.add(rolled);
  }
  return [...found];
}
