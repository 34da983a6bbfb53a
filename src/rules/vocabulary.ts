/** Words as data: a table of codes with both languages, and the schema that accepts just its codes. */
import { z } from 'zod';

/** `oneOf(matters)` accepts the keys of the table. */
export function oneOf<T extends Record<string, unknown>>(table: T) {
  return z.enum(Object.keys(table) as (keyof T & string)[]);
}
