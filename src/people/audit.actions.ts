/** Reading the ledger is itself written down: once an opening, and every export. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import type { AuditFilter, AuditQuery, AuditRow } from '#people/audit.api.ts';
import { readLedger } from '#people/audit.store.ts';
import { cursorOf, keysOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

async function write(tx: Tx, actor: Actor, verb: string, { opening, ...filter }: AuditFilter): Promise<void> {
  await record(tx, signing(actor, 'ledger.read'), {
    verb,
    kind: 'ledger',
    thing: opening,
    data: filter,
    request: opening,
  });
}

export async function openLedger(
  tx: Tx,
  actor: Actor,
  query: AuditQuery,
): Promise<{ items: AuditRow[]; next: string | null }> {
  mustBeAbleTo(actor, 'ledger.read');
  const { cursor, limit, ...filter } = query;
  const before = cursor ? seqOf(cursor) : undefined;
  const rows = await readLedger(tx, filter, limit + 1, before);
  if (await once(tx, actor, filter.opening, 'ledger.open', {})) await write(tx, actor, 'ledger.opened', filter);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)!.seq]) : null };
}

function seqOf(cursor: string): number {
  const seq = Number(keysOf(cursor, 1)[0]);
  if (!Number.isSafeInteger(seq)) throw problem('malformed', { count: 1 });
  return seq;
}

/** A sheet that a person can still work with; more is narrowed by its dates. */
export const EXPORT_MOST = 50_000;

/** @throws export_too_large */
export async function exportLedger(tx: Tx, actor: Actor, filter: AuditFilter): Promise<AuditRow[]> {
  mustBeAbleTo(actor, 'ledger.read');
  const rows = await readLedger(tx, filter, EXPORT_MOST + 1);
  if (rows.length > EXPORT_MOST) throw problem('export_too_large', { limit: EXPORT_MOST });
  await write(tx, actor, 'ledger.exported', filter);
  return rows;
}
