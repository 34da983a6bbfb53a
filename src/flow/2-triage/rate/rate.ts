/** The three rates: what is counted and what is not, how the answers weigh, and how a figure is made of them. */
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';
import { wilson } from '#statistics/wilson.ts';

export const questions = {
  response: { zh: '响应率', en: 'Response' },
  resolution: { zh: '解决率', en: 'Resolution' },
  satisfaction: { zh: '满意率', en: 'Satisfaction' },
} as const satisfies Record<string, Said>;
export type Question = keyof typeof questions;
export const question = oneOf(questions);

/** Where an answered signal stands: each in exactly one of these, so that they add up to all that were answered. */
export const standings = {
  counted: { zh: '已评价', en: 'Said' },
  unreached: { zh: '多次未联系上', en: 'Not reached' },
  waiting: { zh: '待回访', en: 'To be called' },
  undrawn: { zh: '未抽中', en: 'Not drawn' },
  anonymous: { zh: '没留电话或不要回复', en: 'No phone, or no reply wanted' },
  consult: { zh: '咨询、表扬', en: 'Questions and praise' },
  withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
  passed: { zh: '不予受理或转出', en: 'Not accepted, or passed on' },
} as const satisfies Record<string, Said>;
export type Standing = keyof typeof standings;
export const standing = oneOf(standings);

/** By what the rates are told apart; never by who reported. */
export const dimensions = {
  unit: { zh: '单位', en: 'Unit' },
  area: { zh: '区划', en: 'Area' },
  channel: { zh: '渠道', en: 'Channel' },
  category: { zh: '分类', en: 'Category' },
  month: { zh: '月份', en: 'Month' },
} as const satisfies Record<string, Said>;
export type Dimension = keyof typeof dimensions;
export const dimension = oneOf(dimensions);

export type RateRule = {
  /** Weights of the three in the whole; 100 together. */
  response: number;
  resolution: number;
  satisfaction: number;
  /** What "partly solved" counts, 0 to 1. */
  partly: number;
  /** What each answer counts, 0 to 1. */
  very: number;
  content: number;
  basically: number;
  discontent: number;
  /** Who could not be reached counts, and as not contacted, not solved, not satisfied. */
  unreached: boolean;
  askDays: number;
};

/** Weights as one county has published them (30/35/35); the rest is customary. For reference: an office sets its own. */
export const builtInRule: RateRule = {
  ...{ response: 30, resolution: 35, satisfaction: 35 },
  ...{ partly: 0.5, very: 1, content: 1, basically: 0.6, discontent: 0 },
  ...{ unreached: false, askDays: 7 },
};

/** Fewer than this are shown with how sure they are, and take no rank. */
export const FEW = 30;

export type Sum = { n: number; sum: number };
export type Figure = { value: number; low: number; high: number; few: boolean };

/** Nothing where nobody was counted. */
export function figureOf({ n, sum }: Sum): Figure | undefined {
  if (n === 0) return undefined;
  const value = sum / n;
  return { value, ...wilson(value, n), few: n < FEW };
}

export type Sums = Record<Question, Sum>;

/** The three as one by their weights, 0 to 1; nothing while one of them is missing. `few`: one of them rests on few. */
export function scoreOf(sums: Sums, rule: RateRule): { value: number; few: boolean } | undefined {
  let value = 0;
  let few = false;
  for (const one of question.options) {
    const figure = figureOf(sums[one]);
    if (!figure) return undefined;
    value += figure.value * rule[one];
    few ||= figure.few;
  }
  return { value: value / 100, few };
}

/**
 * Ranks by one figure, the best first; equals share a rank. Who rests on few, or has no figure, has none, and pushes nobody
 * down.
 */
export function ranksOf(figures: readonly ({ value: number; few: boolean } | undefined)[]): (number | null)[] {
  const ranked = figures.flatMap((one) => (one && !one.few ? [one.value] : [])).sort((a, b) => b - a);
  return figures.map((one) => (one && !one.few ? ranked.indexOf(one.value) + 1 : null));
}
