/** What was acted on before anybody complained, by unit; every figure a way to as many problems. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayOf } from '#clock/day.ts';
import { addMonths, monthOf } from '#clock/month.ts';
import { aheadApi } from '#views/ahead.api.ts';
import { aheadWords } from '#web/ahead/ahead.words.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/rates/rates.css';

export function AheadPage() {
  const t = useWords(aheadWords);
  const numbers = useNumbers();
  const { search, setSearch } = usePlace();
  const last = monthOf(dayOf(now()));
  const { from = addMonths(last, -2), to = last } = search;
  const read = useRead(aheadApi.figures, { query: { from, to } }, { keep: true });
  useTitle(t('title'));
  const listOf = (unit: string | undefined, only?: string) =>
    `/ahead/problems?${new URLSearchParams({ from, to, ...(unit && { unitId: unit }), ...(only && { only }) })}`;
  return (
    <article className="desk-page rates">
      <header>
        <h1>{t('title')}</h1>
      </header>
      <p className="quiet">{t('how')}</p>
      <div className="rate-filters">
        <DatePicker.RangePicker
          picker="month"
          allowClear={false}
          aria-label={t('months')}
          value={[dayjs(`${from}-01`), dayjs(`${to}-01`)]}
          maxDate={dayjs(now())}
          onChange={(range) =>
            range?.[0] && range[1] && setSearch({ from: range[0].format('YYYY-MM'), to: range[1].format('YYYY-MM') })
          }
        />
      </div>
      <ReadThing read={read} gone={t('none')}>
        {({ lines }) =>
          lines[0]?.count ? (
            <div className="rate-frame">
              <table className="rate-table">
                <thead>
                  <tr>
                    <th scope="col" className="rate-name">
                      {t('unit')}
                    </th>
                    {(['count', 'closed', 'later', 'share'] as const).map((head) => (
                      <th key={head} scope="col">
                        {t(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => {
                    const unit = line.all ? undefined : (line.unit?.id ?? 'none');
                    return (
                      <tr key={unit ?? 'all'} className={line.all ? 'rate-all' : ''}>
                        <th scope="row" className="rate-name">
                          {line.all ? t('all') : (line.unit?.name ?? t('noUnit'))}
                        </th>
                        <Figure count={line.count} to={listOf(unit)} />
                        <Figure count={line.closed} to={listOf(unit, 'closed')} />
                        <Figure count={line.later} to={listOf(unit, 'later')} />
                        <td className="figures" title={numbers.parts(line.count, line.made)}>
                          {numbers.percent(line.count / line.made)}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          ) : (
            <Empty title={t('none')} how={t('noneHow')} />
          )
        }
      </ReadThing>
    </article>
  );
}

function Figure({ count, to }: { count: number; to: string }) {
  const numbers = useNumbers();
  return (
    <td>
      {count > 0 ? (
        <Go to={to} className="figures">
          {numbers.whole(count)}
        </Go>
      ) : (
        <span className="faint">0</span>
      )}
    </td>
  );
}
