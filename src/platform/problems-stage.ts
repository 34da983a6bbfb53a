/** The catalogue's part about stages inside one matter. */
import type { Entry } from '#platform/problems.ts';

export const stageProblems = {
  stage_limit: [422, '只有办结时限能分阶段', 'Only the limit of handling can have stages'],
  stage_budget: [
    422,
    '阶段“{name}”的时限须是 1 到 {most} 的整数',
    'The limit of the stage “{name}” is a whole number from 1 to {most}',
  ],
  stage_backwards: [
    422,
    '阶段“{name}”从“{starts}”到“{ends}”：开始须在结束之前',
    'The stage “{name}” runs from “{starts}” to “{ends}”: it has to begin before it ends',
  ],
  stage_follows: [
    422,
    '阶段“{name}”从“{starts}”开始，那时“{before}”还没有结束：阶段只能一段接一段',
    'The stage “{name}” begins with “{starts}”, when “{before}” has not ended: stages follow one another',
  ],
  stage_crosses: [
    422,
    '阶段“{name}”从“{starts}”到“{ends}”跨过了派单或办结反馈：办结时限从派单算到办结反馈，请在那里分开',
    'The stage “{name}” runs from “{starts}” to “{ends}” and crosses the assignment or the report: the limit of handling begins and ends there, so divide it there',
  ],
  stage_unit: [
    422,
    '阶段“{name}”与办结时限的单位不能相加：都用工作时、工作日，或都用小时、自然日',
    'The stage “{name}” and the limit of handling cannot be added up: give both in working time, or both in natural time',
  ],
  stage_sum: [
    422,
    '办理各阶段合计 {sum} 小时，超过办结时限的 {limit} 小时（一个工作日按 8 工作小时算）',
    'The stages of handling take {sum} hours in all, more than the {limit} hours of its limit (a working day counted as 8 working hours)',
  ],
} as const satisfies Record<string, Entry>;
