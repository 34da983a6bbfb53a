/** Which steps may be taken back by whoever did them. Pure. */
import { type ProblemState, type ProblemStep, runs, steps } from '#triage/problem.ts';

export const retractable = ['assign', 'transfer', 'handle', 'sendBack', 'verify'] as const satisfies ProblemStep[];
export type Retractable = (typeof retractable)[number];

export const isRetractable = (step: ProblemStep): step is Retractable =>
  (retractable as readonly ProblemStep[]).includes(step);

/** Limits that run again and limits that stop, as if the step from that state had never been. */
export function clocksBack(step: Retractable, from: ProblemState): { on: string[]; off: string[] } {
  const { stops, starts }: { stops?: readonly string[]; starts?: readonly string[] } = steps[step];
  const ran: readonly string[] = runs[from];
  return { on: (stops ?? []).filter((limit) => ran.includes(limit)), off: [...(starts ?? [])] };
}
