/** Routes of ladders: those in force and those before, setting one, its preview, and the rungs that fired on a thing. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, person, reason } from '#rules/shapes.ts';
import { action, ladderKind, light, MOST_RUNGS, MOST_UP, measure } from '#supervision/ladder.ts';

export const rungShape = z.object({
  light,
  measure,
  at: z.number().min(0).max(2_000),
  action,
  up: z.int().min(0).max(MOST_UP),
  graceHours: z.int().min(0).max(720),
  answerDays: z.int().min(1).max(60).nullable(),
});

const of = z.object({ kind: ladderKind, limitName: z.string().max(40).nullable() });
const rungs = z.array(rungShape).min(1).max(MOST_RUNGS);

export const ladderShown = of.extend({
  id,
  name: z.string(),
  fallback: person,
  validFrom: instant,
  /** Null: in force. */
  validTo: instant.nullable(),
  by: z.string(),
  reason: z.string(),
  rungs,
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
    body: of.extend({ id, name: z.string().trim().min(1).max(60), fallbackId: id, rungs, reason }),
    reply: z.object({ id }),
    problems: ['malformed', 'ladder_limit_unknown', 'person_left'],
  },
  end: {
    method: 'PUT',
    path: '/ladders/end',
    summary: { zh: '停用督办阶梯', en: 'End a ladder' },
    verb: 'ladder.manage',
    body: of.extend({ id, reason }),
    reply: z.object({ id }),
    problems: ['ladder_none'],
  },
  preview: {
    method: 'POST',
    path: '/ladders/preview',
    summary: { zh: '试算：上周会触发多少', en: 'What would have fired last week' },
    verb: 'ladder.manage',
    body: of.extend({ rungs }),
    reply: z.object({
      rungs: z.array(z.object({ count: z.int(), things: z.int() })),
      clocks: z.int(),
      /** More limits ran than were looked at. */
      more: z.boolean(),
      /** Open units without a head: theirs goes one further up. */
      headless: z.int(),
    }),
    problems: ['malformed', 'ladder_limit_unknown'],
  },
  fired: {
    method: 'GET',
    path: '/fired/:kind/:id',
    summary: { zh: '已触发的督办', en: 'The rungs that fired on a thing' },
    params: z.object({ kind: ladderKind, id }),
    reply: z.object({ items: z.array(firedShown) }),
  },
});

export type LadderShown = z.infer<typeof ladderShown>;
export type FiredShown = z.infer<typeof firedShown>;
