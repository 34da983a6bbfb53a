/** Erasing what a signal says of a person: on which ground of the law, and what stands there afterwards. */
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

/** What is read where the words stood, in both languages: it stands in the place of the words themselves, in every list. */
export const erasedWords = (basis: ErasureBasis): string =>
  basis === 'period' ? '（保存期满已删除 Erased: kept for its time）' : '（已依申请删除 Erased on request）';
