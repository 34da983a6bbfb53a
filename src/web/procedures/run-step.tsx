/** A step of a run: in work, done or waiting; its tasks, or of a notice how many stand where. */
import { type FeedbackRule, feedbackRules } from '#procedure/procedure.ts';
import type { RunShown, RunStepShown } from '#procedure/run.api.ts';
import { states } from '#task/task.ts';
import { Go } from '#web/place/go.tsx';
import { runWords } from '#web/procedures/run.words.ts';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

/** Of a notice the page shows so many; the list of tasks has all of them. */
const SHOWN = 5;

export function RunStep({ step, run }: { step: RunStepShown; run: RunShown }) {
  const t = useWords(runWords);
  const before = run.path
    .filter(({ key, stands }) => step.after.includes(key) && stands !== 'done')
    .map(({ title }) => title);
  const stands =
    step.stands === 'waits'
      ? before.length > 0
        ? t('waits', { steps: before.join('、') })
        : ''
      : t(step.stands === 'done' ? 'over' : 'open');
  const tasks = step.many ? step.tasks.slice(0, SHOWN) : step.tasks;
  return (
    <>
      <span>
        <strong className={step.stands === 'waits' ? 'quiet' : ''}>{step.title}</strong>{' '}
        <span className="quiet">{stands}</span>
      </span>
      {step.many && <Many step={step.many} run={run} />}
      <ul className="procedure-lines">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </>
  );
}

function TaskLine({ task }: { task: RunStepShown['tasks'][number] }) {
  const t = useWords(runWords);
  const say = useSaid();
  const rule = task.automatic && feedbackRules[task.automatic as FeedbackRule];
  return (
    <li className="procedure-task">
      <StateTag state={states[task.state]} />
      <Go to={`/tasks/${task.id}`}>
        <span className="figures">{task.number}</span>
      </Go>
      <span>
        {task.fallback ? (
          <span className="tone-danger">{t('lost', { name: task.assignee?.name ?? '' })}</span>
        ) : (
          `${task.assignee?.name ?? ''} · ${task.unit.shortName}`
        )}
      </span>
      {task.due && <Due due={task.due} />}
      {rule && <span className="quiet">{t('automatic', { rule: say(rule) })}</span>}
    </li>
  );
}

function Many({ step, run }: { step: NonNullable<RunStepShown['many']>; run: RunShown }) {
  const t = useWords(runWords);
  const given = step.given + step.accepted + step.submitted + step.done + step.withdrawn;
  return (
    <p>
      {t('many', step)}
      {run.state === 'running' && given < step.listed && (
        <span className="quiet"> {t('giving', { n: step.listed - given })}</span>
      )}{' '}
      <Go to={`/tasks?runId=${run.id}`}>{t('allTasks')}</Go>
    </p>
  );
}
