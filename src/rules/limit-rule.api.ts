/** Routes of limit rules: adding, replacing, ending, loading a preset. What stands and what a change would do: views/limits. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { routes } from '#platform/api.ts';
import { limitPresets } from '#rules/limit-presets.ts';
import { ruledLimits } from '#rules/limit-rule.ts';
import { MOST_STAGES, milestone } from '#rules/milestone.ts';
import { id, reason } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';

const day = z.iso.date();

/** Whole numbers only; how much is too much, the verb says with its reason. */
export const ruleDraft = z.object({
  limitName: z.enum(ruledLimits),
  channelId: id.nullable().default(null),
  categoryId: id.nullable().default(null),
  urgency: z.enum(['normal', 'urgent', 'critical']).nullable().default(null),
  class: z.enum(['simple', 'prominent', 'common']).nullable().default(null),
  unitOfTime: z.enum(unitsOfTime),
  budget: z.int(),
  roll: z.boolean().default(false),
  extensions: z.int().min(0).max(10).default(1),
  extensionBudget: z.int().nullable().default(null),
  suspensionDays: z.int().min(0).max(3_653).default(60),
  milestones: z.array(milestone).max(MOST_STAGES).default([]),
  validFrom: day,
  validTo: day.nullable().default(null),
  source: z.string().trim().max(300).default(''),
});

const one = z.object({ id });
const flaws = [
  ...(['limit_budget', 'limit_unit', 'limit_condition'] as const),
  ...(['limit_ends_before', 'limit_from_past', 'limit_overlaps'] as const),
] as const;
const stages = [
  ...(['stage_limit', 'stage_budget', 'stage_backwards', 'stage_follows'] as const),
  ...(['stage_crosses', 'stage_unit', 'stage_sum'] as const),
] as const;
const unknown = ['limit_channel_unknown', 'limit_category_unknown'] as const;

export const limitRuleApi = routes({
  add: {
    method: 'POST',
    path: '/limits',
    summary: { zh: '增加时限规则', en: 'Add a limit rule' },
    verb: 'limit.manage',
    body: ruleDraft.extend({ id, reason }),
    reply: one,
    problems: [...flaws, ...stages, ...unknown],
  },
  replace: {
    method: 'POST',
    path: '/limits/:id/replacements',
    summary: { zh: '从某日起改用新的时限', en: 'Put another rule in its place from a day on' },
    verb: 'limit.manage',
    params: one,
    /** The limit and its conditions stay those of the old rule. */
    body: ruleDraft
      .omit({ limitName: true, channelId: true, categoryId: true, urgency: true, class: true })
      .extend({ id, reason }),
    reply: one,
    problems: [...flaws, ...stages, 'limit_ended', 'limit_began_today'],
  },
  end: {
    method: 'POST',
    path: '/limits/:id/endings',
    summary: { zh: '停用时限规则', en: 'End a limit rule' },
    verb: 'limit.manage',
    params: one,
    /** `day`: the first on which it does not hold. */
    body: z.object({ id, day, reason }),
    reply: one,
    problems: ['limit_from_past', 'limit_ended', 'limit_began_today'],
  },
  load: {
    method: 'POST',
    path: '/limit-presets',
    summary: { zh: '载入一套时限预设', en: 'Load a preset of limits' },
    verb: 'limit.manage',
    body: z.object({
      id,
      preset: oneOf(limitPresets),
      validFrom: day,
      channelId: id.nullable().default(null),
      categoryId: id.nullable().default(null),
    }),
    reply: z.object({ rules: z.int() }),
    problems: [...flaws, ...unknown, 'preset_needs_category', 'limit_began_today'],
  },
});
