/** Requests for change: what was chartered moves only when an approver grants it. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';
import { milestoneDraft } from '#project/charter.ts';
import { id } from '#rules/shapes.ts';

export const changeKinds = {
  move_milestone: { zh: '调整节点日期', en: 'Move a milestone' },
  add_milestone: { zh: '增加节点', en: 'Add a milestone' },
  drop_milestone: { zh: '取消节点', en: 'Drop a milestone' },
  retarget: { zh: '调整目标', en: 'Change a target' },
  end: { zh: '调整结束日期', en: 'Change the last day' },
  lead: { zh: '更换领办人', en: 'Another lead' },
  reviewer: { zh: '更换审核人', en: 'Another reviewer' },
} as const satisfies Record<string, Said>;
export type ChangeKind = keyof typeof changeKinds;

const day = z.iso.date();

/** What is wanted, each kind with its own fields. */
export const wanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move_milestone'), milestoneId: id, dueOn: day }),
  milestoneDraft.omit({ id: true }).extend({ kind: z.literal('add_milestone'), milestoneId: id }),
  z.object({ kind: z.literal('drop_milestone'), milestoneId: id }),
  z.object({ kind: z.literal('retarget'), goalId: id, target: z.number(), targetOn: day }),
  z.object({ kind: z.literal('end'), endsOn: day }),
  z.object({ kind: z.literal('lead'), personId: id }),
  z.object({ kind: z.literal('reviewer'), personId: id }),
]);
export type Wanted = z.output<typeof wanted>;
