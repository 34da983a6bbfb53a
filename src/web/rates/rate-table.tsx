/** The rates line by line: share, denominator, and how sure; ranked where they rest on enough. */
import type { RateLineShown } from '#triage/rate/rate.api.ts';
import {
  type Dimension,
  figureOf,
  question,
  questions,
  type RateRule,
  ranksOf,
  type Sum,
  scoreOf,
} from '#triage/rate/rate.ts';
import { Go } from '#web/place/go.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import { casesOf, type RateAsked } from '#web/rates/rate-address.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type About = {
  asked: RateAsked;
  by: Dimension;
  before: boolean;
  rule: RateRule;
  lines: readonly RateLineShown[];
};

/** What a line is called where nothing names it. */
export function useLineName(by: Dimension): (line: RateLineShown) => string {
  const t = useWords(rateWords);
  return ({ all, key, name }) =>
    all ? t('all') : (name ?? (by === 'unit' && key === null ? t('noUnit') : t('unknown')));
}

export function RateTable({ asked, by, before, rule, lines }: About) {
  const t = useWords(rateWords);
  const say = useSaid();
  const numbers = useNumbers();
  const nameOf = useLineName(by);
  const sumsOf = (line: RateLineShown) => (before ? line.before : line.sums);
  const parts = lines.filter((line) => !line.all);
  const scores = parts.map((line) => scoreOf(sumsOf(line), rule));
  const ranks = ranksOf(scores);
  const ranked = by !== 'month';
  const order = parts.map((line, i) => ({ line, rank: ranks[i] ?? null, score: scores[i] }));
  if (ranked) order.sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || b.line.answered - a.line.answered);
  const all = lines.find((line) => line.all)!;
  const rows = [{ line: all, rank: null, score: scoreOf(sumsOf(all), rule) }, ...order];
  return (
    <div className="rate-frame">
      <table className="rate-table">
        <thead>
          <tr>
            {ranked && <th scope="col">{t('rank')}</th>}
            <th scope="col" className="rate-name" />
            <th scope="col">{t('answered')}</th>
            {question.options.map((one) => (
              <th key={one} scope="col">
                {say(questions[one])}
              </th>
            ))}
            <th scope="col">{t('score')}</th>
            <th scope="col">{t('excluded')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, rank, score }) => {
            const of = line.all ? {} : { by, key: line.key };
            return (
              <tr key={line.all ? 'all' : (line.key ?? 'none')} className={line.all ? 'rate-all' : ''}>
                {ranked && (
                  <td className="figures" title={rank === null && !line.all ? t('few') : ''}>
                    {rank ?? '—'}
                  </td>
                )}
                <th scope="row" className="rate-name">
                  {nameOf(line)}
                </th>
                <td>
                  <Go to={casesOf(asked, of)} className="figures">
                    {numbers.whole(line.answered)}
                  </Go>
                </td>
                {question.options.map((one) => (
                  <td key={one}>
                    <Rate
                      sum={sumsOf(line)[one]}
                      to={casesOf(asked, { ...of, question: one, ...(!before && { exclusion: 'without' as const }) })}
                    />
                  </td>
                ))}
                <td className="figures">{score ? numbers.percent(score.value) : '—'}</td>
                <td>
                  {line.excluded > 0 ? (
                    <Go to={casesOf(asked, { ...of, exclusion: 'only' })} className="figures">
                      {numbers.whole(line.excluded)}
                    </Go>
                  ) : (
                    <span className="faint">0</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Rate({ sum, to }: { sum: Sum; to: string }) {
  const t = useWords(rateWords);
  const numbers = useNumbers();
  const figure = figureOf(sum);
  if (!figure) return <span className="faint">—</span>;
  const interval = t('interval', { low: numbers.percent(figure.low), high: numbers.percent(figure.high) });
  return (
    <span className="rate-cell" title={interval}>
      <span className="figures">{numbers.percent(figure.value)}</span>
      <Go to={to} className="figures rate-of">
        /{numbers.whole(sum.n)}
      </Go>
      {figure.few && (
        <span className="faint figures rate-few">
          {numbers.percent(figure.low)}–{numbers.percent(figure.high)}
        </span>
      )}
    </span>
  );
}
