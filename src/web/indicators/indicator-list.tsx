/** All indicators that one may see, with the latest figure of each; the chosen one at the right. */

import { Button } from 'antd';
import { type IndicatorItem, indicatorApi } from '#indicator/indicator.api.ts';
import { directions, states } from '#indicator/indicator.ts';
import { indicatorViewApi } from '#views/indicator.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { heatWords } from '#web/indicators/heat.words.ts';
import { indicatorWords } from '#web/indicators/indicator.words.ts';
import { IndicatorView } from '#web/indicators/indicator-view.tsx';
import { NewIndicator } from '#web/indicators/new-indicator.tsx';
import { sayPeriod } from '#web/indicators/period.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { UnitFilter } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

const none = indicatorWords.noneHere;
const views: readonly View[] = [
  { key: 'all', said: indicatorWords.all, query: { state: 'open' } },
  { key: 'read', said: indicatorWords.read, query: { state: 'open', counted: 'false' }, none },
  { key: 'counted', said: indicatorWords.counted, query: { state: 'open', counted: 'true' }, none },
  { key: 'retired', said: indicatorWords.retired, query: { state: 'retired' }, none },
];

function useColumns(): readonly Column<IndicatorItem>[] {
  const times = useTimes();
  const language = useLanguage();
  const say = useSaid();
  return [
    {
      key: 'number',
      said: indicatorWords.number,
      width: 124,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    { key: 'name', said: indicatorWords.name, locked: true, phone: 'title', render: (one) => one.name },
    {
      key: 'latest',
      said: indicatorWords.latest,
      width: 132,
      right: true,
      phone: 'side',
      render: ({ latest, ...one }) => latest && <span className="figures">{withUnit(latest.value, one)}</span>,
    },
    {
      key: 'period',
      said: indicatorWords.period,
      width: 190,
      phone: 'line',
      render: ({ latest }) => latest && <span className="quiet">{sayPeriod(latest, language)}</span>,
    },
    { key: 'owner', said: indicatorWords.owner, width: 120, phone: 'line', render: (one) => one.owner.shortName },
    { key: 'direction', said: indicatorWords.direction, width: 120, render: (one) => say(directions[one.direction]) },
    {
      key: 'way',
      said: indicatorWords.way,
      width: 120,
      render: (one) => say(one.counted ? indicatorWords.counted : indicatorWords.read),
    },
    {
      key: 'state',
      said: indicatorWords.state,
      width: 110,
      hidden: true,
      render: (one) => <StateTag state={states[one.state]} />,
    },
    {
      key: 'changed',
      said: indicatorWords.changed,
      width: 130,
      hidden: true,
      render: (one) => <time dateTime={one.changedAt}>{times.near(one.changedAt)}</time>,
    },
  ];
}

export function IndicatorList() {
  const t = useWords(indicatorWords);
  const say = useSaid();
  const { go } = usePlace();
  const filters: Filter[] = [
    { key: 'q', said: indicatorWords.words, kind: 'words' },
    {
      ...{ key: 'unitId', said: indicatorWords.owner, kind: 'other' },
      render: (value, set) => <UnitFilter value={value} onChange={set} label={t('owner')} />,
    },
  ];
  return (
    <ListPage<IndicatorItem>
      name="indicators"
      title={t('indicators')}
      route={indicatorApi.list}
      count={indicatorApi.count}
      views={views}
      filters={filters}
      columns={useColumns()}
      rowId={(one) => one.id}
      to={(one) => `/indicators/${one.id}`}
      pane={(id) => <IndicatorView id={id} />}
      file={{ route: indicatorViewApi.file, name: `${t('indicators')}.xlsx` }}
      actions={
        <>
          <Button onClick={() => go('/indicators/heat')}>{say(heatWords.title)}</Button>
          <NewIndicator />
        </>
      }
      empty={{ title: t('none'), how: t('noneHow') }}
    />
  );
}
