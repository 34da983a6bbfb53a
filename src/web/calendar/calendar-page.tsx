/** The working calendar: a year on the wall, office hours, and what was changed when. */
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { calendarApi } from '#rules/calendar.api.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import { ChangesPart } from '#web/calendar/changes-part.tsx';
import { HoursPart } from '#web/calendar/hours-part.tsx';
import { ImportDialog } from '#web/calendar/import-dialog.tsx';
import { YearWall } from '#web/calendar/year-wall.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { useTitle } from '#web/place/title.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useNow } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';
import '#web/calendar/calendar.css';

export function CalendarPage() {
  const t = useWords(calendarWords);
  const may = useMay();
  const today = dayOf(useNow());
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [importing, setImporting] = useState(false);
  const read = useRead(calendarApi.year, { params: { year } }, { keep: true });
  useTitle(t('calendar'));
  return (
    <article className="desk-page calendar">
      <header>
        <h1>{t('calendar')}</h1>
        <p className="calendar-tools">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('earlier')}
            onClick={() => setYear(year - 1)}
            disabled={year <= 2000}
          />
          <strong aria-live="polite">{t('yearOf', { year: String(year) })}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('later')}
            onClick={() => setYear(year + 1)}
            disabled={year >= 2100}
          />
          {may('calendar.manage') && (
            <Button type="primary" onClick={() => setImporting(true)}>
              {t('importYear')}
            </Button>
          )}
        </p>
      </header>
      <ReadThing read={read} gone={t('noChanges')}>
        {({ published, days }) => (
          <>
            <p className={published ? 'quiet' : 'calendar-missing'}>
              {published
                ? t('published', {
                    off: days.filter(({ kind }) => kind === 'off').length,
                    work: days.filter(({ kind }) => kind === 'work').length,
                  })
                : t('notPublished')}
            </p>
            <YearWall year={year} days={days} today={today} />
          </>
        )}
      </ReadThing>
      <HoursPart />
      <ChangesPart />
      {importing && <ImportDialog onYear={setYear} onClose={() => setImporting(false)} />}
    </article>
  );
}
