/** `suyuan text pairs`: groups of a file against pairs that readers judged, as weighted precision, recall and F1. */
import { problem } from '#platform/problem.ts';
import { columnOf, missing } from '#root/cli/text-messages.ts';
import { readTextTable } from '#root/cli/text-table.ts';
import type { Options } from '#root/cli.ts';
import { type JudgedPair, judgePairs } from '#text/same/pairs.ts';

const columns = {
  id: ['id', '编号', '留言编号', '工单编号'],
  group: ['group', '组', '组号', '分组'],
  a: ['id_a', 'a', '编号甲'],
  b: ['id_b', 'b', '编号乙'],
  same: ['same', '相同', '同一'],
  weight: ['weight', '权重'],
};
const yes = new Set(['1', 'true', 'yes', '是', '1.0']);
const no = new Set(['0', 'false', 'no', '否', '0.0']);
const namedAtMost = 5;

export async function textPairs({ groups, pairs, json }: Options): Promise<boolean> {
  if (groups === undefined || pairs === undefined) return false;
  const groupOf = await readGroups(groups);
  const judged = await readPairs(pairs);
  const unknown = [...new Set(judged.flatMap(({ a, b }) => [a, b]).filter((id) => !groupOf.has(id)))];
  if (unknown.length > 0) {
    const ids = unknown.slice(0, namedAtMost).join(' ');
    throw problem('text_pairs_unknown', { file: groups, count: unknown.length, ids });
  }
  const figures = judgePairs(groupOf, judged);
  process.stdout.write(
    json
      ? `${JSON.stringify(figures)}\n`
      : Object.entries(figures)
          .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(4)}\n`)
          .join(''),
  );
  return true;
}

/** @throws what reading throws, text_field_missing, text_key_missing, text_key_twice */
async function readGroups(file: string): Promise<Map<string, string>> {
  const table = await readTextTable(file, [...columns.id, ...columns.group]);
  const id = columnOf(table, columns.id);
  const group = columnOf(table, columns.group);
  if (id < 0) throw missing(file, table, { zh: '编号', en: 'the key' }, columns.id);
  if (group < 0) throw missing(file, table, { zh: '组号', en: 'the group' }, columns.group);
  const groupOf = new Map<string, string>();
  for (const { number, cells } of table.rows) {
    const own = cells[id] ?? '';
    if (own === '' || !cells[group]) throw problem('text_key_missing', { file, line: number });
    if (groupOf.has(own)) throw problem('text_key_twice', { file, line: number, id: own });
    groupOf.set(own, cells[group]);
  }
  return groupOf;
}

/** Without a column of weights each pair counts once. @throws what reading throws, text_field_missing, text_pair_unreadable */
export async function readPairs(file: string): Promise<JudgedPair[]> {
  const table = await readTextTable(file, Object.values(columns).flat());
  const a = columnOf(table, columns.a);
  const b = columnOf(table, columns.b);
  const same = columnOf(table, columns.same);
  const weight = columnOf(table, columns.weight);
  if (a < 0) throw missing(file, table, { zh: '第一个编号', en: 'the first key' }, columns.a);
  if (b < 0) throw missing(file, table, { zh: '第二个编号', en: 'the second key' }, columns.b);
  if (same < 0) throw missing(file, table, { zh: '是否同一', en: 'the judgement' }, columns.same);
  return table.rows.map(({ number, cells }) => {
    const said = (cells[same] ?? '').toLowerCase();
    const heavy = weight < 0 ? 1 : Number(cells[weight] || Number.NaN);
    const readable = cells[a] && cells[b] && (yes.has(said) || no.has(said)) && Number.isFinite(heavy) && heavy >= 0;
    if (!readable) throw problem('text_pair_unreadable', { file, line: number, words: cells.join(',').slice(0, 60) });
    return { a: cells[a]!, b: cells[b]!, same: yes.has(said), weight: heavy };
  });
}
