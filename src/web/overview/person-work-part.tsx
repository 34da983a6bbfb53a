/** What a person has in hand, heads and has done lately, on their page; only for themselves and their heads. */
import { states as projectStates } from '#project/project.ts';
import { states as taskStates } from '#task/task.ts';
import { overviewApi } from '#views/overview.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/overview/overview.css';

/** Refused, it is not there: the directory is open to everybody, what a person has to do is not. */
export function PersonWorkPart({ personId }: { personId: string }) {
  const t = useWords(overviewWords);
  const times = useTimes();
  const read = useRead(overviewApi.personWork, { params: { id: personId } });
  if (!read.data) return null;
  const { tasks, leads, done } = read.data;
  return (
    <Part title={t('openTasks')}>
      {tasks.length === 0 && <p className="quiet">{t('noTasks')}</p>}
      <ul className="people-lines">
        {tasks.map(({ id, number, title, state, due }) => (
          <li key={id}>
            <span className="line-grow">
              <Go to={`/tasks/${id}`}>{title}</Go> <span className="figures faint">{number}</span>{' '}
              <StateTag state={taskStates[state]} />
            </span>
            {due && <Due due={due} />}
          </li>
        ))}
      </ul>
      {leads.length > 0 && (
        <>
          <h3 className="load-head">{t('leadsProjects')}</h3>
          <ul className="people-lines">
            {leads.map(({ id, number, title, state }) => (
              <li key={id}>
                <span className="line-grow">
                  <Go to={`/projects/${id}`}>{title}</Go> <span className="figures faint">{number}</span>
                </span>
                <StateTag state={projectStates[state]} />
              </li>
            ))}
          </ul>
        </>
      )}
      {done.count > 0 && (
        <>
          <h3 className="load-head">{t('doneLately', { days: done.days, count: done.count })}</h3>
          <ul className="people-lines">
            {done.items.map(({ id, number, title, at }) => (
              <li key={id}>
                <span className="line-grow">
                  <Go to={`/tasks/${id}`}>{title}</Go> <span className="figures faint">{number}</span>
                </span>
                <span className="faint">{times.near(at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="faint load-how">{t('onlyYours')}</p>
    </Part>
  );
}
