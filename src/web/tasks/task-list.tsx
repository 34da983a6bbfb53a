/** All tasks that one may see: by state, person and words; the chosen one at the right. */

import { runApi } from '#procedure/run.api.ts';
import { type TaskItem, taskApi } from '#task/task.api.ts';
import { states, type TaskState } from '#task/task.ts';
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import type { Column, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { UnitFilter } from '#web/pick/unit-pick.tsx';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { taskWords } from '#web/tasks/task.words.ts';
import { TaskView } from '#web/tasks/task-view.tsx';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const inState = (state: TaskState): View => ({
  key: state,
  said: states[state],
  query: { state },
  none: { zh: `没有“${states[state].zh}”的任务`, en: `No task is “${states[state].en}”` },
});

/** For those who can give it to another. */
const nobodys: View = {
  key: 'nobody',
  said: taskWords.nobodys,
  query: { nobody: 'true' },
  none: { zh: '每项在办的任务都有人能办', en: 'Every open task waits for somebody who can do it' },
};

function useColumns(): readonly Column<TaskItem>[] {
  const times = useTimes();
  return [
    {
      key: 'number',
      said: taskWords.number,
      width: 124,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    { key: 'title', said: taskWords.title, locked: true, phone: 'title', render: (one) => one.title },
    {
      key: 'problem',
      said: taskWords.comesFrom,
      render: (one) => <span className="quiet">{one.problem?.title ?? one.run?.name}</span>,
    },
    {
      key: 'project',
      said: taskWords.project,
      width: 150,
      hidden: true,
      render: (one) => one.project && <span className="quiet">{one.project.title}</span>,
    },
    { key: 'assignee', said: taskWords.assignee, width: 96, phone: 'line', render: (one) => one.assignee?.name },
    { key: 'reviewer', said: taskWords.reviewer, width: 96, hidden: true, render: (one) => one.reviewer.name },
    {
      key: 'state',
      said: taskWords.state,
      width: 188,
      phone: 'side',
      render: (one) => <StateTag state={states[one.state]} />,
    },
    { key: 'due', said: taskWords.due, width: 196, phone: 'line', render: (one) => one.due && <Due due={one.due} /> },
    {
      key: 'changed',
      said: taskWords.changed,
      width: 130,
      hidden: true,
      render: (one) => <time dateTime={one.changedAt}>{times.near(one.changedAt)}</time>,
    },
  ];
}

/** Only the steps of this run, to which its page leads. */
function RunNamed({ id }: { id: string }) {
  const read = useRead(runApi.one, { params: { id } });
  return (
    <Go to={`/runs/${id}`}>
      {read.data ? `${read.data.number} ${read.data.notice ?? read.data.procedure.name}` : '…'}
    </Go>
  );
}

export function TaskList() {
  const t = useWords(taskWords);
  const say = useSaid();
  const now = useNow();
  const me = useMe();
  const may = useMay();
  const watches = may('problem.assign') || may('handover.manage');
  const columns = useColumns();
  const views: View[] = [
    { key: 'all', said: taskWords.all, query: {} },
    { key: 'mine', said: taskWords.mine, query: { personId: me.person.id }, none: taskWords.noneMine },
    ...(['given', 'working', 'submitted', 'done'] as const).map(inState),
    ...(watches ? [nobodys] : []),
  ];
  const filters: Filter[] = [
    { key: 'q', said: taskWords.words, kind: 'words' },
    {
      key: 'state',
      said: taskWords.state,
      kind: 'choice',
      options: Object.entries(states).map(([value, said]) => ({ value, label: say(said) })),
    },
    {
      key: 'unitId',
      said: taskWords.givenBy,
      kind: 'other',
      render: (value, set) => <UnitFilter label={t('givenBy')} value={value} onChange={set} />,
    },
    { key: 'runId', said: taskWords.run, kind: 'other', render: (value) => value && <RunNamed id={value} /> },
    { key: 'late', said: taskWords.late, kind: 'choice', options: [{ value: 'true', label: t('onlyLate') }] },
  ];
  return (
    <ListPage<TaskItem>
      name="tasks"
      title={t('tasks')}
      route={taskApi.list}
      count={taskApi.count}
      views={views}
      filters={filters}
      columns={columns}
      rowId={(one) => one.id}
      to={(one) => `/tasks/${one.id}`}
      late={(one) => one.due !== null && new Date(one.due.dueAt) < now}
      pane={(id) => <TaskView id={id} />}
      file={{ route: deskApi.exportTasks, name: `${t('tasks')}.xlsx` }}
      empty={{ title: t('none'), how: t('noneHow') }}
    />
  );
}
