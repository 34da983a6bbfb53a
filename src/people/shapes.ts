/** Shapes that the inputs and answers of this room share. */
import { z } from 'zod';
import { id } from '#platform/ids.ts';

export { id };

export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const said = z.object({ zh: z.string(), en: z.string() });
export const text = (max: number) => z.string().trim().min(1).max(max);
export const reason = text(500);
export const remark = z.string().trim().max(500).default('');

export const personBrief = z.object({ id, name: z.string() });
export const unitBrief = z.object({ id, name: z.string(), shortName: z.string() });

/** Keyset paging: `next` is handed back as `cursor`. */
export const page = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** `true` in an address; anything else is an error rather than a silent no. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** The thing as it is after the decision. */
export const done = z.object({ id, version: z.int() });
export const one = z.object({ id });
