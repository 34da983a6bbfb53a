/** 会签 and 或签: units that must agree before the lead reports a problem handled. Vocabulary and the pure rule. */
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const countersignRules = {
  all: { zh: '会签：都同意才能办结', en: 'All of them have to agree' },
  one: { zh: '或签：一家同意即可办结', en: 'One of them is enough' },
} as const satisfies Record<string, Said>;
export type CountersignRule = keyof typeof countersignRules;

export const verdicts = {
  agree: { zh: '同意', en: 'Agrees' },
  object: { zh: '不同意', en: 'Objects' },
} as const satisfies Record<string, Said>;
export type Verdict = keyof typeof verdicts;

/** Where a countersigning unit stands: computed from what it said last and what became of it. */
export const standings = {
  waiting: { zh: '待会签', en: 'To countersign' },
  agreed: { zh: '同意', en: 'Agreed' },
  objecting: { zh: '不同意，待答复', en: 'Objects, to be answered' },
  set_aside: { zh: '不同意，派单员已裁定', en: 'Objected; the dispatcher has decided' },
} as const satisfies Record<string, Said>;
export type Standing = keyof typeof standings;

export type Word = { verdict: Verdict; settled: 'answered' | 'set_aside' | null };

/** An answered objection is asked again; one that was set aside counts as heard. */
export function standingOf(last: Word | null): Standing {
  if (!last || last.settled === 'answered') return 'waiting';
  if (last.verdict === 'agree') return 'agreed';
  return last.settled === 'set_aside' ? 'set_aside' : 'objecting';
}

const heard = (standing: Standing) => standing === 'agreed' || standing === 'set_aside';

/** May the lead report it handled? Where nobody was asked, nobody is waited for. */
export function isMet(rule: CountersignRule, all: readonly Standing[]): boolean {
  if (all.length === 0) return true;
  return rule === 'all' ? all.every(heard) : all.some(heard);
}

export const countersignRule = oneOf(countersignRules);
export const verdict = oneOf(verdicts);
export const standing = oneOf(standings);
