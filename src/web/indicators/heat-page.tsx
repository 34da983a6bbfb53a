/**
 * The heat map of an indicator: units by months. A table, so that its first column stays in sight on a phone, every figure is
 * read aloud and each cell leads to its readings. One hue, from light to dark, and the figure in the cell; no reading is hatched.
 */
import { Segmented, Select } from 'antd';
import type { CSSProperties } from 'react';
import { directions } from '#indicator/indicator.ts';
import { type Heat, heatApi } from '#views/heat.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { figure } from '#web/indicators/figures.ts';
import { heatWords } from '#web/indicators/heat.words.ts';
import { HeatFile } from '#web/indicators/heat-file.tsx';
import { legendOf, type Range, rangeOf, shadeOf } from '#web/indicators/heat-shade.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/indicators/heat.css';

const SPANS = ['6', '12', '24'];

export function HeatPage() {
  const t = useWords(heatWords);
  const { search, setSearch } = usePlace();
  const months = SPANS.includes(search.months ?? '') ? search.months! : '12';
  const { name, unitWords } = search;
  const query = { months: Number(months), ...(name && { name }), ...(unitWords && { unitWords }) };
  const read = useRead(heatApi.map, { query }, { keep: true });
  useTitle(t('title'));
  return (
    <ReadThing read={read} gone={t('none')}>
      {(heat) => (
        <article className="desk-page heat-page">
          <header>
            <Go to="/indicators">{t('back')}</Go>
            <h1>{t('title')}</h1>
            <p className="quiet">{t('how')}</p>
            <div className="heat-tools">
              <Select
                aria-label={t('which')}
                value={heat.shown ? heat.kept.findIndex((one) => same(one, heat.shown!)) : null}
                onChange={(nth) =>
                  setSearch({ name: heat.kept[nth ?? 0]?.name, unitWords: heat.kept[nth ?? 0]?.unitWords }, true)
                }
                options={heat.kept.map((one, nth) => ({
                  value: nth,
                  label: t('kept', { name: one.name, unit: one.unitWords, n: one.units }),
                }))}
                popupMatchSelectWidth={false}
              />
              <Segmented
                aria-label={t('span')}
                value={months}
                onChange={(span) => setSearch({ months: span }, true)}
                options={SPANS.map((value) => ({ value, label: t('months', { n: value }) }))}
              />
              {heat.shown && <HeatFile query={query} name={heat.shown.name} />}
              <PrintButton />
            </div>
          </header>
          {heat.shown ? <Shown heat={heat} shown={heat.shown} /> : <Empty title={t('none')} how={t('noneHow')} />}
        </article>
      )}
    </ReadThing>
  );
}

type Kept = Heat['kept'][number];
const same = (a: Kept, b: Kept) => a.name === b.name && a.unitWords === b.unitWords;

function Shown({ heat, shown }: { heat: Heat; shown: NonNullable<Heat['shown']> }) {
  const t = useWords(heatWords);
  const say = useSaid();
  const range = rangeOf(heat.rows);
  if (!range) return <Empty title={t('noReadings')} />;
  return (
    <>
      <Legend range={range} digits={shown.digits} words={`${shown.unitWords} · ${say(directions[shown.direction])}`} />
      <section className="heat-scroll" aria-label={shown.name}>
        <table className="heat-table">
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {heat.months.map((month, i) => (
                <th key={month} scope="col">
                  {(i === 0 || month.endsWith('-01')) && <span className="faint">{month.slice(0, 4)}</span>}
                  {t('month', { n: Number(month.slice(5)) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row) => (
              <tr key={row.indicator}>
                <th scope="row">
                  <Go to={`/indicators/${row.indicator}`}>{row.unit.shortName || row.unit.name}</Go>
                </th>
                {row.cells.map((value, i) => (
                  <Cell
                    key={heat.months[i]}
                    {...{ value, range, digits: shown.digits }}
                    to={`/indicators/${row.indicator}`}
                    words={`${row.unit.shortName} ${heat.months[i]}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {heat.across > 0 && <p className="faint">{t('across', { n: heat.across })}</p>}
    </>
  );
}

type CellProps = { value: number | null; range: Range; digits: number; to: string; words: string };

const shaded = (value: number, range: Range) => ({ '--heat': shadeOf(value, range) }) as CSSProperties;

function Cell({ value, range, digits, to, words }: CellProps) {
  const t = useWords(heatWords);
  if (value === null)
    return (
      <td className="heat-missing" title={`${words} ${t('missing')}`}>
        <span className="only-heard">{t('missing')}</span>
      </td>
    );
  return (
    <td className="heat-cell" style={shaded(value, range)}>
      <Go to={to} className="figures">
        {figure(value, digits)}
      </Go>
    </td>
  );
}

function Legend({ range, digits, words }: { range: Range; digits: number; words: string }) {
  const t = useWords(heatWords);
  return (
    <p className="heat-legend">
      <span className="faint">{words}</span>
      {legendOf(range).map((value) => (
        <span key={value} className="heat-cell figures" style={shaded(value, range)}>
          {figure(value, digits)}
        </span>
      ))}
      <span className="heat-missing">{t('missing')}</span>
    </p>
  );
}
