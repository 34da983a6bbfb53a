/** Counts over many messages, for whoever compares new ones with them. */
import { type Counts, count, emptyCounts } from '#text/same/4-counts.ts';
import { termsOf } from '#text/same/5-prepare.ts';
import type { Message } from '#text/same/same.ts';

export function countsOf(messages: Iterable<Pick<Message, 'words'>>): Counts {
  const counts = emptyCounts();
  for (const message of messages) count(counts, termsOf(message));
  return counts;
}
