/** The ledger as it is read by the auditor, newest first, with names in place of ids. */
import { addDays, startOfDay } from '#clock/day.ts';
import type { AuditFilter, AuditRow } from '#people/audit.api.ts';
import { personNames } from '#people/person.store.ts';
import { namesOf, namesOfAny } from '#people/thing-names.ts';
import { unitBriefs } from '#people/unit.store.ts';
import { verbWords } from '#people/verbs.ts';
import type { Tx } from '#platform/db.ts';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const idsIn = (data: unknown): string[] => [...new Set(JSON.stringify(data).match(uuid) ?? [])];

/** Rows below `before`, which is a sequence number. */
export async function readLedger(tx: Tx, filter: AuditFilter, limit: number, before?: number): Promise<AuditRow[]> {
  const { actorId, verb, kind, thing, seq, from, to } = filter;
  const rows = await tx
    .selectFrom('ledger')
    .select(['seq', 'at', 'actor_kind', 'actor', 'for_whom', 'verb', 'kind', 'thing', 'unit', 'reason', 'data'])
    .$if(before !== undefined, (query) => query.where('seq', '<', before!))
    .$if(actorId !== undefined, (query) => query.where('actor', '=', actorId!))
    .$if(verb !== undefined, (query) =>
      verb!.endsWith('.') ? query.where('kind', '=', verb!.slice(0, -1)) : query.where('verb', '=', verb!),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(thing !== undefined, (query) => query.where('thing', '=', thing!))
    .$if(seq !== undefined, (query) => query.where('seq', '=', seq!))
    .$if(from !== undefined, (query) => query.where('at', '>=', startOfDay(from!)))
    .$if(to !== undefined, (query) => query.where('at', '<', startOfDay(addDays(to!, 1))))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const people = await personNames(
    tx,
    rows.flatMap((row) => [row.actor ?? [], row.for_whom ?? []].flat()),
  );
  const units = await unitBriefs(
    tx,
    rows.flatMap((row) => row.unit ?? []),
  );
  const tokens = rows.flatMap((row) =>
    row.actor_kind === 'token' && row.actor ? [{ kind: 'token', thing: row.actor }] : [],
  );
  const things = await namesOf(tx, [...rows, ...tokens]);
  const inside = rows.map((row) => idsIn(row.data));
  const named = await namesOfAny(tx, [...new Set(inside.flat())]);
  const actor = (id: string | null) => (id ? { id, name: people.get(id) ?? things.get(id) ?? '' } : null);
  return rows.map((row, at) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actor: actor(row.actor),
    forWhom: actor(row.for_whom),
    verb: row.verb,
    verbName: verbWords(row.verb),
    kind: row.kind,
    thing: row.thing,
    thingName: things.get(row.thing) ?? null,
    unit: row.unit ? { id: row.unit, name: units.get(row.unit)?.name ?? '' } : null,
    reason: row.reason,
    data: row.data as Record<string, unknown>,
    names: Object.fromEntries(inside[at]!.flatMap((id) => (named.has(id) ? [[id, named.get(id)!]] : []))),
  }));
}
