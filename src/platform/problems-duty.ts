/** The catalogue's part about the duty list and whose a matter is. */
import type { Entry } from '#platform/problems.ts';

export const dutyProblems = {
  duty_draft_open: [
    409,
    '第 {number} 版草案正在编制：先发布或作废它，再起草新的',
    'Version {number} is being drafted: issue or drop it before another is begun',
  ],
  duty_from_past: [
    422,
    '只能从今天或以后生效：以前派的单仍按当时的清单',
    'A version is in force from today or later: what was assigned before keeps the list of its day',
  ],
  duty_from_taken: [
    422,
    '第 {number} 版自 {day} 起生效，新版要晚于这一天',
    'Version {number} is in force from {day}; a newer one begins after that day',
  ],
  duty_empty: [422, '这一版里还没有一条职责', 'This version has no line yet'],
  duty_in_force: [
    409,
    '已经生效的一版不能作废：请起草新版来替代',
    'A version that has been in force cannot be dropped: draft a new one to supersede it',
  ],
  duty_line_there: [
    409,
    '第 {line} 条已经写了同一事项、同一层级、同一区域的职责',
    'Line {line} already says the duty for this matter, level and area',
  ],
  duty_no_draft: [
    409,
    '没有正在编制的草案：先起草一版，再导入',
    'No version is being drafted: draft one before importing',
  ],
  duty_line_twice: [
    422,
    '与第 {line} 条是同一事项、层级和区域，但这份文件里两处写法不同；请只留一处',
    'It speaks of the same matter, level and area as line {line}, and this file says both differently; leave one',
  ],
  duty_no_matter: [
    422,
    '要选一个分类，或写出事项（分类里没有时）',
    'Choose a category, or write the matter where no category names it',
  ],
  duty_no_lead: [422, '市级的职责要写明主办单位', 'A duty of the city’s level names its lead unit'],
  duty_low_withdrawal: [
    422,
    '上收事项由市级或区县的单位承接，不能写乡镇街道或村社区',
    'A withdrawn matter is taken over by a unit of the city or a district, not of a township or village',
  ],
  duty_level_unknown: [
    422,
    '看不懂层级“{value}”：写 市级、区县、乡镇街道 或 村社区',
    'The level “{value}” is not known: write city, district, township or village',
  ],
  duty_yes_no: [
    422,
    '看不懂“{value}”：上收的写“是”，不上收的写“否”或留空',
    'What “{value}” means is not known: write yes where it is withdrawn, no or nothing where it is not',
  ],
  duty_category_unknown: [
    422,
    '分类里没有“{name}”；相近的有：{nearest}',
    'No category is called “{name}”; the nearest are: {nearest}',
  ],
  duty_category_several: [
    422,
    '有几个分类都叫“{name}”，请写全路径：{paths}',
    'Several categories are called “{name}”; write the whole path: {paths}',
  ],
  duty_area_unknown: [422, '没有叫“{name}”的区划，也没有这个代码', 'No area has the name or code “{name}”'],
  duty_area_several: [
    422,
    '有几个区划都叫“{name}”，请写区划代码',
    'Several areas are called “{name}”; write the statistical code',
  ],
  matter_withdrawn: [
    422,
    '“{matter}”已上收，不能派给{unit}（{line}）。请派给{lead}；确需由{unit}办的，请有“越过上收”权限的人（热线值班长）写明理由后派出',
    '“{matter}” was withdrawn to the upper level and cannot be given to {unit} ({line}). Give it to {lead}; where {unit} must have it, somebody who may override this (the head of dispatch) assigns it with the reason',
  ],
  matter_withdrawn_reason: [
    422,
    '把上收事项派给{unit}要写明理由，理由记入台账',
    'Giving a withdrawn matter to {unit} needs a reason; it stands in the ledger',
  ],
} as const satisfies Record<string, Entry>;
