/** The rates as a picture with its sentence: over the months, or line by line with how sure each is. */
import { Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { figureOf, type Question, question, questions } from '#triage/rate/rate.ts';
import { ChartFrame, type Draw, FiguresTable } from '#web/chart/chart-frame.tsx';
import { rateWords } from '#web/rates/rate.words.ts';
import { intervalsOption, monthsOption } from '#web/rates/rate-option.ts';
import { type About, useLineName } from '#web/rates/rate-table.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** More bars than this are no picture any more; the table below has them all. Of those that rest on few, what fills a dozen. */
const MOST = 24;
const DOZEN = 12;
const ROW = 24;

export function RateChart(about: About) {
  return about.by === 'month' ? <Months {...about} /> : <Lines {...about} />;
}

function Months({ lines, before }: About) {
  const t = useWords(rateWords);
  const say = useSaid();
  const numbers = useNumbers();
  const months = useMemo(() => lines.filter(({ all, key }) => !all && key !== null), [lines]);
  const draw = useCallback<Draw>(
    ({ colors, language }) => {
      const of = (one: Question) =>
        months.map((line) => figureOf((before ? line.before : line.sums)[one])?.value ?? null);
      const rates = { response: of('response'), resolution: of('resolution'), satisfaction: of('satisfaction') };
      const names = Object.fromEntries(question.options.map((one) => [one, questions[one][language]])) as Record<
        Question,
        string
      >;
      return monthsOption({ months: months.map(({ key }) => key!), rates, names, colors });
    },
    [months, before],
  );
  const last = months[months.length - 1];
  if (!last) return null;
  const words = (one: Question, line = last) => {
    const figure = figureOf((before ? line.before : line.sums)[one]);
    return figure ? numbers.percent(figure.value) : t('nobody');
  };
  const sentence = t('sentenceMonth', {
    ...{ name: last.key!, response: words('response') },
    ...{ resolution: words('resolution'), satisfaction: words('satisfaction') },
  });
  const rows = months.map((line) => [line.key!, ...question.options.map((one) => words(one, line))]);
  const table = (
    <FiguresTable heads={[t('months'), ...question.options.map((one) => say(questions[one]))]} rows={rows} />
  );
  return <ChartFrame sentence={sentence} draw={draw} height={260} table={table} />;
}

function Lines({ lines, before, by }: About) {
  const t = useWords(rateWords);
  const say = useSaid();
  const numbers = useNumbers();
  const nameOf = useLineName(by);
  const [asked, setAsked] = useState<Question>('resolution');
  const all = figureOf((before ? lines[0]!.before : lines[0]!.sums)[asked]);
  const shown = lines
    .flatMap((line) => {
      const figure = line.all ? undefined : figureOf((before ? line.before : line.sums)[asked]);
      return figure ? [{ name: nameOf(line), figure }] : [];
    })
    .sort((a, b) => Number(a.figure.few) - Number(b.figure.few) || b.figure.value - a.figure.value)
    .filter(({ figure }, i) => i < (figure.few ? DOZEN : MOST));
  const known = JSON.stringify(shown);
  const draw = useCallback<Draw>(
    ({ colors, width }) => intervalsOption({ lines: JSON.parse(known), colors, width }),
    [known],
  );
  if (shown.length === 0) return null;
  const rows = shown.map(({ name, figure }) => [
    name,
    numbers.percent(figure.value),
    `${numbers.percent(figure.low)}–${numbers.percent(figure.high)}`,
  ]);
  return (
    <section className="rate-chart">
      <Segmented
        size="small"
        className="not-printed"
        aria-label={t('title')}
        value={asked}
        options={question.options.map((value) => ({ value, label: say(questions[value]) }))}
        onChange={setAsked}
      />
      <ChartFrame
        sentence={t('sentenceBy', {
          question: say(questions[asked]),
          value: all ? numbers.percent(all.value) : t('nobody'),
        })}
        draw={draw}
        height={44 + ROW * shown.length}
        table={<FiguresTable heads={['', say(questions[asked]), '95%']} rows={rows} />}
      />
    </section>
  );
}
