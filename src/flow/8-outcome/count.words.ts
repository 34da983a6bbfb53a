/** What the program writes down as the definition of a count, in the words of an office. */
import type { Kind } from '#outcome/count.ts';
import { matters } from '#signal/signal.ts';

const kindWords = ({ matter, category }: Kind): string =>
  category === null ? matters[matter].zh : `${matters[matter].zh}·${category}`;

export const countWords = (kind: Kind | undefined) => ({
  unitWords: '件/月',
  numerator: '当月到达、经人归入本问题的线索；一件拆成几条的算一件，并入的问题的线索也算，移出的不算',
  denominator: '',
  source: '本系统的线索',
  method: `按自然月统计；旁列当月到达的全部线索${kind ? `，以及同类（${kindWords(kind)}）而不在本问题的线索` : ''}，以便看出增减是不是本问题独有`,
});
