/** Refusals of call-backs, of the three rates and of what is excluded from them. */
import type { Entry } from '#platform/problems.ts';

export const rateProblems = {
  callback_not_held: [
    409,
    '这一位已经放开，可能由别人在回访，请取下一位',
    'You no longer hold this one, somebody else may be calling; take the next',
  ],
  callback_follow: [
    422,
    '没有解决或者不满意，请选重办，或者写明不重办的理由',
    'Not solved or not satisfied: choose to take it up again, or write why not',
  ],
  callback_no_follow: [
    422,
    '没有需要重办的：已经解决并满意，或者正在重办',
    'There is nothing to take up again: solved and satisfied, or being worked on already',
  ],
  rule_past: [
    422,
    '新规则从今天或以后起用，不改已经过去的',
    'A new rule begins today or later; what is past keeps its own',
  ],
  rule_weights: [422, '三项权重合计要是 100，现在是 {sum}', 'The three weights make 100 together; they make {sum}'],
  exclusion_unsaid: [
    409,
    '这件没有承办单位，或者还没有回访结果，没有可以剔除的评价',
    'It had no unit, or nothing has been said yet: there is no rating to exclude',
  ],
  exclusion_late: [
    409,
    '已经过了期限：须在回访（申诉须在不予剔除）后 {days} 天内提出',
    'Too late: within {days} {days|day|days} after the call-back, or after the refusal for an appeal',
  ],
  exclusion_again: [409, '这件已经申请过剔除', 'An exclusion was asked for it already'],
} as const satisfies Record<string, Entry>;
