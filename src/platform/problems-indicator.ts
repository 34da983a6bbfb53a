/** The catalogue's part about indicators and readings. */
import type { Entry } from '#platform/problems.ts';

export const indicatorProblems = {
  indicator_counted: [
    422,
    '这个指标由程序统计，不能填报、导入或另定口径',
    'The program counts this indicator: it is not typed, imported or redefined',
  ],
  indicator_not_counted: [
    422,
    '这个指标由人填报，程序不统计',
    'People read this indicator; the program does not count it',
  ],
  indicator_unknown: [422, '没有编号或名称是“{name}”的指标', 'No indicator has the number or name “{name}”'],
  indicator_several: [
    422,
    '有几个指标都叫“{name}”，请写编号',
    'Several indicators are called “{name}”; give the number',
  ],
  indicator_other_name: [422, '编号 {number} 的指标叫“{name}”', 'The indicator numbered {number} is called “{name}”'],
  indicator_not_yours: [422, '“{name}”不归您的单位填报', 'Readings of “{name}” are not recorded by your unit'],
  indicator_retired: [422, '“{name}”已停用', '“{name}” is retired'],
  definition_not_later: [
    422,
    '新口径要晚于现行口径的启用日 {day}',
    'A new definition begins after the one in force, which began on {day}',
  ],
  reading_other_unit: [
    422,
    '单位是“{given}”，而指标“{name}”的单位是“{unit}”，请换算后再填',
    'This is in “{given}”, but “{name}” is counted in “{unit}”; convert it first',
  ],
  reading_no_unit: [422, '没有写单位', 'The unit is not given'],
  reading_no_value: [422, '没有数值，分子、分母也不全', 'There is no value, nor both parts of a ratio'],
  reading_not_a_number: [422, '“{value}”不是数', '“{value}” is not a number'],
  reading_too_large: [422, '数值超过 {limit}，请换更大的单位', 'The figure is beyond {limit}; use a larger unit'],
  reading_of_nothing: [422, '分母不能是 0', 'The denominator cannot be 0'],
  reading_ratio: [
    422,
    '数值 {given} 与分子÷分母得出的 {ratio} 不符',
    'The value {given} is not numerator ÷ denominator, which gives {ratio}',
  ],
  reading_backwards: [422, '结束日不能早于开始日', 'The last day cannot come before the first'],
  reading_future: [422, '这一期到 {to} 才结束，还没有读数', 'The period ends on {to}: there is no reading of it yet'],
  reading_there: [
    409,
    '{from} 至 {to} 已有读数；要更正请先撤回',
    'There is a reading of {from} to {to} already; withdraw it to correct it',
  ],
  reading_overlaps: [
    409,
    '与 {from} 至 {to} 的读数有重叠的日子',
    'Some of these days belong to the reading of {from} to {to}',
  ],
  reading_across: [422, '口径自 {day} 起变更，请分成两期', 'The definition changes on {day}; divide the period there'],
  reading_withdrawn: [409, '这条读数已经撤回', 'The reading was withdrawn already'],
  reading_no_period: [422, '没有开始日，也没有月份', 'There is neither a first day nor a month'],
  reading_month: [422, '“{value}”不是年月，请写成 2026年3月', '“{value}” is no month; write it like 2026-03'],
} as const satisfies Record<string, Entry>;
