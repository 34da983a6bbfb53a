/** Signals of a theme by months as bars on zero, each with its figure; the same month of last year hollow beside, where it is whole. */
import type { Day } from '#clock/day.ts';
import { addMonths, type Month, monthOf } from '#clock/month.ts';
import type { ThemePage } from '#views/theme.api.ts';
import { monthsBetween } from '#web/source/months.ts';
import { pageWords } from '#web/themes/page.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

type Bar = { month: string; count: number; past: number | null };

/** A month of last year counts only where all of its days were read. */
export function barsOf(months: readonly [string, number][], span: { from: string; to: string; read: string }): Bar[] {
  const counts = new Map(months);
  const readWhole = firstWhole(span.read);
  return monthsBetween(firstWhole(span.from), monthOf(span.to)).map((month) => {
    const year = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
    return { month, count: counts.get(month) ?? 0, past: year >= readWhole ? (counts.get(year) ?? 0) : null };
  });
}

/** The first month all of whose days come on this day or later. */
export const firstWhole = (day: Day): Month => (day.endsWith('-01') ? monthOf(day) : addMonths(monthOf(day), 1));

export function ThemeMonths({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  const numbers = useNumbers();
  const language = useLanguage();
  if (!theme.span) return null;
  const bars = barsOf(theme.figures.months, theme.span);
  const highest = Math.max(1, ...bars.flatMap(({ count, past }) => [count, past ?? 0]));
  const most = bars.reduce((best, bar) => (bar.count > best.count ? bar : best), bars[0]!);
  const tall = (count: number) => ({ height: `${(100 * count) / highest}%` });
  const name = (month: string) =>
    language === 'zh' ? `${Number(month.slice(5))}月` : english.format(new Date(`${month}-15`));
  const said = { from: theme.span.from, to: theme.span.to, count: numbers.whole(theme.figures.signals) };
  return (
    <figure className="theme-months">
      <figcaption className="quiet">
        {t('monthsSay', { ...said, month: most.month, most: numbers.whole(most.count) })}{' '}
        {bars.some(({ past }) => past !== null) && <span className="faint">{t('monthsPast')}</span>}
      </figcaption>
      <table className="only-heard">
        <tbody>
          {bars.map(({ month, count, past }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{count}</td>
              <td>{past === null ? '' : `${t('pastYear')} ${past}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="theme-bars" aria-hidden>
        {bars.map(({ month, count, past }, index) => (
          <span
            key={month}
            className="theme-bar"
            title={`${month} ${count}${past === null ? '' : ` · ${t('pastYear')} ${past}`}`}
          >
            <span className="theme-bar-field">
              {past !== null && <span className="theme-bar-past" style={tall(past)} />}
              <span
                className={index === bars.length - 1 ? 'theme-bar-now is-last' : 'theme-bar-now'}
                style={tall(count)}
              >
                <span className="figures">{count > 0 ? numbers.whole(count) : ''}</span>
              </span>
            </span>
            <span className="theme-bar-month">
              {name(month)}
              {(index === 0 || month.endsWith('-01')) && <span className="faint">{month.slice(0, 4)}</span>}
            </span>
          </span>
        ))}
      </div>
    </figure>
  );
}

const english = new Intl.DateTimeFormat('en-GB', { month: 'short' });
