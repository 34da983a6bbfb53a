/** The heat of a theme: a published sum of six terms, each of which the page shows with its figure, weight and points. Pure. */
import type { Day } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';

/** Days at the end of a window that are compared with those before and with the same days a year ago. */
export const RECENT_DAYS = 60;
/** What comes so long after a problem of the same matter was closed is a new occurrence, not the old one again. */
export const AGAIN_DAYS = 90;
/** A theme of fewer signals is no theme: what two or three people say is a matter, and stands on its own problem. */
export const LEAST = 5;

export type Figures = {
  /** In the window, as all that follows but the comparisons. */
  signals: number;
  reporters: number;
  /** Distinct addresses; who gave none counts as one reporter. */
  households: number;
  townships: number;
  /** In the last 60 days, the 60 before these, and the same 60 a year ago; nothing where the city has no signals of then. */
  recent: number;
  before: number | null;
  lastYear: number | null;
  /** Came within 90 days after a problem of the same matter had been closed in the same township. */
  again: number;
  /** Signals by months, from the month in which the comparisons begin, and by areas of the window. */
  months: [month: string, count: number][];
  areas: [area: string, count: number][];
};

/** What each term is counted in; the words of a row of “how it is counted”. */
export const terms = {
  reporters: { zh: '诉求人，每翻一番', en: 'Reporters, for each doubling' },
  households: { zh: '住户，每翻一番', en: 'Households, for each doubling' },
  townships: { zh: '波及的乡镇街道，每个', en: 'Townships touched, for each' },
  growth: { zh: '近 60 天比前 60 天，每翻一番', en: 'Last 60 days against the 60 before, for each doubling' },
  season: { zh: '近 60 天比去年同期，每翻一番', en: 'Last 60 days against a year ago, for each doubling' },
  again: {
    zh: '结案后 90 天内又来的占比，每 1 个百分点',
    en: 'Came again within 90 days of closing, each percentage point',
  },
} as const satisfies Record<string, Said>;
export type Term = keyof typeof terms;
export type Weights = Record<Term, number>;

/**
 * The program's own weights, in force where a city has set none. Ours, by no authority: how many are touched counts most,
 * by doublings, so that the largest theme does not drown the rest; what grows or comes back after closing moves up by as
 * much as twice as many reporters would.
 */
export const builtInWeights: Weights = {
  reporters: 10,
  households: 5,
  townships: 1,
  growth: 10,
  season: 5,
  again: 0.5,
};
export const BUILT_IN_FROM: Day = '2000-01-01';

/** Added on both sides of a comparison, so that from one to four is no fourfold growth. */
const SMOOTH = 5;
/** A comparison counts for at most two doublings or halvings. */
const MOST = 2;

export type HeatRow = { term: Term; amount: number | null; weight: number; points: number };

const doublings = (now: number, then: number): number =>
  Math.max(-MOST, Math.min(MOST, Math.log2((now + SMOOTH) / (then + SMOOTH))));

/** In what each weight is counted: doublings, townships, percentage points; nothing where it cannot be told. */
function amountOf(term: Term, of: Figures): number | null {
  if (term === 'reporters' || term === 'households') return Math.log2(1 + of[term]);
  if (term === 'townships') return of.townships;
  if (term === 'growth') return of.before === null ? null : doublings(of.recent, of.before);
  if (term === 'season') return of.lastYear === null ? null : doublings(of.recent, of.lastYear);
  return of.signals === 0 ? 0 : (100 * of.again) / of.signals;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Each term with its points, to a tenth. Their sum is the heat. */
export function heatRows(of: Figures, weights: Weights): HeatRow[] {
  return (Object.keys(terms) as Term[]).map((term) => {
    const amount = amountOf(term, of);
    const weight = weights[term];
    return {
      term,
      amount: amount === null ? null : Math.round(amount * 100) / 100,
      weight,
      points: tenth((amount ?? 0) * weight),
    };
  });
}

export const heatOf = (of: Figures, weights: Weights): number =>
  Math.max(0, tenth(heatRows(of, weights).reduce((sum, { points }) => sum + points, 0)));
