/** The three rates: by unit, area, channel, category or month; who is counted and who is not; and every figure a way to its cases. */
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { addMonths, monthOf } from '#clock/month.ts';
import { rateApi } from '#triage/rate/rate.api.ts';
import { type Dimension, dimension, dimensions } from '#triage/rate/rate.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { HowCounted } from '#web/rates/how-counted.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import type { RateAsked } from '#web/rates/rate-address.ts';
import { RateChart } from '#web/rates/rate-chart.tsx';
import { RateFlow } from '#web/rates/rate-flow.tsx';
import { RateTable } from '#web/rates/rate-table.tsx';
import { RateRuleDialog } from '#web/rates/rule-dialog.tsx';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/rates/rates.css';

export function RatesPage() {
  const t = useWords(rateWords);
  const say = useSaid();
  const may = useMay();
  const { search, setSearch } = usePlace();
  const [ruling, setRuling] = useState(false);
  const last = monthOf(dayOf(now()));
  const { from = addMonths(last, -2), to = last } = search;
  const by: Dimension = dimension.safeParse(search.by).data ?? 'unit';
  const before = search.before === 'yes';
  const asked: RateAsked = { ...search, from, to };
  const { unitId, areaId, channelId, categoryId } = search;
  const filter = {
    ...(unitId && { unitId }),
    ...(areaId && { areaId }),
    ...(channelId && { channelId }),
    ...(categoryId && { categoryId }),
  };
  const read = useRead(rateApi.figures, { query: { from, to, by, ...filter } }, { keep: true });
  useTitle(t('title'));
  return (
    <article className="desk-page rates">
      <header>
        <h1>{t('title')}</h1>
        <p className="rate-tools">
          <Go to="/rates/exclusions?view=open">{t('exclusions')}</Go>
          {may('callback.rule') && (
            <Button size="small" onClick={() => setRuling(true)}>
              {t('rule')}
            </Button>
          )}
        </p>
      </header>
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
        <Segmented
          aria-label={t('by')}
          value={by}
          options={dimension.options.map((value) => ({ value, label: say(dimensions[value]) }))}
          onChange={(value) => setSearch({ by: value })}
        />
        <Segmented
          aria-label={t('exclusion')}
          value={before ? 'before' : 'without'}
          options={(['without', 'before'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setSearch({ before: value === 'before' ? 'yes' : undefined })}
        />
      </div>
      <ReadThing read={read} gone={t('none')}>
        {({ lines, rule, city }) => {
          const all = lines.find((line) => line.all)!;
          if (all.answered === 0) return <Empty title={t('none')} how={t('noneHow')} />;
          const about = { asked, by, before, rule };
          return (
            <>
              {!city && <p className="quiet">{t('onlyYours')}</p>}
              <RateFlow all={all} asked={asked} />
              <RateChart {...about} lines={lines} />
              <RateTable {...about} lines={lines} />
              <HowCounted rule={rule} />
            </>
          );
        }}
      </ReadThing>
      {ruling && <RateRuleDialog onClose={() => setRuling(false)} />}
    </article>
  );
}
