/** Office hours as pages and routes hand them on. */
import { z } from 'zod';
import { id } from '#platform/ids.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const date = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

export const officeHours = z.object({
  unit_id: id.nullable(),
  valid_from: z.iso.date(),
  valid_to: z.iso.date().nullable(),
  weekdays: z.array(z.int().min(1).max(5)).min(1),
  season_from: date.nullable(),
  season_to: date.nullable(),
  am_from: time,
  am_to: time,
  pm_from: time.nullable(),
  pm_to: time.nullable(),
});
