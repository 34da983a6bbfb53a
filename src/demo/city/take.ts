/** A step of a life cycle taken in the planned past: the same tables as the verbs move state, version, clocks and ledger. */

import type { Selectable } from 'kysely';
import { type Calendar, isWorkingDay } from '#clock/calendar.ts';
import type { Budget } from '#clock/clock.store.ts';
import { dueAt } from '#clock/due.ts';
import { note, type Past, put, type Row } from '#demo/city/past.ts';
import type { Staff } from '#demo/city/staff.ts';
import { nextOffice } from '#demo/office.ts';
import type { LimitRule } from '#platform/tables.gen.ts';
import { closest } from '#rules/limits.ts';
import type { Steps } from '#rules/steps.ts';
import { steps as signalSteps } from '#signal/signal.ts';
import { steps as taskSteps } from '#task/task.ts';
import { steps as problemSteps } from '#triage/problem.ts';

export type Life = {
  past: Past;
  staff: Staff;
  units: Map<string, string>;
  calendar: Calendar;
  rules: Selectable<LimitRule>[];
  programme: string;
};

const cycles = {
  signal: signalSteps as unknown as Steps<string, string>,
  problem: problemSteps as unknown as Steps<string, string>,
  task: taskSteps as unknown as Steps<string, string>,
};

/** What has a life cycle: its row, or that part of its row which the cycle moves. */
export type Thing = {
  kind: keyof typeof cycles;
  id: string;
  row: Row & { state: string; version: number };
  urgency: string;
  class: string | null;
  clocks: Map<string, Row>;
};

/** The office is next at work; holidays are kept. */
export const office = ({ calendar }: Pick<Life, 'calendar'>, at: Date): Date =>
  nextOffice(at, (day) => isWorkingDay(calendar, day));

export function startClock(life: Life, thing: Thing, limit: string, at: Date, own?: Budget): void {
  if (thing.clocks.has(limit)) return;
  const rule =
    own ??
    closest(
      life.rules.filter((one) => one.limit_name === limit),
      thing,
    );
  if (!rule) return;
  const { unit_of_time, budget, roll } = rule;
  const due = dueAt(life.calendar, { startedAt: at, budget, unit: unit_of_time as Budget['unit_of_time'], roll });
  const row = put(life.past, 'clock', at, {
    ...{ id: life.past.random.id(at), kind: thing.kind, thing: thing.id, limit_name: limit },
    ...{ rule_id: 'id' in rule ? rule.id : rule.rule_id, unit_of_time, budget, roll },
    ...{ started_at: at, stopped_at: null, due_at: due.dueAt },
    ...{ calendar_version: due.calendarVersion, provisional: due.provisional },
  });
  thing.clocks.set(limit, row);
}

export function stopClock(thing: Thing, limit: string, at: Date): void {
  const row = thing.clocks.get(limit);
  if (!row) return;
  row.stopped_at = at;
  thing.clocks.delete(limit);
}

type Said = {
  unit?: string | null;
  reason?: string;
  data?: Record<string, unknown>;
  request?: string;
  own?: Record<string, Budget>;
};

/** @throws Error where the table does not know the step from this state: a mistake of the plan, not of a person. */
export function take(life: Life, thing: Thing, name: string, at: Date, by: string, said: Said = {}): string {
  const step = cycles[thing.kind][name]!;
  const from = thing.row.state;
  if (!step.from.includes(from)) throw new Error(`${thing.kind} ${name} from ${from}`);
  const to = step.to ?? from;
  thing.row.state = to;
  touch(thing, at);
  for (const limit of step.stops ?? []) stopClock(thing, limit, at);
  for (const limit of step.starts ?? []) startClock(life, thing, limit, at, said.own?.[limit]);
  const moved = thing.kind === 'task' ? { from, to } : step.to && thing.kind === 'problem' ? { from, to } : {};
  const { own: _, ...rest } = said;
  const request = said.request ?? life.past.random.id(at);
  const of = { kind: thing.kind, thing: thing.id };
  note(life.past, at, by, { ...rest, ...of, verb: `${thing.kind}.${name}`, data: { ...moved, ...said.data }, request });
  return request;
}

/** Somebody has changed it: whoever has it open sees so. */
export function touch(thing: Thing, at: Date): void {
  thing.row.version += 1;
  if (thing.kind === 'signal') return;
  const before = thing.row.changed_at as Date;
  if (at > before) thing.row.changed_at = at;
}
