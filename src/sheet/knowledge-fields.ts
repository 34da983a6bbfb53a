/** The columns of a list of entries for the knowledge base. */
import { type Field, listed } from '#sheet/field.ts';

export const knowledgeFields = [
  { field: 'question', names: listed('问题、标准问题、标准问、咨询问题、知识标题、题目、question'), looks: 'longText' },
  { field: 'wordings', names: listed('其他问法、相似问、相似问法、扩展问、同义问法、wordings') },
  { field: 'answer', names: listed('答案、回答、答复口径、标准答案、标准答复、知识内容、answer'), looks: 'longText' },
  { field: 'basis', names: listed('依据、政策依据、文件依据、法规依据、basis') },
  { field: 'category', names: listed('分类、问题分类、事项分类、类别、category') },
  { field: 'unit', names: listed('归属单位、责任单位、维护单位、单位、owner unit、unit') },
  { field: 'person', names: listed('责任人、维护人、负责人、联系人、owner、person'), looks: 'person' },
  { field: 'reviewOn', names: listed('复核日期、下次复核、复审日期、复核日、review date、review'), looks: 'date' },
  { field: 'validFrom', names: listed('生效日期、启用日期、valid from'), looks: 'date' },
  { field: 'validTo', names: listed('失效日期、有效期至、截止日期、valid to'), looks: 'date' },
] as const satisfies readonly Field[];

export type KnowledgeField = (typeof knowledgeFields)[number]['field'];
