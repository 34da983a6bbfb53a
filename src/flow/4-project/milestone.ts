/** A milestone: a dated checkpoint with required evidence. Its states, and the light that time gives it. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';
import type { StateWords } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const milestoneStates = {
  planned: { zh: '未到', en: 'Ahead', tone: 'work' },
  reported: { zh: '已报，待审核', en: 'Reported, to be acknowledged', tone: 'check' },
  reached: { zh: '已达到', en: 'Reached', tone: 'done' },
  dropped: { zh: '已取消', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type MilestoneState = keyof typeof milestoneStates;
export const milestoneState = oneOf(milestoneStates);

/** 督查 colours as most offices use them: near due yellow, overdue red. Never colour alone: each has its word. */
export const lights = {
  green: { zh: '正常', en: 'On time' },
  yellow: { zh: '临期', en: 'Near due' },
  red: { zh: '逾期', en: 'Overdue' },
} as const satisfies Record<string, Said>;
export type Light = keyof typeof lights;
export const light = oneOf(lights);

/** A milestone is near due in its last week: a common habit of offices, for reference. */
export const NEAR_DAYS = 7;

export type Checkpoint = { id: string; title: string; dueOn: string; state: MilestoneState };

/** What a light says: which milestone, how many days are left (negative: over), and whose turn it is. */
export const projectLight = z.object({
  light,
  milestone: z.object({ id: z.string(), title: z.string(), dueOn: z.string() }).nullable(),
  days: z.int().nullable(),
  waitsFor: z.enum(['lead', 'reviewer']).nullable(),
});
export type ProjectLight = z.infer<typeof projectLight>;

/** Whole days from one calendar day to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export function lightOf(days: number): Light {
  if (days < 0) return 'red';
  return days <= NEAR_DAYS ? 'yellow' : 'green';
}

/**
 * The light of a project: that of its first milestone that is not reached. What is reported waits for the reviewer, and its
 * colour stays, because nobody has yet said that it is reached.
 */
export function lightOfProject(checkpoints: Checkpoint[], today: string): ProjectLight {
  const open = checkpoints.filter(({ state }) => state === 'planned' || state === 'reported');
  const [next] = open.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
  if (!next) return { light: 'green', milestone: null, days: null, waitsFor: null };
  const days = daysBetween(today, next.dueOn);
  const { id, title, dueOn } = next;
  return {
    light: lightOf(days),
    milestone: { id, title, dueOn },
    days,
    waitsFor: next.state === 'reported' ? 'reviewer' : 'lead',
  };
}
