/** The charter (立项书): what a draft must hold before it can be proposed, as rules that form and server share. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';
import { level, memberRole } from '#project/project.ts';
import { id } from '#rules/shapes.ts';

const text = z.string().trim().max(5_000).default('');
const day = z.iso.date();

export const goalDraft = z.object({
  id,
  indicatorId: id,
  baseline: z.number(),
  baselineOn: day,
  baselineSource: z.string().trim().min(1).max(500),
  target: z.number(),
  targetOn: day,
});

export const milestoneDraft = z.object({
  id,
  title: z.string().trim().min(1).max(200),
  dueOn: day,
  evidenceAsked: z.string().trim().min(1).max(500),
});

/** A person or a unit that answers in one of the five layers; lead and reviewer are named apart. */
export const memberDraft = z.object({
  role: memberRole.exclude(['lead', 'reviewer']),
  personId: id.nullable().default(null),
  unitId: id.nullable().default(null),
  duty: z.string().trim().max(500).default(''),
});

export const charter = z.object({
  title: z.string().trim().min(1).max(200),
  level,
  unitId: id,
  leadId: id.nullable().default(null),
  reviewerId: id.nullable().default(null),
  background: text,
  effect: text,
  method: text,
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  problems: z.array(id).max(50).default([]),
  measures: z.array(id).max(100).default([]),
  goals: z.array(goalDraft).max(20).default([]),
  milestones: z.array(milestoneDraft).max(50).default([]),
  team: z.array(memberDraft).max(200).default([]),
});
export type Charter = z.output<typeof charter>;
export type GoalDraft = z.output<typeof goalDraft>;
export type MilestoneDraft = z.output<typeof milestoneDraft>;
export type MemberDraft = z.output<typeof memberDraft>;

/** What is still missing, by the field of the form; nothing where the charter can be proposed. */
export type Missing = { path: string; message: Said };

const needed: { path: keyof Charter; message: Said }[] = [
  { path: 'background', message: { zh: '请写明背景和问题', en: 'Say what the problem is' } },
  { path: 'effect', message: { zh: '请写明要看到的成效', en: 'Say what is to be different afterwards' } },
  { path: 'method', message: { zh: '请写明怎样看出成效', en: 'Say how one will see it' } },
  { path: 'startsOn', message: { zh: '请填开始日期', en: 'Give the first day' } },
  { path: 'endsOn', message: { zh: '请填结束日期', en: 'Give the last day' } },
  { path: 'leadId', message: { zh: '请确定领办人', en: 'Name the lead' } },
  { path: 'reviewerId', message: { zh: '请确定审核人', en: 'Name the reviewer' } },
  { path: 'problems', message: { zh: '请选要解决的问题', en: 'Choose the problem it answers' } },
  { path: 'goals', message: { zh: '请至少定一个可以计数的目标', en: 'Set at least one goal that can be counted' } },
  { path: 'milestones', message: { zh: '请至少定一个节点', en: 'Set at least one milestone' } },
];

const empty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Better = ReadonlyMap<string, 'lower' | 'higher'>;

/** What contradicts itself, and is not even kept as a draft. @param better which way is better for each goal's indicator. */
export const wrongIn = (draft: Charter, better: Better): Missing[] => [
  ...datesWrong(draft),
  ...goalsWrong(draft.goals, better),
];

/** What keeps a draft from being proposed. */
export function missingIn(draft: Charter, better: Better): Missing[] {
  const absent = needed.filter(({ path }) => empty(draft[path])).map(({ path, message }) => ({ path, message }));
  return [...absent, ...wrongIn(draft, better)];
}

function datesWrong({ startsOn, endsOn, milestones }: Charter): Missing[] {
  if (!startsOn || !endsOn) return [];
  if (endsOn < startsOn)
    return [{ path: 'endsOn', message: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } }];
  return milestones.flatMap(({ title, dueOn }, at) =>
    dueOn < startsOn || dueOn > endsOn
      ? [
          {
            path: `milestones.${at}.dueOn`,
            message: {
              zh: `节点“${title}”不在项目起止日期内`,
              en: `The milestone “${title}” lies outside the project`,
            },
          },
        ]
      : [],
  );
}

/** A target must differ from its baseline, lie after it, and lie on the better side. */
function goalsWrong(goals: GoalDraft[], better: Better): Missing[] {
  return goals.flatMap(({ indicatorId, baseline, target, baselineOn, targetOn }, at) => {
    const wrong: Missing[] = [];
    if (targetOn <= baselineOn)
      wrong.push({
        path: `goals.${at}.targetOn`,
        message: { zh: '目标日期要晚于基线日期', en: 'The target lies after the baseline in time' },
      });
    const way = better.get(indicatorId);
    if (target === baseline)
      wrong.push({
        path: `goals.${at}.target`,
        message: { zh: '目标值与基线相同，等于没有目标', en: 'A target equal to its baseline is no target' },
      });
    else if (way && target > baseline !== (way === 'higher'))
      wrong.push({
        path: `goals.${at}.target`,
        message:
          way === 'lower'
            ? { zh: '这个指标越低越好，目标应低于基线', en: 'Lower is better here: the target lies below the baseline' }
            : {
                zh: '这个指标越高越好，目标应高于基线',
                en: 'Higher is better here: the target lies above the baseline',
              },
      });
    return wrong;
  });
}
