/** Ids: UUIDv7, made by whoever creates the thing; the browser uses the same. */
import { v7 } from 'uuid';
import { z } from 'zod';

export const newId = (): string => v7();

/** Any UUID is taken; ours are version 7, which keeps new rows together in an index. */
export const id = z.uuid();
