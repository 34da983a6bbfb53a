/** Office hours, everybody's first, and their editor. */
import { Button } from 'antd';
import { useState } from 'react';
import { calendarApi, type HoursShown } from '#rules/calendar.api.ts';
import { calendarWords, weekdayNames } from '#web/calendar/calendar.words.ts';
import { EndDialog, HoursDialog } from '#web/calendar/hours-dialog.tsx';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

export function HoursPart() {
  const t = useWords(calendarWords);
  const may = useMay()('calendar.manage');
  const read = useRead(calendarApi.hours, {});
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<HoursShown | undefined>(undefined);
  const rows = (read.data?.items ?? []).filter(({ withdrawn }) => !withdrawn);
  return (
    <section>
      <h2>{t('hours')}</h2>
      <p className="quiet">{t('hoursHow')}</p>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && rows.length === 0 && <p className="faint">{t('noHours')}</p>}
      {rows.length > 0 && (
        <div className="calendar-scroll">
          <table className="calendar-table">
            <thead>
              <tr>
                {(['unit', 'valid', 'weekdays', 'morning', 'afternoon'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
                {may && <th aria-label={t('endHours')} />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <HoursLine key={row.id} row={row} onEnd={may ? () => setEnding(row) : undefined} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may && <Button onClick={() => setAdding(true)}>{t('addHours')}</Button>}
      {adding && <HoursDialog onClose={() => setAdding(false)} />}
      {ending && <EndDialog row={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

function HoursLine({ row, onEnd }: { row: HoursShown; onEnd: (() => void) | undefined }) {
  const t = useWords(calendarWords);
  const times = useTimes();
  const language = useLanguage();
  const { valid_from, valid_to, season_from, season_to } = row;
  const from = times.date(valid_from);
  const days = row.weekdays.map((day) => weekdayNames[language][day - 1]).join(language === 'zh' ? '、' : ' ');
  return (
    <tr>
      <td>{row.unit ?? t('everybody')}</td>
      <td>
        {valid_to ? t('between', { from, to: times.date(valid_to) }) : t('onwards', { from })}
        {season_from && season_to && <div className="faint">{t('between', { from: season_from, to: season_to })}</div>}
      </td>
      <td>{days}</td>
      <td>
        {row.am_from}–{row.am_to}
      </td>
      <td>{row.pm_from ? `${row.pm_from}–${row.pm_to}` : t('none')}</td>
      {onEnd && (
        <td>
          <Button size="small" onClick={onEnd}>
            {t('endHours')}
          </Button>
        </td>
      )}
    </tr>
  );
}
