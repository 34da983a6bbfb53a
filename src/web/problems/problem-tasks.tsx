/** The tasks of a problem: what, who, until when. */
import { states } from '#task/task.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { Go } from '#web/place/go.tsx';
import { problemWords } from '#web/problems/problem.words.ts';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

export function ProblemTasks({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  return (
    <Part title={t('tasks')}>
      {problem.tasks.length === 0 && <p className="faint">{t('noTasks')}</p>}
      <ul className="problem-tasks">
        {problem.tasks.map((task) => (
          <li key={task.id}>
            <StateTag state={states[task.state]} />
            <Go to={`/tasks/${task.id}`} className="problem-task-title">
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
