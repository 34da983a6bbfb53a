/** The catalogue's part about the working calendar and office hours. */
import type { Entry } from '#platform/problems.ts';

export const calendarProblems = {
  calendar_not_a_day: [422, '第 {row} 行：“{text}”不是日期', 'Row {row}: “{text}” is no date'],
  calendar_other_year: [422, '第 {row} 行：{day} 不在 {year} 年', 'Row {row}: {day} is not in {year}'],
  calendar_day_twice: [422, '第 {row} 行：{day} 前面已经有了', 'Row {row}: {day} stands above already'],
  calendar_no_kind: [
    422,
    '第 {row} 行：要写明是休息还是上班，现在是“{text}”',
    'Row {row}: say whether it is off or worked; it says “{text}”',
  ],
  calendar_empty: [
    422,
    '没有一天与平常的周末不同，不是一年的放假安排',
    'No day differs from the week: this is no arrangement of a year',
  ],
  calendar_too_much_work: [
    422,
    '有 {count} 个周末要上班，放假安排最多十来个；请核对',
    '{count} {count|day of a weekend is|days of weekends are} worked; an arrangement has about ten at most. Check it',
  ],
  calendar_too_much_off: [
    422,
    '有 {count} 个工作日放假，放假安排最多四十个；请核对',
    '{count} weekdays are off; an arrangement has forty at most. Check it',
  ],
  calendar_holiday_missing: [
    422,
    '{day} 是法定节假日，安排里没有放假',
    '{day} is a statutory holiday, and the arrangement does not have it off',
  ],
  calendar_reason_needed: [
    422,
    '{year} 年的安排已经导入，更正要写明理由',
    'The arrangement of {year} is there already; say why it is corrected',
  ],
  calendar_same: [409, '与现行的安排完全一样，没有什么要改', 'It is as it stands already; there is nothing to change'],
  calendar_year_range: [422, '年份要在 {from} 到 {to} 之间', 'The year lies between {from} and {to}'],
  calendar_behind: [
    409,
    '上一次变更还在更新时限（已看 {looked} 条），完成后再改',
    'Deadlines still follow the last change ({looked} looked at); change it again when that is done',
  ],
  hours_ended_before: [422, '{part}结束早于开始', 'The {part} ends before it begins'],
  hours_overlap: [
    422,
    '与 {from} 起的另一行重叠：同一单位、同样的日子只能有一行，请先让那一行到期',
    'This overlaps the row that begins on {from}: one unit has one row for a day; let that one end first',
  ],
  hours_season_half: [422, '季节要有起止两天', 'A season has a first and a last day'],
  hours_afternoon_half: [422, '下午要有上下班两个时间', 'An afternoon has a beginning and an end'],
} as const satisfies Record<string, Entry>;
