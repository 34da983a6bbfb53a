/** The tasks that a project gave. */
import { states } from '#task/task.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { Go } from '#web/place/go.tsx';
import { pageWords } from '#web/projects/page.words.ts';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

export function ProjectTasks({ project }: { project: ProjectPage }) {
  const t = useWords(pageWords);
  return (
    <Part title={t('tasks')}>
      {project.tasks.length === 0 && <p className="faint">{t('noTasks')}</p>}
      <ul className="project-lines">
        {project.tasks.map((task) => (
          <li key={task.id}>
            <StateTag state={states[task.state]} />
            <Go to={`/tasks/${task.id}`} className="project-line-title">
              {task.title}
            </Go>
            <span className="quiet">{task.assignee?.name}</span>
            {task.due && <Due due={task.due} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}
