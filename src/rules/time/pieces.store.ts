/** What stands still with what: the open tasks of a problem whose limit is suspended, told by the room that has them. */
import { sql } from 'kysely';
import { resumeClocks, type SuspensionBy, suspendClocks } from '#clock/pause.store.ts';
import type { Tx } from '#platform/db.ts';

type Pieces = {
  /** Open pieces of the thing that do not stand still on their own account. */
  of: (tx: Tx, thing: string) => Promise<string[]>;
  /** The thing of which this is a piece; null: of none. */
  whole: (tx: Tx, piece: string) => Promise<string | null>;
};

const asked: Pieces[] = [];

/** A room registers its pieces when a program is put together. */
export function standStillTogether(pieces: Pieces): void {
  asked.push(pieces);
}

const piecesOf = async (tx: Tx, thing: string): Promise<string[]> =>
  (await Promise.all(asked.map(({ of }) => of(tx, thing)))).flat();

/** With the thing all that hangs on it. */
export async function suspendPieces(tx: Tx, thing: string, by: Omit<SuspensionBy, 'limits'>): Promise<void> {
  await suspendClocks(tx, await piecesOf(tx, thing), by);
}

export async function resumePieces(tx: Tx, thing: string): Promise<void> {
  await resumeClocks(tx, await piecesOf(tx, thing));
}

/** A piece whose clocks have just begun or gone on stands still all the same, as long as the whole does. */
export async function keepStill(tx: Tx, piece: string): Promise<void> {
  for (const { whole } of asked) {
    const thing = await whole(tx, piece);
    if (!thing) continue;
    const { rows } = await sql<{ reason: string; by: string; allowedBy: string | null }>`
      select s.reason, s.by_person as by, s.allowed_by as "allowedBy" from clock c
        join clock_suspension s on s.clock_id = c.id and s.to_at is null
       where c.thing = ${thing} and c.stopped_at is null and c.paused_at is not null limit 1`.execute(tx);
    if (rows[0]) await suspendClocks(tx, [piece], rows[0]);
  }
}
