/** Who is proposed for a task, and why: by duty, area, skill, what they have to do already, absence, and a fair share. */
import { wallClock } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';

/** An open task in somebody's hands; `dueAt` null: no limit, or it stands still. */
export type OpenTask = { dueAt: Date | null };

/** What is known of somebody who may be given it. */
export type Colleague = {
  id: string;
  name: string;
  /** The post by which they serve in the unit. */
  post: Said;
  /** In the very unit, not in one below it. */
  own: boolean;
  /** Heads it: hands work out rather than doing it. */
  heads: boolean;
  /** Holds the role that is asked; true where none is. */
  roled: boolean;
  /** Their unit's area is where it happened, or holds it; null where no area is asked. */
  inArea: boolean | null;
  /** Of the skills asked: names. */
  has: string[];
  lacks: string[];
  tasks: OpenTask[];
  /** Tasks given to them in the working days of the rule. */
  recent: number;
  awayUntil: Date | null;
};

export type Ranked = { of: Colleague; load: number; fits: boolean; why: Said[] };

/** How even the shares are kept: at most `cap` times the usual share, over so many working days, today among them. */
export type ShareRule = { cap: number; days: number };
/** Where the office has said nothing: nobody gets more than one and a half times what colleagues got in a week. For reference. */
export const BUILT_IN_SHARE: ShareRule = { cap: 1.5, days: 5 };

const HOUR = 3_600_000;
/** An open task weighs 1; due within three days 2; due within a day, or late, 3. */
export const weightOf = ({ dueAt }: OpenTask, now: Date): number => {
  if (dueAt === null) return 1;
  const hours = (dueAt.getTime() - now.getTime()) / HOUR;
  return hours <= 24 ? 3 : hours <= 72 ? 2 : 1;
};

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * As many tasks as one may have got lately, the new one among them: `cap` times the median of the others, rounded up to
 * whole tasks, at least one. Without others there is no share to reckon.
 */
export const shareOf = (cap: number, others: readonly number[]): number =>
  others.length === 0 ? Number.POSITIVE_INFINITY : mostAt(cap, median(others));

/** @param usual the median of the others */
export const mostAt = (cap: number, usual: number): number => Math.max(1, Math.ceil(cap * usual));

/** The median of all but the one at `n`, of a list that is sorted and holds another. */
export function medianWithout(sorted: readonly number[], n: number): number {
  const at = (i: number) => sorted[i < n ? i : i + 1]!;
  const others = sorted.length - 1;
  const half = Math.floor(others / 2);
  return others % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

/** Would one more be more than the share? Then colleagues are proposed first. */
export const isPast = (recent: number, share: number): boolean => recent + 1 > share;

/** What stands in the way, from the least to the most. */
const ways = ['none', 'share', 'skill', 'role', 'away'] as const;
type Way = (typeof ways)[number];

function inTheWay(one: Colleague, now: Date): Exclude<Way, 'share'> {
  if (one.awayUntil !== null && one.awayUntil > now) return 'away';
  if (!one.roled) return 'role';
  return one.lacks.length > 0 ? 'skill' : 'none';
}

/**
 * Best first. Those in whose way nothing stands come before all others; among them who works where it happened, then
 * who does before who heads, then who has least to do, then who got least lately. The same whatever the order they came in.
 */
export function rank(
  colleagues: readonly Colleague[],
  { now, cap, days = BUILT_IN_SHARE.days }: { now: Date; cap: number; days?: number },
): Ranked[] {
  const fitting = colleagues.filter((one) => inTheWay(one, now) === 'none');
  const judged = colleagues.map((of) => {
    const others = fitting.filter((one) => one.id !== of.id).map((one) => one.recent);
    const share = shareOf(cap, others);
    const stands = inTheWay(of, now);
    const way: Way = stands === 'none' && isPast(of.recent, share) ? 'share' : stands;
    const load = of.tasks.reduce((sum, task) => sum + weightOf(task, now), 0);
    const usual = others.length === 0 ? null : median(others);
    return { of, load, way, fits: way === 'none', why: whyOf(of, { way, usual, now, days }) };
  });
  const key = ({ of, load, way }: (typeof judged)[number]) =>
    [ways.indexOf(way), of.inArea === false ? 1 : 0, of.heads ? 1 : 0, load, of.recent, of.own ? 0 : 1] as const;
  judged.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at === -1 ? (a.of.id < b.of.id ? -1 : 1) : left[at]! - right[at]!;
  });
  return judged.map(({ of, load, fits, why }) => ({ of, load, fits, why }));
}

type Judged = { way: Way; usual: number | null; now: Date; days: number };

/** What speaks against first, then what speaks for. */
function whyOf(one: Colleague, { way, usual, now, days }: Judged): Said[] {
  const soon = one.tasks.filter((task) => weightOf(task, now) === 3).length;
  return [
    ...(way === 'away' ? [away(one.awayUntil!)] : []),
    ...(way === 'role' ? [{ zh: '没有所需的角色', en: 'does not hold the role' }] : []),
    ...(one.lacks.length > 0
      ? [{ zh: `没有“${one.lacks.join('、')}”技能`, en: `without the skill ${one.lacks.join(', ')}` }]
      : []),
    ...(way === 'share' ? [{ zh: '近来派得比同事多', en: 'got more than colleagues lately' }] : []),
    { zh: `任${one.post.zh}`, en: one.post.en },
    ...(one.inArea === true ? [{ zh: '负责事发片区', en: 'works where it happened' }] : []),
    ...(one.inArea === false ? [{ zh: '不在事发片区', en: 'works elsewhere' }] : []),
    ...(one.has.length > 0
      ? [{ zh: `有“${one.has.join('、')}”技能`, en: `with the skill ${one.has.join(', ')}` }]
      : []),
    one.tasks.length === 0
      ? { zh: '手上没有任务', en: 'has no open task' }
      : {
          zh: `手上 ${one.tasks.length} 件${soon > 0 ? `，其中 ${soon} 件一天内到期` : ''}`,
          en: `${one.tasks.length} open${soon > 0 ? `, ${soon} due within a day` : ''}`,
        },
    {
      zh: `近 ${days} 个工作日派了 ${one.recent} 件${usual === null ? '' : `（同事一般 ${usual} 件）`}`,
      en: `${one.recent} given in ${days} working days${usual === null ? '' : ` (colleagues: ${usual})`}`,
    },
  ];
}

function away(until: Date): Said {
  const { month, day, time } = wallClock(until);
  const en = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${time}`;
  return { zh: `不在岗，到 ${month}月${day}日 ${time}`, en: `away until ${en}` };
}
