/** Noun routes of the read models of indicators. */
import { type IndicatorItem, indicatorQuery } from '#indicator/indicator.api.ts';
import { listIndicators } from '#indicator/indicator.store.ts';
import { directions, states } from '#indicator/indicator.ts';
import type { Serve } from '#people/serve.ts';
import { parse } from '#platform/malformed.ts';
import { indicatorViewApi as api } from '#views/indicator.api.ts';
import { indicatorPage } from '#views/indicator-page.view.ts';
import { type ListFile, listFile, PAGE } from '#views/list-file.ts';

const columns: ListFile<IndicatorItem>['columns'] = [
  { name: '编号', width: 16, cell: (item) => item.number },
  { name: '名称', width: 32, cell: (item) => item.name },
  { name: '单位', width: 10, cell: (item) => item.unitWords },
  { name: '方向', width: 12, cell: (item) => directions[item.direction].zh },
  { name: '归口单位', width: 24, cell: (item) => item.owner.name },
  { name: '来历', width: 12, cell: (item) => (item.counted ? '程序统计' : '填报') },
  { name: '状态', width: 10, cell: (item) => states[item.state].zh },
  {
    name: '最新一期开始',
    width: 14,
    cell: ({ latest }) => latest && { date: `${latest.from}T00:00:00`, shown: 'day' },
  },
  { name: '最新一期结束', width: 14, cell: ({ latest }) => latest && { date: `${latest.to}T00:00:00`, shown: 'day' } },
  { name: '最新读数', width: 14, cell: ({ latest }) => latest && { number: latest.value, text: `${latest.value}` } },
];

export function indicatorViewRoutes(serve: Serve): void {
  serve(api.page, ({ tx, actor, params }) => indicatorPage(tx, actor, params.id));
  serve(api.file, ({ tx, actor, query }) => {
    const { cursor: _, limit: __, ...filter } = parse(indicatorQuery, query);
    return listFile(tx, actor, {
      ...{ name: '指标', permission: 'indicator.read', verb: 'export.indicators', columns },
      filters: Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined),
      read: (own, cursor) => listIndicators(own, actor, { ...filter, cursor, limit: PAGE }),
    });
  });
}
