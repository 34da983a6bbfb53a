/** On every page of a training city: that what is done here is gone in the morning. */

import { deskWords } from '#web/desk/desk.words.ts';
import { isTraining } from '#web/place/city-name.ts';
import { useWords } from '#web/words/words.ts';
import '#web/desk/training-banner.css';

export function TrainingBanner() {
  const t = useWords(deskWords);
  return isTraining ? <p className="training-banner">{t('training')}</p> : null;
}
