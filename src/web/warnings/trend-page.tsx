/** The trend of any place and kind, chosen by name. */
import { Select } from 'antd';
import { warningApi } from '#triage/warning/warning.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { TrendFigure } from '#web/warnings/trend-figure.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/warnings/warnings.css';

export function TrendPage() {
  const t = useWords(warningWords);
  const { search, setSearch } = usePlace();
  const { area = null, category = null } = search;
  const read = useRead(warningApi.trend, { query: {} });
  useTitle(t('trend'));
  const pick = (
    key: 'area' | 'category',
    value: string | null,
    all: string,
    list: { id: string; name: string }[] = [],
  ) => (
    <Select
      aria-label={t(key)}
      className="trend-pick"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={all}
      value={value}
      options={list.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen: string | undefined) => setSearch({ [key]: chosen })}
    />
  );
  return (
    <article className="desk-page warnings">
      <header>
        <p className="quiet">
          <Go to="/warnings">{t('back')}</Go>
        </p>
        <h1>{t('trend')}</h1>
        <p className="warning-tools">
          {pick('area', area, t('city'), read.data?.areas)}
          {pick('category', category, t('every'), read.data?.categories)}
        </p>
      </header>
      <TrendFigure areaId={area} categoryId={category} />
    </article>
  );
}
