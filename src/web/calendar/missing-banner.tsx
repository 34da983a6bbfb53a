/** Above every page of whoever may import it: the calendar of a year is missing, and so many deadlines are provisional. */
import { calendarApi } from '#rules/calendar.api.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useLanguage, useWords } from '#web/words/words.ts';
import '#web/calendar/missing-banner.css';

const EVERY = 600_000;

export function MissingBanner() {
  const t = useWords(calendarWords);
  const numbers = useNumbers();
  const language = useLanguage();
  const may = useMay()('calendar.manage');
  const { data } = useRead(calendarApi.missing, may ? {} : undefined, { every: EVERY });
  if (!may || !data || data.years.length === 0) return null;
  const years = (data.expected.length > 0 ? data.expected : data.years)
    .slice(0, 3)
    .join(language === 'zh' ? '、' : ', ');
  return (
    <p className="missing-banner" role="status">
      {t(data.expected.length > 0 ? 'missingNow' : 'missingSoon', { years })}
      {data.provisional > 0 && t('provisional', { count: numbers.whole(data.provisional) })}
      {language === 'zh' ? '。' : '. '}
      <Go to="/calendar">{t('toImport')}</Go>
    </p>
  );
}
