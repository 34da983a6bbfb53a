/** The catalogue's part about reports for the leaders. */
import type { Entry } from '#platform/problems.ts';

export const paperProblems = {
  paper_day: [
    422,
    '只能报已经过完的一天；周报要选星期日',
    'Only of a day that has ended; a weekly report ends on a Sunday',
  ],
} as const satisfies Record<string, Entry>;
