/** The page of a task, whole or in the right pane: what is asked, what was handed in, and handing in. On a phone first. */
import WarningFilled from '@ant-design/icons/WarningFilled';
import { fallbackReasons, states } from '#task/task.ts';
import { deskApi, type TaskPage as Task } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Person, Unit } from '#web/show/person.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { Urged } from '#web/show/urged.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { FiredPart } from '#web/supervision/fired-part.tsx';
import { HandInForm } from '#web/tasks/hand-in-form.tsx';
import { HandIns } from '#web/tasks/hand-ins.tsx';
import { taskWords } from '#web/tasks/task.words.ts';
import { TaskActions } from '#web/tasks/task-actions.tsx';
import { taskSentences } from '#web/tasks/task-sentences.ts';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { TimePart } from '#web/time/time-part.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/tasks/task.css';

export function TaskPage() {
  const { params } = usePlace();
  return <TaskView key={params.id} id={params.id!} />;
}

export function TaskView({ id }: { id: string }) {
  const t = useWords(taskWords);
  const read = useRead(deskApi.task, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(task) => (
        <Watermark>
          <Shown task={task} />
        </Watermark>
      )}
    </ReadThing>
  );
}

function Shown({ task }: { task: Task }) {
  const t = useWords(taskWords);
  const say = useSaid();
  const mayHandIn = task.buttons.some((button) => button.step === 'submit' && button.closed === null);
  return (
    <ThingPage
      number={task.number}
      title={task.title}
      state={states[task.state]}
      turn={task.turn}
      due={task.due}
      marks={
        <>
          {task.problem && <SourceLink kind="task" id={task.id} />}
          <PrintButton />
        </>
      }
      actions={<TaskActions task={task} />}
      around={<Around task={task} />}
      history={<History moves={task.history} sentences={taskSentences} />}
    >
      {task.nobody && (
        <p className="task-nobody tone-danger">
          <span className="light">
            <WarningFilled aria-hidden /> {t('nobodys')}
          </span>{' '}
          {t('nobodysHow', { name: (task.state === 'submitted' ? task.reviewer : task.assignee)?.name ?? '' })}
        </p>
      )}
      {task.run?.fallback && (
        <p className="task-nobody tone-danger">
          <span className="light">
            <WarningFilled aria-hidden /> {t('fallback')}
          </span>{' '}
          {t('fallbackHow', { why: say(fallbackReasons[task.run.fallback]), name: task.assignee?.name ?? '' })}
        </p>
      )}
      {task.urged.last && (
        <ul className="flow-notes">
          <Urged urged={task.urged} />
        </ul>
      )}
      <FiredPart kind="task" id={task.id} />
      <Part title={t('asked')}>
        <p className={task.words ? 'verbatim' : 'faint'}>{task.words || t('noWords')}</p>
        <h4 className="task-asked">{t('evidence')}</h4>
        <p className={task.evidenceAsked ? 'verbatim' : 'faint'}>{task.evidenceAsked || t('noEvidence')}</p>
      </Part>
      <TimePart time={task.time} />
      {mayHandIn && <HandInForm task={task} />}
      {(task.handIns.length > 0 || !mayHandIn) && <HandIns handIns={task.handIns} />}
    </ThingPage>
  );
}

function Around({ task }: { task: Task }) {
  const t = useWords(taskWords);
  const times = useTimes();
  return (
    <Facts
      of={[
        [
          t('problem'),
          task.problem && (
            <Go to={`/problems/${task.problem.id}`}>
              <span className="figures">{task.problem.number}</span> {task.problem.title}
            </Go>
          ),
        ],
        [
          t('run'),
          task.run && (
            <Go to={`/runs/${task.run.id}`}>
              <span className="figures">{task.run.number}</span> {task.run.name}
            </Go>
          ),
        ],
        [
          t('project'),
          task.project && (
            <Go to={`/projects/${task.project.id}`}>
              <span className="figures">{task.project.number}</span> {task.project.title}
            </Go>
          ),
        ],
        [t('assignee'), task.assignee && <Person name={task.assignee.name} id={task.assignee.id} />],
        [t('entrusted'), task.entrusted && <Person name={task.entrusted.name} id={task.entrusted.id} />],
        [t('reviewer'), <Person key="reviewer" name={task.reviewer.name} id={task.reviewer.id} />],
        [t('unit'), <Unit key="unit" name={task.unit.name} short={task.unit.shortName} id={task.unit.id} />],
        [
          t('given'),
          <>
            {task.givenBy.name}{' '}
            <time className="faint" dateTime={task.givenAt} title={times.exact(task.givenAt)}>
              {times.near(task.givenAt)}
            </time>
          </>,
        ],
      ]}
    />
  );
}
