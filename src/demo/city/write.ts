/** Writing a planned past: in the order of time, chunk by chunk, rows before their ledger rows, verbs where they belong. */
import { sql } from 'kysely';
import type { Past, Row } from '#demo/city/past.ts';
import { type Act, at } from '#demo/make.ts';
import { type PastEntry, recordPast } from '#ledger/record.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { insertArrivals } from '#signal/arrival.store.ts';
import type { Arrival } from '#signal/arrival.ts';

/** In an order in which each row's keys are there before it. */
const tables = [
  ...[
    'area',
    'unit',
    'unit_edge',
    'post',
    'problem',
    'signal_problem',
    'category',
    'text_model',
    'text_model_decision',
    'proposal',
    'signal_category',
    'task',
    'assignment',
    'problem_decision',
    'hand_in',
  ],
  ...['hand_in_review', 'signal_contact', 'signal_answer', 'signal_callback', 'clock'],
];
/** Ledger rows in one transaction, about. */
const CHUNK = 4_000;

type Chunk = { rows: Map<string, Row[]>; notes: PastEntry[]; arrivals: Arrival[] };
type Item = { at: Date; add?: (chunk: Chunk) => void; act?: Act };

/** @param tell how far it is: from 0 to 1 */
export async function writePast(city: City, past: Past, tell: (share: number) => void): Promise<void> {
  const items = inOrder(past);
  let chunk = empty();
  let last = past.end;
  const flush = async () => {
    if (chunk.notes.length + chunk.arrivals.length + chunk.rows.size === 0) return;
    await transact(at(city, last), (tx) => writeChunk(tx, chunk));
    chunk = empty();
  };
  for (const [i, item] of items.entries()) {
    if (chunk.notes.length >= CHUNK || item.act) {
      await flush();
      tell(i / items.length);
    }
    last = item.at;
    item.add?.(chunk);
    if (item.act) await transact(at(city, item.at), item.act.run);
  }
  await flush();
}

const empty = (): Chunk => ({ rows: new Map(), notes: [], arrivals: [] });

/** Of one instant rows come first and acts last; else in the order in which they were planned. */
function inOrder({ rows, notes, arrivals, acts }: Past): Item[] {
  const items: Item[] = [
    ...arrivals.map(({ at, arrival }) => ({ at, add: (chunk: Chunk) => void chunk.arrivals.push(arrival) })),
    ...rows.map(({ table, at, row }) => ({
      at,
      add: (chunk: Chunk) => {
        const list = chunk.rows.get(table);
        if (list) list.push(row);
        else chunk.rows.set(table, [row]);
      },
    })),
    ...notes.map((note) => ({ at: note.at, add: (chunk: Chunk) => void chunk.notes.push(note) })),
    ...acts.map((act) => ({ at: act.at, act })),
  ];
  return items.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function writeChunk(tx: Tx, { rows, notes, arrivals }: Chunk): Promise<void> {
  await insertArrivals(tx, null, arrivals);
  const commitments = new Map(arrivals.map((one) => [one.id, one.made!.commitment]));
  for (const table of tables) {
    const list = rows.get(table);
    if (!list) continue;
    if (table === 'problem')
      await number(tx, list, 'problem_number', 'made_at', (year, n) => `P${year}-${n.padStart(5, '0')}`);
    if (table === 'task')
      await number(tx, list, 'task_number', 'given_at', (year, n) => `T${year}-${n.padStart(6, '0')}`);
    await insertRows(tx, table, list);
  }
  const bound = notes.map((note) =>
    note.verb === 'signal.received' ? { ...note, commitment: commitments.get(note.thing)! } : note,
  );
  await recordPast(tx, bound);
}

/** Any table's rows in one statement: the columns are those of the first. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

type Format = (year: number, number: string) => string;

/** As the verbs number: the year of the offices and the next of the sequence. */
async function number(tx: Tx, rows: Row[], sequence: string, since: string, format: Format): Promise<void> {
  const { rows: next } = await sql<{ n: string }>`
    select nextval(${sequence}::regclass)::text as n from generate_series(1, ${rows.length})`.execute(tx);
  for (const [i, row] of rows.entries()) {
    const year = new Date((row[since] as Date).getTime() + 8 * 3_600_000).getUTCFullYear();
    row.number = format(year, next[i]!.n);
  }
}
