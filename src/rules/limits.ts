/** The built-in limits: how long each part of the way may take. Rows, so that an office changes them as dated data. */
import type { UnitOfTime } from '#clock/due.ts';

export type Limit = {
  limit_name: string;
  urgency?: 'normal' | 'urgent' | 'critical';
  class?: 'simple' | 'prominent' | 'common';
  unit_of_time: UnitOfTime;
  budget: number;
};

/** 挂账: looked at again after half a year at the latest, where no rule says otherwise. */
export const LONGEST_ON_THE_BOOKS = 183;

/**
 * After common practice, for reference only: two days for simple problems (Taizhou), 10 and 15 working days for requests and
 * complaints (Guangdong's hotline rules), 2 hours to take up what is urgent (Beijing's draft of DB11/T 2021).
 */
export const builtInLimits: Limit[] = [
  { limit_name: 'triage', unit_of_time: 'working_day', budget: 1 },
  { limit_name: 'triage', urgency: 'urgent', unit_of_time: 'hour', budget: 2 },
  { limit_name: 'triage', urgency: 'critical', unit_of_time: 'hour', budget: 1 },
  { limit_name: 'assign', unit_of_time: 'working_day', budget: 1 },
  { limit_name: 'assign', urgency: 'urgent', unit_of_time: 'hour', budget: 2 },
  { limit_name: 'assign', urgency: 'critical', unit_of_time: 'hour', budget: 1 },
  { limit_name: 'sign', unit_of_time: 'working_day', budget: 1 },
  { limit_name: 'sign', urgency: 'urgent', unit_of_time: 'hour', budget: 2 },
  { limit_name: 'sign', urgency: 'critical', unit_of_time: 'hour', budget: 1 },
  { limit_name: 'handle', unit_of_time: 'working_day', budget: 10 },
  { limit_name: 'handle', class: 'simple', unit_of_time: 'working_day', budget: 2 },
  { limit_name: 'handle', class: 'common', unit_of_time: 'working_day', budget: 15 },
  { limit_name: 'handle', urgency: 'critical', unit_of_time: 'hour', budget: 24 },
  { limit_name: 'verify', unit_of_time: 'working_day', budget: 3 },
  { limit_name: 'close', unit_of_time: 'working_day', budget: 2 },
  { limit_name: 'answer', unit_of_time: 'working_day', budget: 2 },
  { limit_name: 'accept', unit_of_time: 'working_day', budget: 1 },
  { limit_name: 'finish', unit_of_time: 'working_day', budget: 5 },
  { limit_name: 'review', unit_of_time: 'working_day', budget: 2 },
  { limit_name: 'charter', unit_of_time: 'working_day', budget: 5 },
  { limit_name: 'acknowledge', unit_of_time: 'working_day', budget: 3 },
  { limit_name: 'decide_change', unit_of_time: 'working_day', budget: 3 },
  { limit_name: 'accept_project', unit_of_time: 'working_day', budget: 15 },
  // Half a year: long enough for a few monthly readings after the end.
  { limit_name: 'conclude', unit_of_time: 'day', budget: 180 },
  { limit_name: 'deferral', unit_of_time: 'day', budget: LONGEST_ON_THE_BOOKS },
];

export const limitNames = {
  triage: { zh: '分诊', en: 'triage' },
  assign: { zh: '派单', en: 'assignment' },
  sign: { zh: '签收', en: 'signature' },
  handle: { zh: '办结', en: 'handling' },
  verify: { zh: '核查', en: 'verification' },
  close: { zh: '结案', en: 'closing' },
  answer: { zh: '答复', en: 'answer' },
  accept: { zh: '接收', en: 'acceptance' },
  finish: { zh: '完成', en: 'completion' },
  review: { zh: '审核', en: 'review' },
  charter: { zh: '立项', en: 'chartering' },
  acknowledge: { zh: '审核进展', en: 'acknowledgement' },
  decide_change: { zh: '审批变更', en: 'decision on the change' },
  accept_project: { zh: '验收', en: 'acceptance' },
  conclude: { zh: '结项', en: 'closing' },
  // A stage inside the matter: which one, the clock says; how long, the rule of handling.
  stage: { zh: '阶段', en: 'stage' },
  // No clock runs by it: the latest day of review that may be chosen.
  deferral: { zh: '挂账最长期限', en: 'longest time on the books' },
  answer_letter: { zh: '答复督办单', en: 'answer to the letter' },
  note: { zh: '批示答复', en: "answer to a leader's note" },
  // Not a limit but a date: a milestone's own.
  milestone: { zh: '节点', en: 'milestone' },
} as const;

export type Conditions = {
  channel_id: string | null;
  category_id: string | null;
  urgency: string | null;
  class: string | null;
};

/** `categories`: what the thing is about, the nearest first, then what lies above it. */
export type Matter = {
  channel?: string | null;
  urgency?: string | null;
  class?: string | null;
  categories?: readonly string[];
};

/** More than a category of any depth, or urgency and class, can weigh. */
const BY_CHANNEL = 1_000;

/**
 * The rule that fits best; a named condition that differs excludes it. The channel wins over the nearest category, that over
 * urgency, urgency over class: a lane of its own (petitions) has its time whatever the matter, and what an office says of a
 * matter it knows by name is meant for that matter, however urgent (decisions 35 and 46).
 */
export function closest<R extends Conditions>(rules: readonly R[], about: Matter): R | undefined {
  const categories = about.categories ?? [];
  const fits = rules.filter(
    (rule) =>
      (rule.channel_id ?? about.channel ?? null) === (about.channel ?? null) &&
      (rule.category_id === null || categories.includes(rule.category_id)) &&
      (rule.urgency ?? about.urgency) === about.urgency &&
      (rule.class ?? about.class) === about.class,
  );
  const near = ({ category_id }: R) => (category_id ? 4 * (categories.length - categories.indexOf(category_id)) : 0);
  const weight = (rule: R) =>
    (rule.channel_id ? BY_CHANNEL : 0) + near(rule) + (rule.urgency ? 2 : 0) + (rule.class ? 1 : 0);
  return fits.sort((a, b) => weight(b) - weight(a))[0];
}

/** A rule holds from its first day up to, and without, `valid_to`. */
export const isValidOn = (
  { valid_from, valid_to }: { valid_from: string; valid_to: string | null },
  day: string,
): boolean => valid_from <= day && (valid_to === null || valid_to > day);
