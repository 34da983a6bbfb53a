/** Why a line of my work stands where it stands, in words: until when, and how much of the time is used. */
import { shareUsed } from '#clock/measure.ts';
import type { WorkItem } from '#views/desk.api.ts';
import { myWorkWords, nextSteps } from '#web/my-work/my-work.words.ts';
import { useCalendar } from '#web/words/calendar.ts';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { type Said, useWords } from '#web/words/words.ts';

export function useWhy(): (item: WorkItem) => string {
  const t = useWords(myWorkWords);
  const calendar = useCalendar();
  const times = useTimes();
  const now = useNow();
  return ({ due, at }) => {
    if (!due) return t('whyNoLimit', { when: times.near(at) });
    const dueAt = new Date(due.dueAt);
    if (due.pausedAt) return t('whyPaused');
    const when = times.near(due.dueAt);
    if (dueAt < now) return t('whyLate', { when });
    // A milestone's time is not counted from a beginning: it has a day.
    if (due.limit === 'milestone') return t('whyDue', { when });
    const running = { startedAt: new Date(due.startedAt), dueAt, unit: due.unitOfTime, office: due.office ?? null };
    return t('whyUsed', { when, percent: Math.floor(shareUsed(calendar, running, now) * 100) });
  };
}

/** The one step that is asked for. */
export const nextStep = ({ kind, asked, what }: WorkItem): Said => nextSteps[`${kind} ${asked}`] ?? what;
