/** Erasing what a number holds of a person, what was erased, and how long each channel keeps: the security administrator's. */
import { ErasePart } from '#web/erasure/erase-part.tsx';
import { erasureWords } from '#web/erasure/erasure.words.ts';
import { ErasuresMade } from '#web/erasure/erasures-made.tsx';
import { RetentionPart } from '#web/erasure/retention-part.tsx';
import { useTitle } from '#web/place/title.ts';
import { useWords } from '#web/words/words.ts';
import '#web/erasure/erasure.css';

export function ErasurePage() {
  const t = useWords(erasureWords);
  useTitle(t('title'));
  return (
    <div className="desk-page erasure">
      <header>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('how')}</p>
      </header>
      <ErasePart />
      <RetentionPart />
      <ErasuresMade />
    </div>
  );
}
