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
} as const satisfies Record<string, Entry>;
