/** The page of a theme: its figures, its matters, where its signals stand, and what can be done. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { button, id, instant, move, unit } from '#rules/shapes.ts';
import { problemClass, problemState } from '#triage/problem.ts';
import { lastOwn, themeItem } from '#triage/theme/theme.api.ts';

const day = z.iso.date();
const problem = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: problemState,
  class: problemClass.nullable(),
  lead: unit.nullable(),
});

export const campaign = z.object({
  problem,
  title: z.string(),
  lead: unit.nullable(),
  from: day,
  to: day,
  goal: z.string(),
  /** The problems it runs through, with all their signals. */
  through: z.array(problem.extend({ signals: z.int() })),
});

export const themePage = themeItem.extend({
  surveyId: id,
  mergedInto: z.object({ id, name: z.string() }).nullable(),
  span: z.object({ from: day, to: day, read: day }).nullable(),
  /** Those of most signals first, the first hundred; `groupCount`: all. `byPerson`: a person put it here. */
  groups: z.array(
    z.object({
      id,
      name: z.string(),
      signals: z.int(),
      first: instant,
      last: instant,
      places: z.int(),
      byPerson: z.boolean(),
    }),
  ),
  groupCount: z.int(),
  quotes: z.array(z.object({ id, number: z.string(), words: z.string(), receivedAt: instant })),
  /** Problems that hold signals of the theme now, and how many of these; `loose`: signals on no problem. */
  problems: z.array(problem.extend({ signals: z.int() })),
  loose: z.int(),
  campaign: campaign.nullable(),
  areas: z.array(z.object({ id, name: z.string() })),
  buttons: z.array(button),
  lastOwn,
  history: z.array(move),
});

export const themeViewApi = routes({
  page: {
    method: 'GET',
    path: '/themes/:id',
    summary: { zh: '主题页', en: 'Page of a theme' },
    verb: 'theme.read',
    params: z.object({ id }),
    reply: themePage,
  },
});

export type ThemePage = z.infer<typeof themePage>;
export type CampaignShown = z.infer<typeof campaign>;
