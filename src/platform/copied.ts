/** Reading very many rows of one column: by COPY in binary, each row handed over as the bytes the database sent. */
import type { Buffer } from 'node:buffer';
import type pg from 'pg';

/** Some 5 ms of work: meanwhile the database fills the socket, and the program answers others between two batches. */
const BATCH = 500;
/** Before the first row stand 11 bytes of signature, 4 of flags, and the length of what else there is (none so far). */
const HEADER = 19;
/** Before the value: how many columns (2 bytes) and the length (4 bytes). A row of -1 columns is the end. */
const FIELD = 6;

type Socket = {
  closed: boolean;
  pause(): void;
  resume(): void;
  destroy(): void;
  once(event: 'close', then: () => void): void;
};

/** The database closes the connection after it. */
const isFatal = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && error.severity === 'FATAL';

/**
 * What `read` makes of each row of `sql`, a select of one text column without nulls, in batches. The connection does nothing
 * else meanwhile; where the reader stops before the end, it is closed. Costs half of what a cursor and its texts cost.
 * @param read is given memory that is written over after it has returned: it must keep nothing of it.
 */
export async function* copied<T>(client: pg.ClientBase, sql: string, read: (row: Buffer) => T): AsyncGenerator<T[]> {
  let socket: Socket | undefined;
  let batch: T[] = [];
  let first = true;
  let over = false;
  let failed: unknown;
  let wake = () => {};
  const end = (error?: unknown) => {
    over = true;
    failed ??= error;
    wake();
  };
  client.query({
    submit(connection: pg.Connection) {
      socket = connection.stream as unknown as Socket;
      connection.query(`copy (${sql}) to stdout (format binary)`);
    },
    // The protocol has one message for each row.
    handleCopyData({ chunk }: { chunk: Buffer }) {
      const at = first ? HEADER : 0;
      first = false;
      if (failed || chunk.readInt16BE(at) !== 1) return;
      try {
        batch.push(read(chunk.subarray(at + FIELD)));
      } catch (error) {
        failed = error;
      }
      if (batch.length < BATCH) return;
      socket?.pause();
      wake();
    },
    handleCommandComplete() {},
    handleReadyForQuery: () => end(),
    handleError: end,
  });
  try {
    while (!over || batch.length > 0) {
      if (!over && batch.length < BATCH) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const ready = batch;
      batch = [];
      socket?.resume();
      if (failed) throw failed;
      if (ready.length > 0) yield ready;
    }
  } finally {
    const left = socket;
    if (left && !left.closed && (!over || isFatal(failed))) {
      const closed = new Promise<void>((resolve) => {
        left.once('close', resolve);
      });
      left.destroy();
      await closed; // or the pool would give it to the next
    }
  }
}
