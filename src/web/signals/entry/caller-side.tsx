/** Beside the entry: what the caller has said before, as soon as the phone is known; before that, the keys. */
import { Spin } from 'antd';
import { Refused } from '#web/call/refused.tsx';
import { EarlierList } from '#web/signals/earlier-list.tsx';
import { entryWords } from '#web/signals/entry/entry.words.ts';
import type { Earlier } from '#web/signals/entry/use-earlier.ts';
import { useWords } from '#web/words/words.ts';

export function CallerSide({ earlier }: { earlier: Earlier }) {
  const t = useWords(entryWords);
  return (
    <aside className="entry-caller" aria-label={t('earlier')}>
      <h2>{t('earlier')}</h2>
      <div aria-live="polite">
        {earlier.refusal && <Refused refusal={earlier.refusal} />}
        {earlier.looking && <Spin size="small" description={t('looking')} />}
        {earlier.found &&
          (earlier.found.total > 0 ? (
            <EarlierList {...earlier.found} newTab />
          ) : (
            <p className="quiet">{t('earlierNone')}</p>
          ))}
        {!earlier.found && !earlier.looking && <Keys />}
      </div>
    </aside>
  );
}

function Keys() {
  const t = useWords(entryWords);
  const rows = [
    ['Enter', t('keyEnter')],
    ['1 – 7', t('keyDigits')],
    ['Alt 1 – 5', t('keyRepeat')],
    ['Alt 6 – 9', t('keyAnswer')],
    ['Ctrl Enter', t('keySave')],
  ] as const;
  return (
    <>
      <p className="quiet">{t('earlierHow')}</p>
      <h3>{t('keysTitle')}</h3>
      <dl className="entry-keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
