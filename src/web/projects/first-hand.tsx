/** The mark 首办: the head of the unit leads the project in person. */
import { Tooltip } from 'antd';
import { projectWords } from '#web/projects/project.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/projects/project.css';

export function FirstHand({ project }: { project: { firstHand: boolean } }) {
  const t = useWords(projectWords);
  if (!project.firstHand) return null;
  return (
    <Tooltip title={t('firstHandWhy')}>
      <span className="first-hand">{t('firstHand')}</span>
    </Tooltip>
  );
}
