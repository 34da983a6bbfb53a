/** The terms of a trigger in words. */
import { creditLevels, type Terms } from '#procedure/trigger.ts';
import { runWords } from '#web/procedures/run.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export const weekdays = [
  { zh: '日', en: 'Sunday' },
  { zh: '一', en: 'Monday' },
  { zh: '二', en: 'Tuesday' },
  { zh: '三', en: 'Wednesday' },
  { zh: '四', en: 'Thursday' },
  { zh: '五', en: 'Friday' },
  { zh: '六', en: 'Saturday' },
] as const;

/** @returns a function of the terms and of what they name */
export function useSayTerms(): (terms: Terms, about: string) => string {
  const t = useWords(runWords);
  const say = useSaid();
  return (terms, about) => {
    switch (terms.kind) {
      case 'date': {
        const day =
          terms.every === 'month'
            ? t('everyMonth', { day: terms.day })
            : t('everyWeek', { day: say(weekdays[terms.day]!) });
        return `${day}${terms.roll ? t('rolled') : ''}`;
      }
      case 'indicator':
        return `${about} ${t(terms.side === 'above' ? 'above' : 'belowLine', { line: terms.line })}`;
      case 'signal':
        return terms.categoryId ? t('ofCategory', { about }) : about;
      case 'credit':
        return say(creditLevels[terms.level]);
      default:
        return about;
    }
  };
}
