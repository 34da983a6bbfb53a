/** The ways between the pages of the duty list. */
import { dutyWords } from '#web/duty/duty.words.ts';
import { Go } from '#web/place/go.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/duty/duty.css';

const ways = [
  ['/duty', 'lines'],
  ['/duty/try', 'tryIt'],
  ['/duty/versions', 'versions'],
  ['/duty/returns', 'returns'],
] as const;

export function DutyNav({ at }: { at: (typeof ways)[number][0] }) {
  const t = useWords(dutyWords);
  return (
    <nav className="duty-nav" aria-label={t('duty')}>
      {ways.map(([to, key]) =>
        to === at ? (
          <strong key={to} aria-current="page">
            {t(key)}
          </strong>
        ) : (
          <Go key={to} to={to}>
            {t(key)}
          </Go>
        ),
      )}
    </nav>
  );
}
