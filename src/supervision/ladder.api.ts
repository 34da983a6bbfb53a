/** Routes of ladders: those in force and those before, setting one, its preview, and the rungs that fired on a thing. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { id, instant, person, reason, unit } from '#rules/shapes.ts';
import { action, condition, ladderKind, light, MOST_RUNGS, MOST_UP, measure } from '#supervision/ladder.ts';

export const rungShape = z.object({
  light,
  measure,
  at: z.number().min(0).max(2_000),
  action,
  up: z.int().min(0).max(MOST_UP),
  person: person.nullish(),
  graceHours: z.int().min(0).max(720),
  answerDays: z.int().min(1).max(60).nullable(),
});

const of = z.object({
  kind: ladderKind,
  /** Null: every limit of the kind; and of `condition`: whatever the matter is. */
  limitName: z.string().max(40).nullable(),
  condition: condition.nullable().default(null),
});
const day = z.iso.date().nullable().default(null);
const rungs = z.array(rungShape).min(1).max(MOST_RUNGS);

export const ladderShown = of.extend({
  id,
  name: z.string(),
  fallback: person,
  validFrom: instant,
  /** First moment at which it no longer holds; null: for good. */
  validTo: instant.nullable(),
  by: z.string(),
  reason: z.string(),
  rungs,
});

/** Where limits stand a day from now, and what goes out in the seven days from now. */
const outlook = z.object({
  /** By the last rung climbed, `nth` from 0 on; those on none yet are in `below`, those that no ladder is for in `without`. */
  standing: z.array(z.object({ nth: z.int(), light, count: z.int() })),
  below: z.int(),
  without: z.int(),
  persons: z.int(),
  messages: z.int(),
  letters: z.int(),
  talks: z.int(),
});

/** A rung that fired; `movedTo`: the deadline is another one since, and the rung stays. */
export const firedShown = z.object({
  id,
  light,
  action,
  limit: z.string(),
  at: instant,
  dueAt: instant,
  movedTo: instant.nullable(),
  told: z.array(z.string()),
  /** The line had nobody, and it went to the ladder's fallback. */
  nobody: z.boolean(),
  letter: z.object({ id, number: z.string() }).nullable(),
  talk: z.object({ id, number: z.string() }).nullable(),
});

export const ladderApi = routes({
  list: {
    method: 'GET',
    path: '/ladders',
    summary: { zh: '督办阶梯', en: 'Ladders of supervision' },
    verb: 'ladder.manage',
    reply: z.object({ items: z.array(ladderShown) }),
  },
  issue: {
    method: 'POST',
    path: '/ladders',
    summary: { zh: '启用督办阶梯', en: 'Put a ladder in force' },
    verb: 'ladder.manage',
    body: of.extend({
      id,
      name: z.string().trim().min(1).max(60),
      fallbackId: id,
      rungs,
      reason,
      /** First day; today or null: from now on. */
      from: day,
      /** First day on which it no longer holds; null: for good. */
      to: day,
      /** The version that ends where this begins. */
      replaces: id.nullable().default(null),
    }),
    reply: z.object({ id }),
    problems: [
      ...['malformed', 'ladder_limit_unknown', 'ladder_condition_unknown', 'ladder_none', 'person_left'],
    ] as ProblemCode[],
  },
  end: {
    method: 'PUT',
    path: '/ladders/:id/end',
    params: z.object({ id }),
    summary: { zh: '停用督办阶梯', en: 'End a ladder' },
    verb: 'ladder.manage',
    /** `day`: the first on which it no longer holds; null: from now on. */
    body: z.object({ id, day, reason }),
    reply: z.object({ id }),
    problems: ['ladder_none', 'malformed'],
  },
  preview: {
    method: 'POST',
    path: '/ladders/preview',
    summary: { zh: '试算：会改变什么', en: 'What it would change' },
    verb: 'ladder.manage',
    body: of.extend({ rungs }),
    reply: z.object({
      rungs: z.array(z.object({ count: z.int(), things: z.int() })),
      clocks: z.int(),
      /** More limits ran than were looked at. */
      more: z.boolean(),
      /** Open units without a head: theirs goes one further up. */
      headless: z.int(),
      /** The limits open now: up this ladder, and up those that they climb today. */
      ahead: z.object({ clocks: z.int(), more: z.boolean(), would: outlook, today: outlook }),
    }),
    problems: ['malformed', 'ladder_limit_unknown'],
  },
  fired: {
    method: 'GET',
    path: '/fired/:kind/:id',
    summary: { zh: '已触发的督办', en: 'The rungs that fired on a thing' },
    params: z.object({ kind: ladderKind, id }),
    /** `unit`: with which the thing stands now; `maySend`: whether the reader may send a letter on it. */
    reply: z.object({
      items: z.array(firedShown),
      byHand: z.array(z.object({ id, number: z.string(), at: instant, by: z.string() })),
      unit: unit.nullable(),
      maySend: z.boolean(),
    }),
  },
});

export type LadderShown = z.infer<typeof ladderShown>;
export type FiredShown = z.infer<typeof firedShown>;
export type Outlook = z.infer<typeof outlook>;
