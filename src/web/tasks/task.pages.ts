/** The list and page of tasks. */
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import type { Page } from '#web/desk/pages.ts';

/** Anybody may be given a task: no permission is asked for. */
export const taskPages: Page[] = [
  {
    path: '/tasks',
    said: { zh: '任务', en: 'Tasks' },
    menu: { place: 40, daily: ['task.give'], icon: CheckSquareOutlined, onPhone: true },
    load: () => import('#web/tasks/task-list.tsx').then((m) => m.TaskList),
  },
  {
    path: '/tasks/$id',
    said: { zh: '任务', en: 'Task' },
    load: () => import('#web/tasks/task-view.tsx').then((m) => m.TaskPage),
  },
];
