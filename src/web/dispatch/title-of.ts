/** What a case is called: by its title; a warning by how many told of it in how many days. */
import type { CentreItem } from '#triage/centre/centre.api.ts';
import type { dispatchWords } from '#web/dispatch/dispatch.words.ts';

type Say = (key: keyof typeof dispatchWords, params?: Record<string, string | number>) => string;

export function titleOf({ kind, title, number, area }: CentreItem, t: Say): string {
  if (kind !== 'warning') return title;
  const [people = '', days = ''] = number.split('/');
  return [area ?? t('wholeCity'), title, t('people', { people, days })].filter(Boolean).join(' · ');
}
