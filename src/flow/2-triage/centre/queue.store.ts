/** The queue of the dispatch centre as the page reads it: the most pressing, how many by light and kind, and who is at what. */
import { loadCalendar } from '#clock/clock.store.ts';
import type { Light } from '#clock/left.ts';
import type { Actor } from '#people/actor.ts';
import type { ReplyOf } from '#platform/api.ts';
import type { Tx } from '#platform/db.ts';
import type { CentreQuery, centreApi } from '#triage/centre/centre.api.ts';
import { lightNow, type WaitKind, waitKinds } from '#triage/centre/centre.ts';
import { showWaiting } from '#triage/centre/show.store.ts';
import { LOOKED_AT, narrowed, type WaitingRow, waitingRows } from '#triage/centre/waiting.store.ts';

type Shown = ReplyOf<(typeof centreApi)['queue']>;

export async function centreQueue(tx: Tx, actor: Actor, query: CentreQuery): Promise<Shown> {
  const all = await waitingRows(tx, actor);
  const calendar = await loadCalendar(tx);
  const lit = new Map(all.map((row) => [row.id, lightNow(calendar, tx.now, row)]));
  const asked = (await narrowed(tx, all, query)).filter((row) => !query.light || lit.get(row.id) === query.light);
  const held = all.filter((row) => row.heldBy !== null);
  const shown = asked.slice(0, query.limit);
  const ids = new Set(shown.map((row) => row.id));
  const items = await showWaiting(tx, actor, [...shown, ...held.filter((row) => !ids.has(row.id))]);
  const figure = (rows: readonly WaitingRow[]) => {
    const of = (light: Light) => rows.filter((row) => lit.get(row.id) === light).length;
    return { red: of('red'), yellow: of('yellow'), green: of('green') };
  };
  return {
    items: items.filter((item) => ids.has(item.id)),
    waiting: asked.length,
    more: all.length >= LOOKED_AT,
    lights: figure(all),
    kinds: (Object.keys(waitKinds) as WaitKind[]).map((kind) => ({
      kind,
      ...figure(all.filter((row) => row.kind === kind)),
    })),
    channels: await namesOf(
      tx,
      'channel',
      all.flatMap((row) => row.channels),
    ),
    areas: await namesOf(
      tx,
      'area',
      all.flatMap((row) => row.areaId ?? []),
    ),
    holders: items.flatMap(({ id, number, lease }) =>
      lease ? [{ person: lease.person, thing: id, number, untilAt: lease.untilAt }] : [],
    ),
  };
}

async function namesOf(tx: Tx, table: 'channel' | 'area', ids: string[]): Promise<{ id: string; name: string }[]> {
  const known = [...new Set(ids)];
  if (known.length === 0) return [];
  return tx.selectFrom(table).select(['id', 'name']).where('id', 'in', known).orderBy('name').execute();
}
