/** Lists of readings as a kind of import. */
import { z } from 'zod';
import { writeReadings } from '#indicator/import-readings.actions.ts';
import { type ReadingRow, readingFields, readReading, showReading } from '#indicator/import-readings.ts';
import { listIntake } from '#intake/list-intakes.ts';
import type { ReadingField } from '#sheet/reading-fields.ts';

/** The unit of all figures, said once, where neither a column nor a row says it. */
const options = z.object({ unitWords: z.string().trim().max(20).default('') });

/** `数值（件/月）`: the heading may say the unit. */
const inHeading = /[（(【[]([^）)】\]]{1,20})[）)】\]]\s*$/;

export const readingIntake = listIntake<ReadingRow, ReadingField, z.output<typeof options>>({
  kind: 'readings',
  name: { zh: '指标读数', en: 'Readings' },
  permission: 'reading.record',
  options,
  fields: readingFields,
  required: ['value'],
  read(values, { columns, dateSystem, options: { unitWords } }) {
    const heading = columns.find(({ field }) => field === 'value')?.name.trim() ?? '';
    return readReading(values, { dateSystem, unitWords: inHeading.exec(heading)?.[1]?.trim() || unitWords });
  },
  write: writeReadings,
  show: showReading,
});
