/** Ids: UUIDv7, made by whoever creates the thing; the browser uses the same. */
import { v7 } from 'uuid';
import { z } from 'zod';

const pool = new Uint8Array(4_096);
let used = pool.length;
let at = 0;
let next = 0;

let given: () => string | undefined = () => undefined;

/** Ids come from here as long as it gives any: the demo's, which are the same every time. */
export function takeIdsFrom(source: () => string | undefined): void {
  given = source;
}

/** Ids made one after another sort so. Random bytes are drawn 256 ids at a time: drawn singly they cost more than the rest. */
export function newId(): string {
  const id = given();
  if (id) return id;
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > at) {
    at = now;
    next = ((random[0]! << 24) | (random[1]! << 16) | (random[2]! << 8) | random[3]!) >>> 1; // leaves room to count on
  } else next += 1;
  return v7({ random, msecs: at, seq: next });
}

/** Any UUID is taken; ours are version 7, which keeps new rows together in an index. */
export const id = z.uuid();
