/** Which character divides the fields of a text table. */

const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** `sep=;` on a line of its own: what Excel writes and reads, and does not count as a row. */
const excelHint = /^sep=(.)(?:\r\n|\r|\n)/;

export type Layout = { delimiter: string /** Characters to drop at the beginning. */; skip: number };

/**
 * From the first part of the text: the delimiter whose count per record is the same, and not none, in most records.
 * Delimiters and line ends inside quotes do not count. A table of one column has a comma for want of a better.
 */
export function layoutOf(sample: string): Layout {
  const hint = excelHint.exec(sample);
  if (hint) return { delimiter: hint[1]!, skip: hint[0].length };
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const agreeing = agreement(sample, delimiter);
    if (agreeing > most) {
      best = delimiter;
      most = agreeing;
    }
  }
  return { delimiter: best, skip: 0 };
}

/** Share of records with the most frequent number of fields above one, weighed a little by that number. */
function agreement(sample: string, delimiter: Delimiter): number {
  const records = new Map<number, number>();
  let total = 0;
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  for (let i = 0; i < sample.length; i++) {
    const c = sample[i]!;
    if (c === '"' && (quoted || fieldStart)) quoted = !quoted;
    if (quoted) continue;
    fieldStart = false;
    if (c === delimiter) {
      fields++;
      fieldStart = true;
    } else if (c === '\n' || (c === '\r' && sample[i + 1] !== '\n')) {
      records.set(fields, (records.get(fields) ?? 0) + 1);
      total++;
      fields = 1;
      fieldStart = true;
    }
  }
  // The last record may be cut by the end of the sample: it counts only where it is all there is.
  if (total === 0) return fields > 1 ? 1 + fields / 1000 : 0;
  let best = 0;
  for (const [count, times] of records) if (count > 1) best = Math.max(best, times / total + count / 1000);
  return best;
}
