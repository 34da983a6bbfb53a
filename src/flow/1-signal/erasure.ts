/** Erasing what a signal says of a person: on which ground of the law, who asked, what it takes, and what stands there afterwards. */
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** 个人信息保护法 (PIPL), Article 47: when a handler of personal information must delete it. */
export const erasureBases = {
  purpose: { zh: '处理目的已实现或不再必要', en: 'The purpose is achieved, or no longer needs it' },
  period: { zh: '保存期限已届满', en: 'The time it may be kept is over' },
  consent: { zh: '本人撤回同意', en: 'The person has withdrawn consent' },
  unlawful: { zh: '违反法律法规或约定', en: 'It was handled against the law or an agreement' },
  law: { zh: '法律法规规定的其他情形', en: 'Another case laid down by law' },
} as const satisfies Record<string, Said>;
export type ErasureBasis = keyof typeof erasureBases;
export const erasureBasis = oneOf(erasureBases);

/** Whose request it is: never a name, which would be kept for ever. Relatives of the dead: PIPL, Article 49. */
export const requesters = {
  self: { zh: '本人', en: 'The person themselves' },
  agent: { zh: '监护人或代理人', en: 'A guardian or agent' },
  relative: { zh: '逝者近亲属', en: 'A close relative of the deceased' },
  authority: { zh: '主管机关要求', en: 'An authority demands it' },
  office: { zh: '单位自查发现', en: 'The office found it by itself' },
} as const satisfies Record<string, Said>;
export const requester = oneOf(requesters);

/** Kinds of things that an erasure takes; what they say is shown to nobody who erases. */
export const heldKinds = {
  words: { zh: '来电原话', en: 'The words' },
  versions: { zh: '来源修改前的版本', en: 'Versions before its source revised it' },
  reporter: {
    zh: '来电人的身份栏目（姓名、电话、证件号、住址）',
    en: 'Who reported (name, phone, ID number, address)',
  },
  place: { zh: '地点', en: 'The place' },
  extra: { zh: '来源的其他栏目', en: 'Other columns of the source' },
  photos: { zh: '照片', en: 'Photos' },
  contacts: { zh: '首次联系的记录文字', en: 'What was noted of contacts' },
  answers: { zh: '答复的文字', en: 'The words of answers' },
  callbacks: { zh: '回访的记录文字', en: 'What was noted of call-backs' },
  questions: { zh: '公众页上的提问与回答', en: 'Questions and answers on the public page' },
  wishes: { zh: '重办申请的文字', en: 'Wishes to have it taken up again' },
} as const satisfies Record<string, Said>;
export const heldKind = oneOf(heldKinds);

/** What is read where the words stood, in both languages: it stands in the place of the words themselves, in every list. */
export const erasedWords = (basis: ErasureBasis): string =>
  basis === 'period' ? '（保存期满已删除 Erased: kept for its time）' : '（已依申请删除 Erased on request）';
