/** Repeats: vocabulary, limits and pure rules of finding the problem that a new signal is about. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';

/** A problem closed this long ago may have come back; an older one is another matter. */
export const RECENT_DAYS = 60;
/** As many as a call-taker reads while somebody talks. */
export const SHOWN = 5;
/** Texts an index keeps at most: 100,000 problems by four texts each; 220 MB by the index's own reckoning. */
export const CAPACITY = 400_000;

/** Who answered: the index in memory, or the database while that is being built. */
export const sources = {
  index: { zh: '内存索引', en: 'the index in memory' },
  database: { zh: '索引正在建立，先由数据库查找', en: 'the database, while the index is being built' },
} as const satisfies Record<string, Said>;
export const source = z.enum(Object.keys(sources) as [keyof typeof sources, ...(keyof typeof sources)[]]);

/** What two texts share: a place, an organisation, or other words. */
export const shares = {
  place: { zh: '同一地点', en: 'same place' },
  organisation: { zh: '同一单位', en: 'same organisation' },
  words: { zh: '相同说法', en: 'same words' },
} as const satisfies Record<string, Said>;
export type Share = keyof typeof shares;
export const share = z.enum(Object.keys(shares) as [Share, ...Share[]]);
