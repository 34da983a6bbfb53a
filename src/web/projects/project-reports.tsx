/** What the lead reported: words, files, and what the reviewer said of it. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import { Button } from 'antd';
import { projectApi } from '#project/project.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { addressOf } from '#web/call/address.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { Papers } from '#web/projects/papers.tsx';
import type { Asked } from '#web/projects/project-dialogs.tsx';
import { Judged, Signed } from '#web/projects/signed.tsx';
import { Person } from '#web/show/person.tsx';
import { useWords } from '#web/words/words.ts';

export const paperAt = (id: string): string => addressOf(projectApi.file, { params: { id } });

type ReportsProps = {
  project: ProjectPage;
  reports: ProjectPage['reports'];
  onAsk: (asked: Asked) => void;
};

export function Reports({ project, reports, onAsk }: ReportsProps) {
  const t = useWords(pageWords);
  const mayReview = project.buttons.some(({ step, closed }) => step === 'acknowledge' && closed === null);
  return (
    <ol className="reports">
      {reports.map(({ id, words, by, at, files, review }) => (
        <li key={id}>
          <Signed by={<Person name={by.name} id={by.id} />} at={at} />
          <p className="verbatim">{words}</p>
          <Papers files={files} to={paperAt} />
          {review && (
            <Judged tone={review.passed ? 'done' : 'wait'} at={review.at} words={review.words}>
              {review.passed ? <CheckCircleFilled aria-hidden /> : <UndoOutlined aria-hidden />}{' '}
              {t(review.passed ? 'acknowledged' : 'returned', { name: review.by.name })}
            </Judged>
          )}
          {!review && (
            <p className="light tone-check">
              {t('toReview')}
              {mayReview && (
                <Button size="small" onClick={() => onAsk({ step: 'acknowledge', reportId: id })}>
                  {t('review')}
                </Button>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
