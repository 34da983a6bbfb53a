/** The rates of a unit over a year, on its page, for those who may see them. */
import { dayOf } from '#clock/day.ts';
import { addMonths, monthOf } from '#clock/month.ts';
import { rateApi } from '#triage/rate/rate.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import { RateChart } from '#web/rates/rate-chart.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';

const MONTHS = 12;

/** Refused, or with nothing answered, it is not there. */
export function UnitRatesPart({ unitId }: { unitId: string }) {
  const t = useWords(rateWords);
  const to = monthOf(dayOf(now()));
  const from = addMonths(to, 1 - MONTHS);
  const read = useRead(rateApi.figures, { query: { from, to, by: 'month', unitId } });
  if (!read.data?.lines.some(({ all, answered }) => all && answered > 0)) return null;
  const { lines, rule } = read.data;
  return (
    <Part title={t('work')} action={<Go to={`/rates?by=month&from=${from}&to=${to}&unitId=${unitId}`}>{t('more')}</Go>}>
      <RateChart asked={{ from, to, unitId }} by="month" before={false} rule={rule} lines={lines} />
    </Part>
  );
}
