/** The duty list as an Excel file out of exactly what is seen, in the columns by which it is imported again. */
import type { Serve } from '#people/serve.ts';
import { parse } from '#platform/malformed.ts';
import { dutyApi, dutyLineQuery } from '#triage/duty/duty.api.ts';
import { dutyColumns } from '#triage/duty/duty-file.ts';
import { listLines } from '#triage/duty/line.store.ts';
import { oneVersion, shownList } from '#triage/duty/list.store.ts';
import { listFile, PAGE } from '#views/list-file.ts';

export function dutyFileRoutes(serve: Serve): void {
  serve(dutyApi.file, async ({ tx, actor, query }) => {
    const { cursor: _, limit: __, ...filter } = parse(dutyLineQuery, query);
    const listId = filter.listId ?? (await shownList(tx));
    const number = listId ? (await oneVersion(tx, listId)).number : 0;
    return listFile(tx, actor, {
      ...{ name: `职责清单第${number}版`, permission: 'problem.read', verb: 'export.duty', columns: dutyColumns },
      filters: Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined),
      read: (own, cursor) => listLines(own, { ...filter, listId, cursor, limit: PAGE }),
    });
  });
}
