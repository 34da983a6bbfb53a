/** Stages inside one matter: each with a time of its own, counted one after another between events of the flow. Pure. */
import { z } from 'zod';
import type { UnitOfTime } from '#clock/due.ts';
import type { Params, Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** What happens to a matter, in the order of the flow: where a stage may begin and end. */
export const matterEvents = {
  made: { zh: '立案', en: 'problem made' },
  assigned: { zh: '派单', en: 'assigned' },
  signed: { zh: '签收', en: 'signed for' },
  contacted: { zh: '首次联系', en: 'first contact' },
  handled: { zh: '办结反馈', en: 'reported handled' },
  verified: { zh: '核查通过', en: 'verified' },
  closed: { zh: '结案', en: 'closed' },
} as const satisfies Record<string, Said>;
export type MatterEvent = keyof typeof matterEvents;

const order = Object.keys(matterEvents) as MatterEvent[];
const place = (event: MatterEvent): number => order.indexOf(event);

/** Days of a month cannot be added up. */
export const unitsOfStages = ['hour', 'working_hour', 'day', 'working_day'] as const satisfies UnitOfTime[];

export const milestone = z.object({
  name: z.string().trim().min(1).max(30),
  starts: oneOf(matterEvents),
  ends: oneOf(matterEvents),
  unitOfTime: z.enum(unitsOfStages),
  budget: z.int(),
});
export type Milestone = z.infer<typeof milestone>;

/** A matter has seven events: more stages than these have gaps say nothing. */
export const MOST_STAGES = order.length - 1;

/** Which stage runs where nothing later than this has happened, counted from 1; null: none does. */
export function stageAt(milestones: readonly Milestone[], event: MatterEvent): number | null {
  const at = milestones.findIndex(({ starts, ends }) => place(starts) <= place(event) && place(event) < place(ends));
  return at === -1 ? null : at + 1;
}

/** The limit of handling begins with the assignment and ends with the report: these stages share its time. */
export const isInside = ({ starts, ends }: Pick<Milestone, 'starts' | 'ends'>): boolean =>
  place(starts) >= place('assigned') && place(ends) <= place('handled');

/** A working day is counted as eight working hours, as where no office hours say otherwise. */
const inHours = { hour: 1, day: 24, working_hour: 1, working_day: 8 } as const;
const family = (unit: UnitOfTime) => (unit === 'hour' || unit === 'day' ? 'natural' : 'working');
type Length = { unit: UnitOfTime; budget: number };

/** So much of one unit in another of the same kind, rounded up: in favour of whoever is granted it. */
export function inUnit({ unit, budget }: Length, other: UnitOfTime): number {
  if (unit === other || unit === 'month_day' || other === 'month_day') return budget;
  return Math.ceil((budget * inHours[unit]) / inHours[other]);
}

export type StageFlaw = {
  code: 'stage_budget' | 'stage_backwards' | 'stage_crosses' | 'stage_follows' | 'stage_unit' | 'stage_sum';
  params: Params;
  /** Counted from 0; absent: all of them together. */
  nth?: number;
  field?: 'starts' | 'unitOfTime' | 'budget';
};

/** The first thing that is wrong with stages under a rule of this length. @param most of each unit */
export function flawOfStages(
  milestones: readonly Milestone[],
  rule: Length,
  most: (unit: UnitOfTime) => number,
): StageFlaw | undefined {
  for (const [nth, stage] of milestones.entries()) {
    const { name, starts, ends, unitOfTime, budget } = stage;
    const words = { name, starts: matterEvents[starts], ends: matterEvents[ends] };
    if (!(budget >= 1 && budget <= most(unitOfTime)))
      return { code: 'stage_budget', params: { name, most: most(unitOfTime) }, nth, field: 'budget' };
    if (place(starts) >= place(ends)) return { code: 'stage_backwards', params: words, nth, field: 'starts' };
    const before = milestones[nth - 1];
    if (before && place(starts) < place(before.ends))
      return { code: 'stage_follows', params: { ...words, before: before.name }, nth, field: 'starts' };
    if (!isInside(stage) && place(starts) < place('handled') && place(ends) > place('assigned'))
      return { code: 'stage_crosses', params: words, nth, field: 'starts' };
    if (isInside(stage) && (rule.unit === 'month_day' || family(rule.unit) !== family(unitOfTime)))
      return { code: 'stage_unit', params: words, nth, field: 'unitOfTime' };
  }
  const inside = milestones.filter(isInside);
  if (inside.length === 0 || rule.unit === 'month_day') return undefined;
  const sum = inside.reduce((hours, { unitOfTime, budget }) => hours + budget * inHours[unitOfTime], 0);
  const limit = rule.budget * inHours[rule.unit];
  return sum > limit ? { code: 'stage_sum', params: { sum, limit } } : undefined;
}
