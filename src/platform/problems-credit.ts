/** The catalogue's part about organisations and their credit levels. */
import type { Entry } from '#platform/problems.ts';

export const creditProblems = {
  credit_code_person: [
    422,
    '这是个人身份证号：信用等级只针对有统一社会信用代码的单位，不登记个人',
    'This is a person’s ID number: levels are about organisations with a registered code, never about persons',
  ],
  organisation_there: [409, '{code} 已经登记过', '{code} is registered already'],
  credit_metric_there: [409, '已有同名的事实指标“{name}”', 'There is a figure named “{name}” already'],
  credit_metric_unknown: [
    422,
    '没有叫“{name}”的事实指标：先在信用规则里增加',
    'There is no figure named “{name}”: name it in the rules first',
  ],
  credit_fact_future: [422, '日期还没有到', 'This day has not come yet'],
  credit_fact_there: [
    409,
    '同一指标、同一天、同一来源的事实已经登记过：有误请先撤回',
    'The same figure of that day from that source is there; withdraw it first if it is wrong',
  ],
  credit_fact_withdrawn: [409, '这条事实已经撤回', 'This fact was withdrawn already'],
  credit_rule_past: [422, '日期不能早于今天', 'The day is today at the earliest'],
  credit_rule_ends_before: [422, '停用日期要晚于起用日期', 'It ends after the day on which it begins'],
  credit_rule_overlaps: [
    422,
    '同一指标、同一等级从 {from} 到 {to} 已有“{name}”：先停用那一条',
    '“{name}” holds for the same figure and level from {from} to {to}: end that one first',
  ],
  credit_rule_ended: [409, '这条规则已经停用', 'This rule has ended already'],
  credit_visiting_order: [
    422,
    '等级越高走访不能越少：绿 ≤ 黄 ≤ 橙 ≤ 红，最多一天一次',
    'A higher level is not visited less: green ≤ yellow ≤ orange ≤ red, once a day at most',
  ],
} as const satisfies Record<string, Entry>;
