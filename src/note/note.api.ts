/** Routes of leaders' notes. */
import { z } from 'zod';
import { noteState, subjects } from '#note/note.ts';
import { routes } from '#platform/api.ts';
import { button, decision, due, id, instant, listOf, page, reason, unit } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const day = z.iso.date();
const decides = { params: one, body: decision.extend({ words: reason }), reply: done };
const problems = ['not_now', 'changed_meanwhile'] as const;

/** `about`: the thing it is written on, or was made of it. */
export const noteItem = z.object({
  id,
  number: z.string(),
  state: noteState,
  leader: z.string(),
  writtenOn: day,
  words: z.string(),
  unit,
  about: z.object({ kind: oneOf(subjects), id, number: z.string() }).nullable(),
  due: due.nullable(),
  changedAt: instant,
  version: z.int(),
});

export const noteShown = noteItem.extend({
  recordedBy: z.string(),
  recordedAt: instant,
  moves: z.array(z.object({ id, step: z.string(), words: z.string(), by: z.string(), at: instant })),
  buttons: z.array(button),
});

export const noteApi = routes({
  list: {
    method: 'GET',
    path: '/notes',
    summary: { zh: '领导批示', en: "Leaders' notes" },
    verb: 'note.read',
    query: page.extend({ state: noteState.optional(), q: z.string().trim().max(100).optional() }),
    reply: listOf(noteItem),
  },
  one: {
    method: 'GET',
    path: '/notes/:id',
    summary: { zh: '一条批示', en: "A leader's note" },
    verb: 'note.read',
    params: one,
    reply: noteShown,
    problems: ['not_found'],
  },
  record: {
    method: 'POST',
    path: '/notes',
    summary: { zh: '登记批示', en: 'Record a note' },
    verb: 'note.record',
    /** `about`: the number of a problem, project or signal; `asSignal`: it is about nothing yet and becomes a signal. */
    body: z.object({
      id,
      leader: z.string().trim().min(2).max(60),
      writtenOn: day,
      words: z.string().trim().min(2).max(4_000),
      unitId: id,
      days: z.int().min(1).max(60),
      about: z.string().trim().max(40).default(''),
      asSignal: z.boolean().default(false),
    }),
    reply: done,
    problems: ['note_about_unknown', 'note_unit_closed', 'note_day_ahead'],
  },
  answer: {
    method: 'PUT',
    path: '/notes/:id/answer',
    summary: { zh: '答复批示', en: 'Answer a note' },
    verb: 'note.answer',
    ...decides,
    problems: [...problems],
  },
  return: {
    method: 'PUT',
    path: '/notes/:id/return',
    summary: { zh: '退回重答', en: 'Return the answer' },
    verb: 'note.record',
    ...decides,
    problems: [...problems],
  },
  close: {
    method: 'PUT',
    path: '/notes/:id/closing',
    summary: { zh: '已呈领导阅知', en: 'The leader has seen the answer' },
    verb: 'note.record',
    ...decides,
    problems: [...problems],
  },
});

export type NoteItem = z.infer<typeof noteItem>;
export type NoteShown = z.infer<typeof noteShown>;
export type NoteInput = z.output<typeof noteApi.record.body>;
