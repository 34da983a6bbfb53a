/** The catalogue's part about ladders, supervision letters and formal talks. */
import type { Entry } from '#platform/problems.ts';

export const supervisionProblems = {
  ladder_share_behind_end: [
    422,
    '用时比例要大于 0、不超过 100%；到期以后请按“逾期后（小时）”设置',
    'A share is above 0 and at most 100 %; after the end, set hours after due',
  ],
  ladder_out_of_order: [
    422,
    '这一级比上一级还早，请按先后排列',
    'This rung comes before the one above it; put them in order',
  ],
  ladder_measures_mixed: [
    422,
    '到期以前要么都按比例、要么都按小时，混用分不出先后',
    'Before the end use shares or hours, not both: which comes first would depend on the limit',
  ],
  ladder_no_answer_days: [
    422,
    '督办单要写明几个工作日内答复',
    'A letter says within how many working days it is answered',
  ],
  ladder_reminder_up: [422, '提醒只发给承办人，没有上报层级', 'A reminder goes to the holder; it has no way up'],
  ladder_limit_unknown: [422, '{kind}没有这个时限', 'A {kind} has no such limit'],
  ladder_none: [409, '这个阶梯已经停用，请刷新后再看', 'This ladder has ended; reload the page'],
  ladder_condition_unknown: [422, '{kind}不分这种情形', 'A {kind} has no such circumstance'],
  ladder_from_past: [422, '起用日期不能早于今天', 'It begins today at the earliest'],
  ladder_ends_before: [422, '停用日期要晚于起用日期', 'It ends after the day on which it begins'],
  ladder_overlaps: [
    422,
    '同样的时限从 {from} 到 {to} 已有“{name}”：请改那一个，或让这一个在它之前结束、之后开始',
    '“{name}” holds for the same limit from {from} to {to}: change that one, or end before it or begin after it',
  ],
  talk_in_future: [422, '约谈日期还没有到', 'The day of the talk has not come yet'],
} as const satisfies Record<string, Entry>;
