/** The catalogue's part about projects, their acceptance and their end. */
import type { Entry } from '#platform/problems.ts';

export const projectProblems = {
  charter_incomplete: [
    422,
    '立项书还有 {count} 处没有填好，请按提示补齐',
    'The charter still lacks something in {count} {count|place|places}; see below',
  ],
  reviewer_is_lead: [422, '审核人不能是领办人', 'The reviewer cannot be the lead'],
  reviewer_under_lead: [
    422,
    '{reviewer} 归 {lead} 管理，不能审核其领办的项目',
    '{reviewer} serves under {lead} and cannot review what {lead} leads',
  ],
  member_is_one: [422, '专班每一行填一个人或一个单位', 'Each line of the team is one person or one unit'],
  measure_dropped: [409, '这项措施已经放弃，请选别的', 'This measure was dropped; choose another'],
  indicator_retired: [409, '指标“{name}”已停用', 'The indicator “{name}” was retired'],
  goal_twice: [422, '指标“{name}”已经是一个目标', 'The indicator “{name}” is a goal already'],
  milestone_not_open: [409, '这个节点已经报过、达到或取消', 'This milestone was reported, reached or dropped already'],
  milestone_without_evidence: [
    422,
    '报节点要附立项书要求的佐证',
    'A milestone is reported with the evidence that the charter asks for',
  ],
  milestone_outside: [422, '节点日期要在项目起止日期内', 'A milestone lies between the first and the last day'],
  last_milestone: [409, '这是最后一个未达到的节点，不能取消', 'The last milestone ahead cannot be dropped'],
  report_acknowledged: [409, '这份进展已经审核过', 'This report was acknowledged or returned already'],
  own_report: [403, '不能审核自己报的进展', 'Nobody acknowledges their own report'],
  change_decided: [409, '这项变更已经审批过', 'This change was decided already'],
  own_change: [403, '不能审批自己提的变更', 'Nobody decides on their own request'],
  target_is_baseline: [422, '目标值与基线相同，等于没有目标', 'A target equal to its baseline is no target'],
  target_wrong_way: [422, '目标值在基线不好的一侧', 'The target lies on the worse side of the baseline'],
  target_before_baseline: [422, '目标日期要晚于基线日期', 'The target lies after the baseline in time'],
  ends_before_start: [422, '结束日期早于开始日期', 'It would end before it begins'],
  held_in_future: [422, '日期还没有到', 'This day has not come yet'],
  held_before_start: [422, '验收日期早于项目开始', 'The acceptance lies before the first day of the project'],
  milestones_open: [
    409,
    '还有 {count} 个节点没有达到：{titles}',
    '{count} {count|milestone is|milestones are} not reached: {titles}',
  ],
  reports_open: [409, '还有 {count} 份进展没有审核', '{count} {count|report is|reports are} not acknowledged'],
  changes_open: [
    409,
    '还有 {count} 项变更没有审批',
    '{count} {count|request for change is|requests for change are} not decided',
  ],
  task_not_of_project: [422, '这个问题或措施不在项目里', 'This problem or measure does not belong to the project'],
  acceptance_by_lead: [403, '领办人不能参加验收', 'The lead takes no part in the acceptance'],
  acceptance_under_lead: [
    403,
    '{name} 归 {lead} 管理，不能参加验收',
    '{name} serves under {lead} and takes no part in the acceptance',
  ],
  rating_parts: [
    422,
    '群众评价要同时填评价人数和满意人数，满意人数不多于评价人数',
    'A public rating has how many were asked and how many approve, never more than were asked',
  ],
  panel_twice: [422, '验收组里有人填了两次', 'Somebody is on the panel twice'],
  goal_unknown: [404, '没有这个目标', 'There is no such goal'],
  waived_already: [409, '这个目标已经签免', 'This goal was waived already'],
  reading_there: [
    409,
    '“{name}”已有验收后的读数，不用签免',
    '“{name}” has a reading after the end; nothing is to be waived',
  ],
  reading_missing: [
    409,
    '还不能结项：{names} 没有 {day} 之后的读数，也没有签免',
    'It cannot be closed: {names} has no reading of a time after {day}, and no waiver',
  ],
} as const satisfies Record<string, Entry>;
