/** The page of a project: its charter, how it stands, and the record of everything that was reported, changed, met on and accepted. */
import { z } from 'zod';
import { result } from '#acceptance/acceptance.ts';
import { layer } from '#cause/cause.ts';
import { measureState } from '#cause/measure.ts';
import { direction } from '#indicator/indicator.ts';
import { routes } from '#platform/api.ts';
import { changeKinds, wanted } from '#project/change.ts';
import { charter } from '#project/charter.ts';
import { light, milestoneState } from '#project/milestone.ts';
import { file, projectItem } from '#project/project.api.ts';
import { memberRole } from '#project/project.ts';
import { button, id, instant, move, person, said, turn, unit } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';
import { taskItem } from '#task/task.api.ts';
import { problemState } from '#triage/problem.ts';

const day = z.iso.date();
const judged = z.object({ by: person, at: instant, words: z.string() });
const paper = file.extend({ id, type: z.string(), size: z.number() });

export const goalShown = z.object({
  id,
  indicator: z.object({ id, number: z.string(), name: z.string(), unitWords: z.string(), direction, digits: z.int() }),
  baseline: z.number(),
  baselineOn: day,
  baselineSource: z.string(),
  target: z.number(),
  targetOn: day,
  readings: z.array(
    z.object({
      id,
      from: day,
      to: day,
      value: z.number(),
      exposure: z.number().nullable(),
      control: z.number().nullable(),
    }),
  ),
  /** What it could be closed on today: the first reading that begins after the last passed acceptance, or a waiver. */
  after: z.object({ reading: id.nullable(), waiver: id.nullable() }).nullable(),
});

export const milestoneShown = z.object({
  id,
  title: z.string(),
  dueOn: day,
  evidenceAsked: z.string(),
  state: milestoneState,
  reachedOn: day.nullable(),
  /** Of one that is not reached: its own light and days left. */
  light: light.nullable(),
  days: z.int().nullable(),
});

export const projectPage = projectItem.extend({
  turn: turn.nullable(),
  buttons: z.array(button),
  history: z.array(move),
  background: z.string(),
  effect: z.string(),
  method: z.string(),
  programme: z.object({ zh: z.string(), en: z.string(), version: z.int() }),
  madeBy: person,
  madeAt: instant,
  /** Of a draft: the charter as it can be edited, and what it lacks. */
  draft: z.object({ charter, missing: z.array(z.object({ path: z.string(), message: said })) }).nullable(),
  problems: z.array(z.object({ id, number: z.string(), title: z.string(), state: problemState })),
  measures: z.array(z.object({ id, words: z.string(), layer, state: measureState, causes: z.array(z.string()) })),
  goals: z.array(goalShown),
  milestones: z.array(milestoneShown),
  members: z.array(
    z.object({
      id,
      role: memberRole,
      person: person.nullable(),
      unit: unit.nullable(),
      duty: z.string(),
      from: instant,
      to: instant.nullable(),
    }),
  ),
  decisions: z.array(judged.extend({ id, step: z.string() })),
  reports: z.array(
    z.object({
      id,
      milestone: z.object({ id, title: z.string() }).nullable(),
      words: z.string(),
      by: person,
      at: instant,
      files: z.array(paper),
      review: judged.extend({ passed: z.boolean() }).nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      id,
      kind: oneOf(changeKinds),
      wanted,
      was: z.record(z.string(), z.unknown()),
      /** The milestone, goal or persons it is about, by name. */
      names: z.record(z.string(), z.string()),
      reason: z.string(),
      by: person,
      at: instant,
      decision: judged.extend({ granted: z.boolean() }).nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      id,
      heldAt: instant,
      place: z.string(),
      topic: z.string(),
      minutes: z.string(),
      present: z.array(person),
      by: person,
      at: instant,
      files: z.array(paper),
    }),
  ),
  acceptances: z.array(
    judged.extend({
      id,
      result,
      heldOn: day,
      score: z.number().nullable(),
      asked: z.int().nullable(),
      approving: z.int().nullable(),
      panel: z.array(z.object({ person, opinion: z.string() })),
      files: z.array(paper),
    }),
  ),
  waivers: z.array(z.object({ id, goalId: id, by: person, at: instant, reason: z.string() })),
  closings: z.array(
    judged.extend({
      id,
      goals: z.array(z.object({ goalId: id, readingId: id.nullable(), waiverId: id.nullable() })),
    }),
  ),
  tasks: z.array(taskItem),
  mayGiveTask: z.boolean(),
});

export const projectPageApi = routes({
  project: {
    method: 'GET',
    path: '/projects/:id',
    summary: { zh: '一个项目', en: 'A project' },
    params: z.object({ id }),
    reply: projectPage,
  },
});

export type ProjectPage = z.infer<typeof projectPage>;
