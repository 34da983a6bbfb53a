/** The signals that are seen, as Excel: the list's own filter and masking. */
import type { Actor } from '#people/actor.ts';
import type { FileReply } from '#people/serve.ts';
import type { Tx } from '#platform/db.ts';
import { parse } from '#platform/malformed.ts';
import { type SignalItem, signalQuery } from '#signal/signal.api.ts';
import { listSignals, showLine } from '#signal/signal.store.ts';
import { matters, states, urgencies } from '#signal/signal.ts';
import { type ListFile, listFile, PAGE, wallTime } from '#views/list-file.ts';

const columns: ListFile<SignalItem>['columns'] = [
  { name: '编号', width: 22, cell: (item) => item.number },
  { name: '来源编号', width: 18, cell: (item) => item.sourceNumber ?? '' },
  { name: '渠道', width: 12, cell: (item) => item.channel.name },
  { name: '受理时间', width: 18, cell: (item) => ({ date: wallTime(item.receivedAt), shown: 'minute' }) },
  { name: '类别', width: 8, cell: (item) => matters[item.matter].zh },
  { name: '紧急程度', width: 10, cell: (item) => urgencies[item.urgency].zh },
  { name: '标题', width: 30, cell: (item) => item.title ?? '' },
  { name: '内容', width: 60, cell: (item) => item.words },
  { name: '地点', width: 20, cell: (item) => item.place ?? '' },
  { name: '状态', width: 12, cell: (item) => states[item.state].zh },
  { name: '问题', width: 16, cell: (item) => item.problem?.number ?? '' },
  { name: '已答复', width: 8, cell: (item) => (item.answered ? '是' : '否') },
];

export function exportSignals(tx: Tx, actor: Actor, raw: Record<string, string>): Promise<FileReply> {
  const { cursor: _, limit: __, ...filter } = parse(signalQuery, raw);
  return listFile(tx, actor, {
    ...{ name: '线索', permission: 'signal.read', verb: 'export.signals', columns },
    filters: Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined),
    read: async (own, cursor) => {
      const { rows, next } = await listSignals(own, actor, { ...filter, cursor, limit: PAGE });
      return { items: rows.map(showLine), next };
    },
  });
}
