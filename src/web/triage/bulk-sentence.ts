/** What a bulk run will do, as one sentence with its counts. */
import type { Counted, Summary } from '#web/triage/bulk-plan.ts';
import { bulkWords } from '#web/triage/triage.words.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

/** As many names as a sentence holds. */
const NAMED = 3;

/** @param together new problems become one */
export function useBulkSentence(): (summary: Summary, together: boolean) => string {
  const t = useWords(bulkWords);
  const comma = useLanguage() === 'zh' ? '，' : ', ';
  const listing = useLanguage() === 'zh' ? '、' : ', ';
  const names = (list: readonly Counted[]) => {
    const [only] = list;
    if (list.length === 1 && only) return only.name;
    const named = list.slice(0, NAMED).map(({ name, count }) => t('nameCount', { name, count }));
    const rest = list.length > NAMED ? [t('andMore', { count: list.length })] : [];
    return [...named, ...rest].join(listing);
  };
  return (summary, together) => {
    const { count, categories, gathered, problems, fresh, units, unassigned } = summary;
    if (count === 0) return t('none');
    const parts = [
      ...(categories.length > 0 ? [t('asCategory', { names: names(categories) })] : []),
      ...(gathered > 0 ? [t('onto', { signals: gathered, problems })] : []),
      ...(fresh > 0 ? [t(together ? 'one' : 'each', { count: fresh })] : []),
      ...(units.length > 0 ? [t('toUnits', { names: names(units) })] : []),
      ...(unassigned > 0 ? [t('unassigned', { count: together ? 1 : unassigned })] : []),
    ];
    return t('sentence', { count, parts: parts.join(comma) });
  };
}
