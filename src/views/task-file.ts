/** The tasks that are seen, as Excel: the list's own filter. Of a notice to many this is who has accepted, done, or is late. */
import type { Actor } from '#people/actor.ts';
import type { FileReply } from '#people/serve.ts';
import type { Tx } from '#platform/db.ts';
import { parse } from '#platform/malformed.ts';
import { type TaskItem, taskQuery } from '#task/task.api.ts';
import { listTasks } from '#task/task.store.ts';
import { states } from '#task/task.ts';
import { type ListFile, listFile, PAGE, wallTime } from '#views/list-file.ts';

const columns = (now: string): ListFile<TaskItem>['columns'] => [
  { name: '编号', width: 16, cell: (item) => item.number },
  { name: '任务', width: 40, cell: (item) => item.title },
  { name: '所属问题、流程', width: 36, cell: (item) => item.problem?.title ?? item.run?.name ?? '' },
  { name: '承办人', width: 12, cell: (item) => item.assignee?.name ?? '' },
  { name: '审核人', width: 12, cell: (item) => item.reviewer.name },
  { name: '状态', width: 14, cell: (item) => states[item.state].zh },
  { name: '时限', width: 18, cell: (item) => (item.due ? { date: wallTime(item.due.dueAt), shown: 'minute' } : '') },
  { name: '超期', width: 8, cell: (item) => (item.due && item.due.dueAt < now ? '是' : '') },
  { name: '最近变动', width: 18, cell: (item) => ({ date: wallTime(item.changedAt), shown: 'minute' }) },
];

export function exportTasks(tx: Tx, actor: Actor, raw: Record<string, string>): Promise<FileReply> {
  const { cursor: _, limit: __, ...filter } = parse(taskQuery, raw);
  return listFile(tx, actor, {
    ...{ name: '任务', permission: 'task.read', verb: 'export.tasks', columns: columns(tx.now.toISOString()) },
    filters: Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined),
    read: (own, cursor) => listTasks(own, actor, { ...filter, cursor, limit: PAGE }),
  });
}
