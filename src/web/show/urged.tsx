/** How often whoever has a thing was urged, by whom the last time, and with what words. */
import type { ProblemPage } from '#views/desk.api.ts';
import { flowWords } from '#web/problems/flow.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function Urged({ urged: { count, last } }: Pick<ProblemPage, 'urged'>) {
  const t = useWords(flowWords);
  const times = useTimes();
  if (!last) return null;
  return (
    <li>
      <strong>{t('urged', { count })}</strong>{' '}
      <span className="quiet">{t('urgedLast', { name: last.by, when: times.near(last.at) })}</span>{' '}
      <span className="verbatim">{last.words}</span>
    </li>
  );
}
