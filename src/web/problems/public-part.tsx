/** What the public pages say of a problem, and who put it there. */
import type { ProblemPage } from '#views/desk.api.ts';
import { base } from '#web/place/place.ts';
import { publishWords } from '#web/problems/publish.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function PublicPart({ problem: { number, publication } }: { problem: ProblemPage }) {
  const t = useWords(publishWords);
  const times = useTimes();
  if (!publication) return null;
  const { title, words, by, at } = publication;
  return (
    <Part title={t('part')} action={<a href={`${base}/p/list/${number}`}>{t('see')}</a>}>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="verbatim">{words}</p>
      <p className="faint">
        <time dateTime={at}>{t('by', { name: by, when: times.near(at) })}</time>
      </p>
    </Part>
  );
}
