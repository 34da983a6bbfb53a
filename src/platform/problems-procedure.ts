/** The catalogue's part about standard procedures, their runs and what starts them. */
import type { Entry } from '#platform/problems.ts';

export const procedureProblems = {
  procedure_no_steps: [422, '流程还没有步骤', 'The procedure has no steps yet'],
  procedure_no_title: [422, '“{step}”要写明做什么', 'Say what is to be done in “{step}”'],
  procedure_key_twice: [
    422,
    '“{step}”与前面一步重号，请删掉再加',
    '“{step}” has the key of a step before it; add it anew',
  ],
  procedure_circle: [422, '“{step}”绕了一圈要等自己', '“{step}” waits, in a circle, for itself'],
  procedure_after_missing: [422, '“{step}”要等的一步已经不在', '“{step}” comes after a step that is not there'],
  procedure_no_limit: [422, '“{step}”没有时限', '“{step}” has no limit'],
  procedure_limit_too_long: [
    422,
    '“{step}”的时限太长：每月几日只能是 1 至 28，其余不超过 1000 天',
    'The limit of “{step}” is too long: days of the month go from 1 to 28, others to 1,000 days',
  ],
  procedure_no_role: [422, '“{step}”没有选岗位', '“{step}” names no post'],
  procedure_no_person: [422, '“{step}”没有选人', '“{step}” names no person'],
  procedure_no_unit: [422, '“{step}”没有选单位', '“{step}” names no unit'],
  procedure_listed_late: [
    422,
    '“{step}”交给许多人，只能是开头的一步',
    '“{step}” is given to many, and can only stand at the beginning',
  ],
  procedure_listed_twice: [422, '只能有一步交给许多人', 'Only one step can be given to many'],
  procedure_range_empty: [
    422,
    '“{step}”的读数范围没有界限，或下限高于上限',
    'The range of “{step}” has no bound, or its lower above its upper',
  ],
  procedure_rule_step: [
    422,
    '“{step}”要凭另一步自动完成，而那一步不在，或反过来要等它',
    '“{step}” closes by a step that is not there, or that waits for it in turn',
  ],
  procedure_role_nobody: [422, '“{step}”：{unit}现在没有人担任{role}', '“{step}”: nobody in {unit} is {role} today'],
  procedure_unit_closed: [422, '“{step}”：{unit}已撤销', '“{step}”: {unit} was abolished'],
  procedure_person_gone: [422, '“{step}”：{name}已离任或没有岗位', '“{step}”: {name} has left or holds no post'],
  procedure_indicator_unknown: [
    422,
    '“{step}”的指标不存在，或您无权查看',
    'The indicator of “{step}” is not there, or not yours to see',
  ],
  procedure_same_two: [422, '负责人和接替人要是两个人', 'Whoever answers for it and whoever stands in are two persons'],
  procedure_days_overlap: [
    422,
    '与第 {nth} 版的有效期（{from} 至 {to}）重叠',
    'Overlaps version {nth}, which is in force from {from} to {to}',
  ],
  procedure_begins_past: [422, '启用日期不能早于今天', 'It cannot come into force before today'],
  procedure_ends_first: [422, '失效日期要在启用日期之后', 'It ends after it begins'],
  procedure_has_draft: [409, '已有一个草稿，请先启用或停用它', 'There is a draft already; issue or drop it first'],
  procedure_not_in_force: [409, '这个流程现在没有启用的版本', 'No version of this procedure is in force today'],
  procedure_about_unknown: [
    422,
    '没有这个问题或单位，或您无权查看',
    'There is no such problem or unit, or it is not yours to see',
  ],
  procedure_nobody_listed: [422, '没有选出任何在岗的人', 'Nobody in office was chosen'],
  procedure_too_many: [422, '一次最多交办 {limit} 人', 'At most {limit} persons at once'],
  procedure_same_version: [409, '这次办理已经按这一版进行', 'The run goes by this version already'],
  trigger_circle: [
    422,
    '这样会绕回来：那个流程办完又会发起本流程',
    'That would go round: this procedure would, in the end, start itself',
  ],
  trigger_unknown: [
    422,
    '触发条件所指的渠道、分类、指标或流程不存在',
    'The channel, category, indicator or procedure of this trigger is not there',
  ],
} as const satisfies Record<string, Entry>;
