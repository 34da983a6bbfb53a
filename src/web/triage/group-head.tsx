/** What a group of signals has in common: the same way is proposed for all of them. */
import MergeCellsOutlined from '@ant-design/icons/MergeCellsOutlined';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { triageWords } from '#web/triage/triage.words.ts';
import { waysOf } from '#web/triage/ways.ts';
import { useWords } from '#web/words/words.ts';

export function GroupHead({ item }: { item: QueueItem }) {
  const t = useWords(triageWords);
  const way = waysOf(item)[0];
  if (!way) return <span className="triage-group-name quiet one-line">{t('groupNone')}</span>;
  const { into, category, unit } = way;
  if (into)
    return (
      <span className="triage-group-name one-line" title={`${into.number} ${into.title}`}>
        <MergeCellsOutlined aria-hidden /> {t('groupGather', { number: into.number, title: into.title })}
      </span>
    );
  return (
    <span className="triage-group-name one-line" title={category?.path}>
      {category?.name ?? t('wayNoCategory')} <span className="faint">→ {unit?.shortName ?? t('wayNoUnit')}</span>
    </span>
  );
}
