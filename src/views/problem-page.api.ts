/** What the page of a problem shows, and what it shares with the page of any thing. */
import { z } from 'zod';
import { button, due, id, instant, move, person, turn, unit } from '#rules/shapes.ts';
import { timeOfThing } from '#rules/time/time-request.api.ts';
import { signalItem } from '#signal/signal.api.ts';
import { taskItem } from '#task/task.api.ts';
import { assignmentRole } from '#triage/problem.ts';
import { problemItem } from '#triage/triage.api.ts';
import { onTheWay } from '#views/on-the-way.ts';

/** What every thing's page carries. */
export const thing = { turn: turn.nullable(), due: due.nullable(), buttons: z.array(button), history: z.array(move) };

/** Handled, verified, closed and confirmed by the reporter: four different things, each with its own who and when. */
const mark = z.object({ at: instant, by: z.string(), words: z.string() }).nullable();

export const problemPage = problemItem.extend({
  ...thing,
  statement: z.string(),
  programme: z.object({ zh: z.string(), en: z.string(), version: z.int() }),
  madeBy: person,
  madeAt: instant,
  mergedInto: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  assignments: z.array(
    z.object({
      id,
      unit,
      role: assignmentRole,
      openedAt: instant,
      signedBy: z.string().nullable(),
      signedAt: instant.nullable(),
      closedAt: instant.nullable(),
      closedBy: z.string().nullable(),
      closeReason: z.string().nullable(),
      closeWords: z.string().nullable(),
      /** On what the centre's decision rests, where it binds and cannot be sent back. */
      bindingBasis: z.string().nullable(),
    }),
  ),
  /** Campaigns of common problems: its own, and those that run through it. `problem`, `theme`: where the viewer may see them. */
  campaigns: z.array(
    z.object({
      own: z.boolean(),
      title: z.string(),
      lead: unit.nullable(),
      from: z.iso.date(),
      to: z.iso.date(),
      goal: z.string(),
      problems: z.int(),
      problem: z.object({ id, number: z.string() }).nullable(),
      theme: id.nullable(),
    }),
  ),
  /** With whom it is shared today, beside those whose posts reach it. */
  shares: z.array(
    z.object({
      id,
      unit: unit.nullable(),
      person: person.nullable(),
      by: z.string(),
      at: instant,
      until: instant.nullable(),
    }),
  ),
  ...onTheWay,
  /** Requests for more time to handle it, the newest first, and what may still be asked. */
  time: timeOfThing,
  handled: mark,
  verified: mark,
  closed: mark,
  /** Of the signals that stand on it: how many reporters have been contacted, answered, called back, and say it is solved. */
  voices: z.object({
    signals: z.int(),
    reporters: z.int(),
    answered: z.int(),
    calledBack: z.int(),
    confirmed: z.int(),
    denied: z.int(),
  }),
  quotes: z.array(signalItem),
  tasks: z.array(taskItem),
  mayGiveTask: z.boolean(),
  /** It waits for a unit in which nobody may handle it. */
  nobody: z.boolean(),
  causes: z.object({ count: z.int(), unverified: z.int() }),
  /** What the public list says of it, and who put it there. */
  publication: z.object({ title: z.string(), words: z.string(), by: z.string(), at: instant }).nullable(),
});
