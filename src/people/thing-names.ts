/** The ledger's things in words; each room names its own kinds when the server is put together. Numbers, never words of citizens. */
import type { Tx } from '#platform/db.ts';

export type ThingNames = (tx: Tx, ids: string[]) => Promise<Map<string, string>>;

const rooms = new Map<string, ThingNames>();

/** A room above registers how things of a kind are called. */
export function nameThings(kind: string, names: ThingNames): void {
  rooms.set(kind, names);
}

/** What these things are called; what no room names is left out. */
export async function namesOf(tx: Tx, things: { kind: string; thing: string }[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [kind, names] of rooms) {
    const ids = [...new Set(things.filter((one) => one.kind === kind).map((one) => one.thing))];
    if (ids.length === 0) continue;
    for (const [id, name] of await names(tx, ids)) found.set(id, name);
  }
  return found;
}
