/** How much of the supervision was off-site: never a percentage without what it is of. */
import type { OrganisationPage } from '#credit/credit.api.ts';
import { creditWords } from '#web/credit/credit.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

export function SayShare({ share: { offSite, all } }: { share: OrganisationPage['share'] }) {
  const t = useWords(creditWords);
  const numbers = useNumbers();
  if (all === 0) return t('offSiteNone');
  return t('offSite', { share: numbers.percent(offSite / all), parts: numbers.parts(offSite, all) });
}
