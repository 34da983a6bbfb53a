/** Noun routes of the heat map. */
import type { Serve } from '#people/serve.ts';
import { parse } from '#platform/malformed.ts';
import { heatApi as api, type Heat, heatQuery } from '#views/heat.api.ts';
import { heatMap } from '#views/heat.view.ts';
import { listFile } from '#views/list-file.ts';

type Row = Heat['rows'][number];

export function heatRoutes(serve: Serve): void {
  serve(api.map, ({ tx, actor, query }) => heatMap(tx, actor, query));
  serve(api.file, async ({ tx, actor, query }) => {
    const asked = parse(heatQuery, query);
    const { shown, months, rows } = await heatMap(tx, actor, asked);
    return listFile<Row>(tx, actor, {
      ...{ name: shown?.name ?? '热力图', permission: 'indicator.read', verb: 'export.indicators', filters: ['name'] },
      columns: [
        { name: '单位', width: 24, cell: ({ unit }) => unit.name },
        { name: '指标编号', width: 16, cell: ({ number }) => number },
        ...months.map((month, i) => ({
          ...{ name: month, width: 12 },
          cell: ({ cells }: Row) => (cells[i] == null ? null : { number: cells[i], text: `${cells[i]}` }),
        })),
      ],
      read: async () => ({ items: rows, next: null }),
    });
  });
}
