/** The heat of a theme as a figure that unfolds into its own sum: each term with its figure, weight and points. */
import { Popover } from 'antd';
import { BUILT_IN_FROM, terms } from '#triage/theme/heat.ts';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export const tenth = (value: number): string => value.toFixed(1).replace('-', '−');

/** `highest`: what fills the bar. */
export function HeatSum({ theme, highest }: { theme: ThemeItem; highest: number }) {
  const t = useWords(themeWords);
  const heat = tenth(theme.heat);
  return (
    <Popover trigger="click" placement="bottom" title={t('howOf', { heat })} content={<HeatRows theme={theme} />}>
      <button type="button" className="heat" aria-label={t('howOf', { heat })}>
        <span className="figures">{heat}</span>
        <span className="heat-bar" aria-hidden>
          <span style={{ width: `${highest > 0 ? Math.max(2, (100 * theme.heat) / highest) : 0}%` }} />
        </span>
      </button>
    </Popover>
  );
}

export function HeatRows({ theme }: { theme: ThemeItem }) {
  const t = useWords(themeWords);
  const say = useSaid();
  const times = useTimes();
  return (
    <div className="heat-rows">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('term')}</th>
            <th scope="col" className="right">
              {t('figure')}
            </th>
            <th scope="col" className="right">
              {t('weight')}
            </th>
            <th scope="col" className="right">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {theme.rows.map(({ term, amount, weight, points }) => (
            <tr key={term}>
              <th scope="row">{say(terms[term as keyof typeof terms])}</th>
              <td className="right figures">
                {amount === null ? <span className="faint">{t('unsaid')}</span> : rounded(amount)}
              </td>
              <td className="right figures">× {rounded(weight)}</td>
              <td className="right figures">{tenth(points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('sum')}
            </th>
            <td className="right figures">
              <strong>{tenth(theme.heat)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="faint">
        {theme.ruleFrom === BUILT_IN_FROM ? t('ruleBuiltIn') : t('ruleFrom', { day: times.date(theme.ruleFrom) })}
      </p>
    </div>
  );
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '−');
