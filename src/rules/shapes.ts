/** Shapes that every thing's page and list share: who, which unit, until when, what may be done, what happened. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { id } from '#platform/ids.ts';

export { id };

export const said = z.object({ zh: z.string(), en: z.string() });
export const instant = z.iso.datetime({ offset: true });
export const person = z.object({ id, name: z.string() });
export const unit = z.object({ id, name: z.string(), shortName: z.string() });

/** A running limit. What time decides (late, light) is computed where it is shown, from these and the clock. */
export const due = z.object({
  limit: z.string(),
  /** The name of the stage, where the limit is one. */
  stage: z.string().nullish(),
  dueAt: instant,
  startedAt: instant,
  unitOfTime: z.enum(unitsOfTime),
  provisional: z.boolean(),
  /** The unit whose office hours count; null or absent: everybody's. */
  office: id.nullish(),
  /** Since when it is suspended: the deadline stands still, and moves when it goes on. */
  pausedAt: instant.nullish(),
});

/** Whose turn it is: persons or units by name, or a role in words where nobody is named. */
export const turn = z.object({ role: said, people: z.array(person), units: z.array(unit) });

/** A step as a button; `closed` says why it cannot be taken now. */
export const button = z.object({ step: z.string(), closed: said.nullable() });

/** What every decision carries: its own id, and the version of the thing that its maker had seen. */
export const decision = z.object({ id, version: z.int().positive() });
export const reason = z.string().trim().min(1).max(2_000);
export const remark = z.string().trim().max(2_000).default('');

/** Keyset paging: `next` is handed back as `cursor`. */
export const page = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** A line of a thing's history, as the ledger tells it. */
export const move = z.object({
  seq: z.number(),
  at: instant,
  verb: z.string(),
  actor: z.string(),
  forWhom: z.string().nullable(),
  unit: z.string().nullable(),
  reason: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

/** How many there are: exact to 1,000, then "more than that". */
export const count = z.object({ count: z.int(), more: z.boolean() });

export type Due = z.infer<typeof due>;
export type Turn = z.infer<typeof turn>;
export type Button = z.infer<typeof button>;
export type Move = z.infer<typeof move>;
export type PersonBrief = z.infer<typeof person>;
export type UnitBrief = z.infer<typeof unit>;
