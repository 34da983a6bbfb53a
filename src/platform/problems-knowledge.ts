/** The catalogue's part about the knowledge base. */
import type { Entry } from '#platform/problems.ts';

export const knowledgeProblems = {
  knowledge_days: [
    422,
    '日期前后不合：失效不能早于生效；复核日要在今天以后、三年以内',
    'The days do not fit: it cannot end before it begins, and the review is after today and within three years',
  ],
  knowledge_owner: [422, '归属单位已撤销，请选现在的单位', 'The unit that owns it is closed; choose one of today'],
  knowledge_own_draft: [
    409,
    '这一稿是您自己写的，要由归属单位的另一位审核人发布',
    'You wrote this draft yourself: another reviewer of its unit publishes it',
  ],
  knowledge_no_draft: [409, '没有待发布的稿子', 'No draft waits to be published'],
  knowledge_wish_settled: [409, '这一条已经有人处理过了', 'Somebody has dealt with this one already'],
  knowledge_not_yours: [422, '您不能替“{name}”编写知识', 'You do not write entries for “{name}”'],
  knowledge_person_unknown: [422, '{unit}没有叫“{name}”的人', 'Nobody of {unit} is called “{name}”'],
  knowledge_person_several: [
    422,
    '{unit}有几个人都叫“{name}”，请空着，导入后再选',
    'Several people of {unit} are called “{name}”; leave it empty and choose afterwards',
  ],
  knowledge_category_unknown: [422, '没有叫“{name}”的分类', 'No category is called “{name}”'],
  knowledge_category_several: [
    422,
    '有几个分类都叫“{name}”，请写全路径',
    'Several categories are called “{name}”; write the whole path',
  ],
  knowledge_many_wordings: [422, '其他问法最多 {limit} 种', 'At most {limit} other wordings'],
} as const satisfies Record<string, Entry>;
