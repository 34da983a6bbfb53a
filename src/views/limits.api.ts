/** Routes that show limit rules, and what a change of one would have done. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { routes } from '#platform/api.ts';
import { ruleDraft } from '#rules/limit-rule.api.ts';
import { ruledLimits } from '#rules/limit-rule.ts';
import { MOST_STAGES, milestone } from '#rules/milestone.ts';
import { id } from '#rules/shapes.ts';

/** What is no JSON is no list either, and refused as such. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const limitItem = ruleDraft.extend({
  id,
  /** Its name; null: any. */
  channel: z.string().nullable(),
  /** Its path in the tree; null: any. */
  category: z.string().nullable(),
  /** Who wrote it; null: it came with the program. */
  madeBy: z.string().nullable(),
});

export const limitsApi = routes({
  list: {
    method: 'GET',
    path: '/limits',
    summary: { zh: '时限规则', en: 'Limit rules' },
    verb: 'limit.manage',
    reply: z.object({
      programme: z.object({ zh: z.string(), en: z.string(), number: z.int() }),
      items: z.array(limitItem),
    }),
  },
  /** Of the limits that ended in the last whole month, those for which the rule would have been the closest. */
  preview: {
    method: 'GET',
    path: '/limits/preview',
    summary: { zh: '改了会怎样', en: 'What a change would have done' },
    verb: 'limit.manage',
    query: z.object({
      limitName: z.enum(ruledLimits),
      channelId: id.optional(),
      categoryId: id.optional(),
      urgency: z.enum(['normal', 'urgent', 'critical']).optional(),
      class: z.enum(['simple', 'prominent', 'common']).optional(),
      unitOfTime: z.enum(unitsOfTime),
      budget: z.coerce.number().int().min(1).max(87_660),
      roll: z.stringbool().default(false),
      /** As JSON: stages inside the matter, of the limit of handling. */
      milestones: z.string().max(4_000).default('[]').transform(parsed).pipe(z.array(milestone).max(MOST_STAGES)),
      /** The rule that it would stand in place of. */
      replaces: id.optional(),
    }),
    reply: z.object({
      /** `2026-02` */
      month: z.string(),
      ended: z.int(),
      concerned: z.int(),
      lateWas: z.int(),
      lateWould: z.int(),
      /** Of those concerned, how many went through each stage, and how many would have been late. */
      stages: z.array(z.object({ name: z.string(), ended: z.int(), late: z.int() })),
      /** Only so many, the latest, were looked at. */
      cut: z.boolean(),
    }),
  },
});

export type LimitItem = z.infer<typeof limitItem>;
export type LimitPreview = z.infer<(typeof limitsApi)['preview']['reply']>;
export type PreviewQuery = z.output<(typeof limitsApi)['preview']['query']>;
