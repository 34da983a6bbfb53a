/** Where the cases behind a figure are: the same months and filters, and what the figure counts. Pure. */
import type { Dimension, Question, Standing } from '#triage/rate/rate.ts';

export type RateAsked = Readonly<Record<string, string>> & { from: string; to: string };

const filters = ['from', 'to', 'unitId', 'areaId', 'channelId', 'categoryId'] as const;

type Which = {
  by?: Dimension;
  /** The line's own: null where it is not known. */
  key?: string | null;
  standing?: Standing;
  question?: Question;
  exclusion?: 'without' | 'only';
};

export function casesOf(asked: RateAsked, { by, key, ...rest }: Which): string {
  const query = new URLSearchParams(filters.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])));
  if (by === 'month' && key) for (const end of ['from', 'to']) query.set(end, key);
  else if (by && by !== 'month' && key !== undefined) query.set(`${by}Id`, key ?? 'none');
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `/rates/cases?${query}`;
}
