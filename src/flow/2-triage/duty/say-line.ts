/** A line of the duty list in words: which it is, and of what it speaks. */
import { fill } from '#platform/fill.ts';
import type { Said } from '#platform/problem.ts';
import { type DutyLevel, levels } from '#triage/duty/duty.ts';

type Spoken = {
  line: number;
  categoryNames: readonly string[];
  matter: string;
  areaName: string | null;
  level: DutyLevel;
  withdrawn: boolean;
};

/** `噪音扰民/施工噪音（夜间打桩）`: the category, and the words that narrow it. */
export const matterOf = (categoryNames: readonly string[], matter: string): string =>
  categoryNames.length === 0 ? matter : `${categoryNames.join('/')}${matter && `（${matter}）`}`;

/** `职责清单第 3 版第 12 条：噪音扰民/施工噪音，临河区，市级` */
export function sayLine(list: number, { line, categoryNames, matter, areaName, level, withdrawn }: Spoken): Said {
  const what = matterOf(categoryNames, matter);
  const { zh, en } = levels[level];
  return {
    zh: `职责清单第 ${list} 版第 ${line} 条：${what}，${areaName ?? '全市'}，${withdrawn ? `上收至${zh}` : zh}`,
    en: `Duty list ${list}, line ${line}: ${what}, ${areaName ?? 'whole city'}, ${withdrawn ? `withdrawn to the level “${en}”` : `level “${en}”`}`,
  };
}

/** Fills a sentence of both languages; what is itself said in both goes into each in its own. */
export function fillSaid({ zh, en }: Said, params: Record<string, string | Said>): Said {
  const find = (language: keyof Said) => (name: string) => {
    const value = params[name];
    return typeof value === 'object' ? value[language] : value;
  };
  return { zh: fill(zh, find('zh')), en: fill(en, find('en')) };
}
