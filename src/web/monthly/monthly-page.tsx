/** A year on one page: twelve months, each with what the city takes on in it. */
import { Button } from 'antd';
import { useState } from 'react';
import { monthOf } from '#clock/month.ts';
import { type MonthlyItem, monthlyApi } from '#triage/monthly/monthly.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { monthlyWords } from '#web/monthly/monthly.words.ts';
import { MonthlyCard } from '#web/monthly/monthly-card.tsx';
import { BeginDialog, DropDialog, EndDialog } from '#web/monthly/monthly-dialogs.tsx';
import { PlanDialog } from '#web/monthly/plan-dialog.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';
import '#web/monthly/monthly.css';

export type MonthlyAsk =
  | { what: 'plan'; month: number }
  | { what: 'change' | 'begin' | 'end' | 'drop'; item: MonthlyItem };

const twelve = Array.from({ length: 12 }, (_, i) => i + 1);
const written = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

export function MonthlyPage() {
  const t = useWords(monthlyWords);
  const { search, setSearch } = usePlace();
  const current = monthOf(now());
  const year = Number(search.year ?? current.slice(0, 4));
  const read = useRead(monthlyApi.year, { query: { year } }, { keep: true });
  const [ask, setAsk] = useState<MonthlyAsk>();
  useTitle(`${t('title')} ${year}`);
  const close = () => setAsk(undefined);
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ items, mayPlan }) => (
        <article className="desk-page monthly">
          <header>
            <p className="quiet">
              <Go to="/themes">{t('common')}</Go>
            </p>
            <h1>
              {t('title')} {t('year', { year })}
            </h1>
            <p className="quiet">{t('how')}</p>
            <p className="monthly-years">
              <Button size="small" onClick={() => setSearch({ year: String(year - 1) }, true)}>
                {t('earlier')}
              </Button>
              <Button size="small" onClick={() => setSearch({ year: String(year + 1) }, true)}>
                {t('later')}
              </Button>
            </p>
          </header>
          <ol className="monthly-year">
            {twelve.map((month) => {
              const own = items.filter((item) => item.month === month);
              const open = mayPlan && written(year, month) >= current;
              return (
                <li
                  key={month}
                  className={written(year, month) === current ? 'is-now' : own.length === 0 && !open ? 'is-bare' : ''}
                >
                  <h2>
                    {t('month', { month })}
                    {written(year, month) === current && <span className="light tone-work">{t('now')}</span>}
                  </h2>
                  {own.length === 0 && <p className="faint">{t('none')}</p>}
                  {own.map((item) => (
                    <MonthlyCard key={item.id} item={item} ask={setAsk} />
                  ))}
                  {open && (
                    <Button
                      size="small"
                      type={own.length > 0 ? 'text' : 'default'}
                      onClick={() => setAsk({ what: 'plan', month })}
                    >
                      {t(own.length > 0 ? 'another' : 'choose')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
          {ask?.what === 'plan' && <PlanDialog year={year} month={ask.month} onClose={close} />}
          {ask?.what === 'change' && <PlanDialog year={year} month={ask.item.month} item={ask.item} onClose={close} />}
          {ask?.what === 'begin' && <BeginDialog item={ask.item} onClose={close} />}
          {ask?.what === 'end' && <EndDialog item={ask.item} onClose={close} />}
          {ask?.what === 'drop' && <DropDialog item={ask.item} onClose={close} />}
        </article>
      )}
    </ReadThing>
  );
}
