/** The name of a field that a column can become, in the user's language. */
import { fieldWords } from '#web/imports/import.words.ts';
import { useSaid } from '#web/words/words.ts';

type Field = { field: string; name: string };

/** What a field is called in one kind of list alone: of people the name is a person's. */
const ofKind: Record<string, typeof fieldWords> = {
  people: { name: { zh: '姓名', en: 'Name' } },
  facts: {
    name: { zh: '企业名称', en: 'Name of the organisation' },
    code: { zh: '统一社会信用代码', en: 'Registered code' },
  },
  knowledge: {
    question: { zh: '问题', en: 'Question' },
    wordings: { zh: '其他问法', en: 'Other wordings' },
    answer: { zh: '答案', en: 'Answer' },
    basis: { zh: '依据', en: 'Basis' },
    unit: { zh: '归属单位', en: 'Owner unit' },
    person: { zh: '责任人', en: 'Person' },
    reviewOn: { zh: '复核日期', en: 'Review day' },
    validFrom: { zh: '生效日期', en: 'Valid from' },
    validTo: { zh: '失效日期', en: 'Valid to' },
  },
  readings: { name: { zh: '指标名称', en: 'Name of the indicator' } },
};

export function useFieldName(kind: string, fields: readonly Field[]): (field: string) => string {
  const say = useSaid();
  return (field) => {
    const words = ofKind[kind]?.[field] ?? fieldWords[field];
    return words ? say(words) : (fields.find((one) => one.field === field)?.name ?? field);
  };
}
