/** How a long step tells what it is doing: one line in both languages; the caller chooses the language and the place. */
import type { Said } from '#platform/problem.ts';

export type Say = (line: Said) => void;
