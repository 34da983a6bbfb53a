/** What a warning says in words: where, what, how many, how that compares. Pure. */
import type { Said } from '#platform/problem.ts';
import type { WarningItem } from '#triage/warning/warning.api.ts';
import { warningWords as w } from '#web/warnings/warning.words.ts';
import { fill, type Language } from '#web/words/words.ts';

export const aboutOf = ({ area, category }: Pick<WarningItem, 'area' | 'category'>, language: Language): string =>
  `${area?.name ?? w.city[language]} · ${category?.name ?? w.every[language]}`;

const say = (said: Said, language: Language, params: Record<string, string | number>) => fill(said[language], params);

/** Small figures with one digit, none of ten and more. */
const about = (n: number) => (n < 10 ? n.toFixed(1).replace(/\.0$/, '') : `${Math.round(n)}`);

export function countOf(
  { windowDays, people, expected }: WarningItem,
  language: Language,
): [now: string, usual: string] {
  const now =
    windowDays === 1 ? say(w.today, language, { people }) : say(w.within, language, { days: windowDays, people });
  const usual = expected < 0.05 ? w.usuallyNone[language] : say(w.usually, language, { n: about(expected) });
  return [now, usual];
}

export function rarityOf({ onceInDays }: Pick<WarningItem, 'onceInDays'>, language: Language): string {
  const years = onceInDays / 365;
  const often =
    years > 100
      ? w.onceNever[language]
      : years >= 2
        ? say(w.onceYears, language, { n: Math.round(years) })
        : say(w.onceDays, language, { n: Math.round(onceInDays) });
  return say(w.once, language, { often });
}
