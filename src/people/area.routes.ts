/** Serves areas. */
import { areaApi as api } from '#people/area.api.ts';
import { listAreas } from '#people/area.store.ts';
import type { Serve } from '#people/serve.ts';

export function areaRoutes(serve: Serve): void {
  serve(api.list, ({ tx, query }) => listAreas(tx, query));
}
