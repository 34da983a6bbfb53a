/** The meetings of a project, the latest first, with who was there and the minutes. */
import type { ProjectPage } from '#views/project.api.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { Papers } from '#web/projects/papers.tsx';
import { paperAt } from '#web/projects/project-reports.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function ProjectMeetings({ project }: { project: ProjectPage }) {
  const t = useWords(pageWords);
  const times = useTimes();
  if (project.meetings.length === 0) return null;
  return (
    <Part title={t('meetings')}>
      <ol className="reports">
        {project.meetings.map(({ id, heldAt, place, topic, minutes, present, files }) => (
          <li key={id}>
            <p className="signed">
              <strong>{topic}</strong>{' '}
              <time className="faint" dateTime={heldAt} title={times.exact(heldAt)}>
                {times.moment(heldAt)}
              </time>{' '}
              <span className="faint">{place}</span>
            </p>
            {present.length > 0 && (
              <p className="quiet">{t('present', { names: present.map(({ name }) => name).join('、') })}</p>
            )}
            <p className="verbatim">{minutes}</p>
            <Papers files={files} to={paperAt} />
          </li>
        ))}
      </ol>
    </Part>
  );
}
