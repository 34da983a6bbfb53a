/** The source line (溯源链): words → problem → causes → measures → project → tasks → acceptance → outcome, each edge with who, when and why. */
import { z } from 'zod';
import { result } from '#acceptance/acceptance.ts';
import { causeKind, causeState, layer } from '#cause/cause.ts';
import { measureState } from '#cause/measure.ts';
import { routes } from '#platform/api.ts';
import { projectState } from '#project/project.ts';
import { id, instant, person, unit } from '#rules/shapes.ts';
import { taskState } from '#task/task.ts';
import { problemState } from '#triage/problem.ts';
import { goalShown } from '#views/project.api.ts';

const day = z.iso.date();

/** Kinds of things from which a line can be asked for: each leads to the problems it belongs to. */
export const startKinds = ['problem', 'signal', 'cause', 'measure', 'project', 'task', 'indicator'] as const;

/** Why one thing stands behind another. `from` and `to` are ids; the signals of a problem are one end, `signals:<problem>`. */
export const edge = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum([
    'gathered', // signals → problem
    'absorbed', // a problem that was merged → the problem it went into
    'traced', // problem → cause
    'under', // cause → the cause behind it
    'answered', // cause → measure
    'together', // operational measure – organisational measure
    'chartered', // problem or measure → project
    'given', // project, measure or problem → task
    'accepted', // project → acceptance
    'aimed', // project → goal
    'shown', // acceptance → goal: on what it was closed
  ]),
  by: person.nullable(),
  at: instant,
  why: z.string().nullable(),
  /** How many signals one decision brought. */
  count: z.int().optional(),
});

const finding = z.object({ by: person, at: instant, words: z.string() });

/** All signals of a problem, folded: how many, from whom, when, through which channels, and what three of them say. */
export const signalsFold = z.object({
  problemId: id,
  count: z.int(),
  reporters: z.int(),
  first: instant.nullable(),
  last: instant.nullable(),
  months: z.array(z.object({ month: z.string(), count: z.int() })),
  channels: z.array(z.object({ name: z.string(), count: z.int() })),
  quotes: z.array(z.object({ id, number: z.string(), words: z.string(), at: instant, channel: z.string() })),
  /** Decisions that brought them, beyond those among the edges. */
  moreDecisions: z.int(),
  takenOut: z.int(),
  confirmed: z.int(),
});

export const sourceLine = z.object({
  at: instant,
  signals: z.array(signalsFold),
  problems: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      state: problemState,
      mergedInto: id.nullable(),
      /** The unit that has it: whoever has to do what is not done yet. */
      lead: unit.nullable(),
    }),
  ),
  causes: z.array(
    z.object({
      id,
      layer,
      kind: causeKind,
      words: z.string(),
      state: causeState,
      depth: z.int(),
      judged: finding.nullable(),
    }),
  ),
  measures: z.array(z.object({ id, layer, words: z.string(), state: measureState })),
  projects: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      state: projectState,
      lead: person.nullable(),
      reviewer: person.nullable(),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
      reached: z.int(),
      milestones: z.int(),
      charter: finding.nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      state: taskState,
      assignee: person.nullable(),
      /** Every hand-in with its review. */
      evidence: z.array(
        finding.extend({ id, files: z.int(), review: finding.extend({ passed: z.boolean() }).nullable() }),
      ),
    }),
  ),
  acceptances: z.array(
    finding.extend({
      id,
      projectId: id,
      result,
      heldOn: day,
      score: z.number().nullable(),
      asked: z.int().nullable(),
      approving: z.int().nullable(),
    }),
  ),
  goals: z.array(goalShown.extend({ projectId: id, charteredOn: day.nullable(), acceptedOn: day.nullable() })),
  edges: z.array(edge),
  /** Things that stand in the line and are not shown to this viewer. */
  hidden: z.object({ problems: z.int(), projects: z.int(), tasks: z.int() }),
  /** Every signal, where all were asked for. */
  allSignals: z
    .array(
      z.object({
        id,
        number: z.string(),
        problemId: id,
        receivedAt: instant,
        by: person,
        at: instant,
        why: z.string(),
      }),
    )
    .optional(),
});

export const sourceLineApi = routes({
  line: {
    method: 'GET',
    path: '/source-line',
    summary: { zh: '溯源链', en: 'The source line' },
    /** `from`: kind and id of any thing in it. `signals=all` lists every signal instead of folding them. */
    query: z.object({
      kind: z.enum(startKinds),
      id,
      signals: z.enum(['folded', 'all']).default('folded'),
    }),
    reply: sourceLine,
  },
  prov: {
    method: 'GET',
    path: '/source-line.prov.json',
    summary: { zh: '溯源链（W3C PROV-JSON）', en: 'The source line as W3C PROV-JSON' },
    query: z.object({ kind: z.enum(startKinds), id }),
  },
});

export type SourceLine = z.infer<typeof sourceLine>;
export type Edge = z.infer<typeof edge>;
export type StartKind = (typeof startKinds)[number];
