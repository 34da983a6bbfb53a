/** The ranked list: how hot, how it moves, how wide, and where it stands; the name leads to the theme's page. */
import { monthOf } from '#clock/month.ts';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { states } from '#triage/theme/theme.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { GrowthWords } from '#web/themes/growth-words.tsx';
import { HeatSum } from '#web/themes/heat-sum.tsx';
import { MonthSpark } from '#web/themes/month-spark.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { firstWhole } from '#web/themes/theme-months.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type ThemeRowsProps = { themes: readonly ThemeItem[]; from: string; to: string };

export function ThemeRows({ themes, from, to }: ThemeRowsProps) {
  const t = useWords(themeWords);
  const highest = Math.max(0, ...themes.map(({ heat }) => heat));
  return (
    <div className="theme-table-frame">
      <table className="theme-table">
        <thead>
          <tr>
            <th scope="col" className="right">
              <span className="only-heard">{t('rank')}</span>
            </th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('heat')}</th>
            <th scope="col" className="not-narrow">
              {t('months')}
            </th>
            <th scope="col">{t('recent')}</th>
            <th scope="col" className="right">
              {t('signals')}
            </th>
            <th scope="col" className="right not-narrow">
              {t('reporters')}
            </th>
            <th scope="col" className="right">
              {t('townships')}
            </th>
            <th scope="col" className="right not-narrow">
              {t('again')}
            </th>
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <ThemeRow key={theme.id} theme={theme} highest={highest} span={[firstWhole(from), monthOf(to)]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ThemeRowProps = { theme: ThemeItem; highest: number; span: [string, string] };

function ThemeRow({ theme, highest, span }: ThemeRowProps) {
  const t = useWords(themeWords);
  const numbers = useNumbers();
  const { figures, state } = theme;
  const of = (words: string, value: string) => <span data-said={words}>{value}</span>;
  return (
    <tr>
      <td className="right figures faint theme-rank">{theme.rank ?? ''}</td>
      <th scope="row" className="theme-name">
        <Go to={`/themes/${theme.id}`}>{theme.name}</Go>
        <span className="theme-under">
          <StateTag state={states[state]} />
          {theme.problem && <Go to={`/problems/${theme.problem.id}`}>{theme.problem.number}</Go>}
          <span className="faint theme-words">{theme.words.slice(0, 5).join('、')}</span>
        </span>
      </th>
      <td className="theme-heat">
        <HeatSum theme={theme} highest={highest} />
      </td>
      <td className="not-narrow">
        <MonthSpark months={figures.months} from={span[0]} to={span[1]} />
      </td>
      <td className="theme-recent" data-said={t('recent')}>
        <GrowthWords figures={figures} />
      </td>
      <td className="right figures theme-count">{of(t('signals'), numbers.whole(figures.signals))}</td>
      <td className="right figures not-narrow">{numbers.whole(figures.reporters)}</td>
      <td className="right figures theme-count">{of(t('townships'), numbers.whole(figures.townships))}</td>
      <td className="right figures not-narrow" title={numbers.parts(figures.again, figures.signals)}>
        {figures.signals > 0 && figures.again > 0 ? numbers.percent(figures.again / figures.signals) : ''}
      </td>
    </tr>
  );
}
