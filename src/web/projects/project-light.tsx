/** The light of a project: colour, shape and words; which milestone, how many days, and whom it waits for. */
import type { ProjectLight as Lit } from '#project/milestone.ts';
import { projectWords } from '#web/projects/project.words.ts';
import { Light } from '#web/show/light.tsx';
import { useWords } from '#web/words/words.ts';

type Words = (key: keyof typeof projectWords, params?: Record<string, string | number>) => string;

/** “还有 3 天”, “今天到期”, “逾期 2 天”. */
export function sayDays(t: Words, days: number): string {
  if (days === 0) return t('dueToday');
  return days > 0 ? t('daysLeft', { days }) : t('overdue', { days: -days });
}

const named = { green: 'green', yellow: 'yellow', red: 'redLight' } as const;

/** “黄 · 设备整改 还有 3 天”; “红 · 设备整改 逾期 2 天，等审核人”. `short`: without the milestone's name. */
export function ProjectLight({ light, short }: { light: Lit; short?: boolean }) {
  const t = useWords(projectWords);
  const { milestone, days, waitsFor } = light;
  const when = days === null ? '' : sayDays(t, days);
  const waits = waitsFor === 'reviewer' ? t('waitsForReviewer') : '';
  const what = milestone ? `${short ? '' : `${milestone.title} `}${when}${waits}` : t('allReached');
  return <Light colour={light.light} said={`${t(named[light.light])} · ${what}`} />;
}
