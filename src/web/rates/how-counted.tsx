/** Each denominator in words: who is counted, who is not, and what an answer counts. */
import { contents } from '#triage/callback/callback.ts';
import type { RateRule } from '#triage/rate/rate.ts';
import { rateWords } from '#web/rates/rate.words.ts';
import { useWords } from '#web/words/words.ts';

export function HowCounted({ rule }: { rule: RateRule }) {
  const t = useWords(rateWords);
  const answers = Object.fromEntries(Object.keys(contents).map((one) => [one, rule[one as keyof typeof contents]]));
  return (
    <section className="rate-how">
      <h2>{t('how')}</h2>
      <ul>
        <li>{t('howResponse', { weight: rule.response })}</li>
        <li>{t('howResolution', { weight: rule.resolution, partly: rule.partly })}</li>
        <li>{t('howSatisfaction', { weight: rule.satisfaction, ...answers })}</li>
        <li>
          {t('howOut')} {t(rule.unreached ? 'unreachedIn' : 'unreachedOut')}
        </li>
        <li>{t('howMonth')}</li>
        <li>{t('howFew')}</li>
      </ul>
    </section>
  );
}
