/** An acceptance (验收): the open judgement of a project as a record. Its vocabulary. */
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const results = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '不通过', en: 'Failed' },
} as const satisfies Record<string, Said>;
export type Result = keyof typeof results;

export const result = oneOf(results);
