/** A ladder: what happens as a limit runs out, rung by rung. Its vocabulary, presets, and what makes one impossible. */
import type { Said } from '#platform/problem.ts';
import { levels } from '#project/project.ts';
import { oneOf } from '#rules/vocabulary.ts';
import { urgencies } from '#signal/signal.ts';
import { classes } from '#triage/problem.ts';

export const ladderKinds = {
  problem: { zh: '问题', en: 'Problem' },
  task: { zh: '任务', en: 'Task' },
  project: { zh: '项目', en: 'Project' },
} as const satisfies Record<string, Said>;
export type LadderKind = keyof typeof ladderKinds;

/** The limits of each kind that a ladder may be for. */
export const limitsOf = {
  problem: ['assign', 'sign', 'handle', 'verify', 'close', 'stage'],
  task: ['accept', 'finish', 'review'],
  project: ['charter', 'acknowledge', 'decide_change', 'accept_project', 'conclude'],
} as const satisfies Record<LadderKind, readonly string[]>;

/** The one circumstance that a ladder may be kept to: how urgent the matter is, its class, or whose level a project is on. */
export const conditions = {
  ...{ critical: urgencies.critical, urgent: urgencies.urgent },
  ...classes,
  ...levels,
} as const satisfies Record<string, Said>;
export type Condition = keyof typeof conditions;
const ofWork = ['critical', 'urgent', 'simple', 'prominent', 'common'] as const;
export const conditionsOf = {
  problem: ofWork,
  task: ofWork,
  project: ['group', 'committee', 'branch'],
} as const satisfies Record<LadderKind, readonly Condition[]>;

/** Cities differ in their colours (blue near due, yellow behind, red overdue; or blue → orange → red): each rung names its own. */
export const lights = {
  blue: { zh: '蓝', en: 'Blue' },
  yellow: { zh: '黄', en: 'Yellow' },
  orange: { zh: '橙', en: 'Orange' },
  red: { zh: '红', en: 'Red' },
} as const satisfies Record<string, Said>;

export const measures = {
  share: { zh: '用时比例', en: 'Share of the time used' },
  before: { zh: '到期前（小时）', en: 'Hours before due' },
  after: { zh: '逾期后（小时）', en: 'Hours after due' },
} as const satisfies Record<string, Said>;

/** Each does what stands before it as well: who sends a letter has told the head. */
export const actions = {
  remind: { zh: '提醒承办人', en: 'Remind the holder' },
  tell: { zh: '提醒承办人并告知负责人', en: 'Remind the holder and tell the head' },
  letter: { zh: '发督办单', en: 'Send a supervision letter' },
  talk: { zh: '约谈', en: 'Call to a formal talk' },
} as const satisfies Record<string, Said>;

export const ladderKind = oneOf(ladderKinds);
export const condition = oneOf(conditions);
export const light = oneOf(lights);
export const measure = oneOf(measures);
export const action = oneOf(actions);

export type Rung = {
  light: keyof typeof lights;
  measure: keyof typeof measures;
  /** Share of the time used, 0.1 … 1, or hours. */
  at: number;
  action: keyof typeof actions;
  /** 0: the head of the unit that has it; 1: of the unit above; and so on. */
  up: number;
  /** Told in place of whoever is on the line. */
  person?: { id: string; name: string } | null;
  /** At least so many hours after the rung before it: whoever was pressed has time to act. */
  graceHours: number;
  /** Letters: working days to answer. */
  answerDays: number | null;
};

export const MOST_RUNGS = 12;
export const MOST_UP = 6;

export type Fault = 'share_behind_end' | 'out_of_order' | 'measures_mixed' | 'no_answer_days' | 'reminder_up';

/** What is wrong with a rung where it stands; `reminder_up`: a reminder goes to the holder, who stands on no line. */
export function faultsOf(rungs: readonly Rung[]): { nth: number; fault: Fault }[] {
  return rungs.flatMap((rung, i) => {
    const nth = i;
    const before = rungs[i - 1];
    const faults: Fault[] = [];
    if (rung.measure === 'share' && (rung.at <= 0 || rung.at > 1)) faults.push('share_behind_end');
    if (before && mixed(before, rung)) faults.push('measures_mixed');
    else if (before && place(before) > place(rung)) faults.push('out_of_order');
    if (rung.action === 'letter' && rung.answerDays === null) faults.push('no_answer_days');
    if (rung.action === 'remind' && (rung.up > 0 || rung.person)) faults.push('reminder_up');
    return faults.map((fault) => ({ nth, fault }));
  });
}

/** Whether half of the time or four hours before the end comes first depends on the limit: a ladder has the one or the other. */
const mixed = (a: Rung, b: Rung): boolean =>
  (a.measure === 'share' && a.at < 1 && b.measure === 'before') ||
  (a.measure === 'before' && b.measure === 'share' && b.at < 1);

/** Where a rung stands on its own measure: before the end below 0, at it 0, after it above. */
const place = ({ measure: by, at }: Rung): number => (by === 'share' ? at - 1 : by === 'before' ? -at : at);

const rung = (
  [colour, by, at]: [Rung['light'], Rung['measure'], number],
  does: Rung['action'],
  more: Partial<Rung> = {},
): Rung => ({
  ...{ light: colour, measure: by, at, action: does, up: 0, graceHours: 0 },
  answerDays: does === 'letter' ? 3 : null,
  ...more,
});

/** After common practice, for reference only. */
export const presets = {
  lights: {
    zh: '绿黄红：按用时比例',
    en: 'Green, yellow, red by share of the time',
    rungs: [
      rung(['yellow', 'share', 0.5], 'remind'),
      rung(['orange', 'share', 0.8], 'tell'),
      rung(['red', 'share', 1], 'letter'),
    ],
  },
  escalation: {
    zh: '蓝橙红：逾期后逐级加压',
    en: 'Blue, orange, red after the deadline',
    rungs: [
      rung(['blue', 'after', 0], 'tell'),
      rung(['orange', 'after', 24], 'letter', { graceHours: 12 }),
      rung(['red', 'after', 72], 'talk', { up: 1, graceHours: 24 }),
    ],
  },
  progress: {
    zh: '临期、滞后、逾期',
    en: 'Near due, behind plan, overdue',
    rungs: [
      rung(['blue', 'before', 24], 'remind'),
      rung(['yellow', 'before', 4], 'tell'),
      rung(['red', 'after', 0], 'letter'),
    ],
  },
} as const satisfies Record<string, Said & { rungs: readonly Rung[] }>;
