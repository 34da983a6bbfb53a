/** Routes of supervision letters and formal talks. */
import { z } from 'zod';
import { type Route, routes } from '#platform/api.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { button, decision, due, id, instant, listOf, page, person, reason, type said, unit } from '#rules/shapes.ts';
import { ladderKind } from '#supervision/ladder.ts';
import { letterState, talkState } from '#supervision/letter.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const made = z.object({ id, number: z.string() });
const about = { kind: ladderKind, thing: id, thingNumber: z.string(), matter: z.string() };

export const letterItem = z.object({
  ...about,
  id,
  number: z.string(),
  state: letterState,
  unit,
  madeAt: instant,
  changedAt: instant,
  /** Until when it is to be answered. */
  due: due.nullable(),
});

export const letterShown = letterItem.extend({
  /** The limit that it presses and its deadline then; null: sent by hand. */
  limit: z.string().nullable(),
  pressed: instant.nullable(),
  expected: z.string(),
  answerDays: z.int(),
  /** Null: the ladder. */
  by: z.string().nullable(),
  decisions: z.array(z.object({ id, step: z.string(), by: z.string(), at: instant, words: z.string() })),
  talks: z.array(z.object({ id, number: z.string(), state: talkState })),
  version: z.int(),
  buttons: z.array(button),
  mayCall: z.boolean(),
});

export const talkItem = z.object({
  ...about,
  id,
  number: z.string(),
  state: talkState,
  unit,
  madeAt: instant,
  heldOn: z.iso.date().nullable(),
});

export const talkShown = talkItem.extend({
  letter: made.nullable(),
  persons: z.array(person.extend({ part: z.enum(['asked', 'asks', 'present']) })),
  agreed: z.string(),
  recordedBy: z.string().nullable(),
  version: z.int(),
  buttons: z.array(button),
});

const query = page.extend({ state: z.string().max(20).optional() });
const refusals: ProblemCode[] = ['not_found', 'forbidden', 'not_now', 'changed_meanwhile'];
const decided = (path: `/${string}`, summary: z.infer<typeof said>) =>
  ({
    method: 'POST' as const,
    path,
    summary,
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: [...refusals],
  }) satisfies Route;

export const paperApi = routes({
  letters: {
    method: 'GET',
    path: '/letters',
    summary: { zh: '督办单', en: 'Letters' },
    verb: 'letter.read',
    query,
    reply: listOf(letterItem),
  },
  letter: {
    method: 'GET',
    path: '/letters/:id',
    summary: { zh: '一份督办单', en: 'A letter' },
    verb: 'letter.read',
    params: one,
    reply: letterShown,
  },
  send: {
    method: 'POST',
    path: '/letters',
    summary: { zh: '发督办单', en: 'Send a letter' },
    verb: 'letter.send',
    body: z.object({
      id,
      kind: ladderKind,
      thing: id,
      unitId: id,
      expected: reason,
      answerDays: z.int().min(1).max(60),
    }),
    reply: made,
    problems: ['not_found', 'unit_closed'],
  },
  answer: decided('/letters/:id/answers', { zh: '答复督办单', en: 'Answer a letter' }),
  close: decided('/letters/:id/closings', { zh: '督办单销号', en: 'Accept the answer' }),
  return: decided('/letters/:id/returns', { zh: '退回答复', en: 'Return the answer' }),
  withdraw: decided('/letters/:id/withdrawals', { zh: '撤回督办单', en: 'Withdraw a letter' }),
  talks: {
    method: 'GET',
    path: '/talks',
    summary: { zh: '约谈', en: 'Formal talks' },
    verb: 'letter.read',
    query,
    reply: listOf(talkItem),
  },
  talk: {
    method: 'GET',
    path: '/talks/:id',
    summary: { zh: '一次约谈', en: 'A formal talk' },
    verb: 'letter.read',
    params: one,
    reply: talkShown,
  },
  call: {
    method: 'POST',
    path: '/talks',
    summary: { zh: '通知约谈', en: 'Call to a talk' },
    verb: 'letter.send',
    body: z.object({ id, letterId: id }),
    reply: made,
    problems: ['not_found'],
  },
  hold: {
    ...decided('/talks/:id/holdings', { zh: '记录约谈', en: 'Record a talk' }),
    body: decision.extend({
      words: reason,
      heldOn: z.iso.date(),
      asks: z.array(id).min(1).max(10),
      present: z.array(id).max(20).default([]),
    }),
    problems: [...refusals, 'talk_in_future'],
  },
  drop: decided('/talks/:id/drops', { zh: '不再约谈', en: 'Drop a talk' }),
});

export type LetterItem = z.infer<typeof letterItem>;
export type LetterShown = z.infer<typeof letterShown>;
export type TalkItem = z.infer<typeof talkItem>;
export type TalkShown = z.infer<typeof talkShown>;
