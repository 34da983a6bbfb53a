/** Messages from a file of JSON lines, by the field names that offices and their exports use. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { problem, type Said } from '#platform/problem.ts';

export type TextRow = { words: string; label: string };
type Fields = Record<string, unknown>;

const titles = ['title', 'subject', '标题', '主题', '留言主题', '诉求标题'];
const wholes = [
  'text',
  'words',
  'content',
  'detail',
  'details',
  'body',
  'message',
  '内容',
  '主要内容',
  '诉求内容',
  '留言详情',
  '详情',
];
const labels = ['label', 'category', 'class', '分类', '类别', '一级标签', '标签'];
const levels = ['一级分类', '二级分类', '三级分类', '四级分类'];

/** The rows, and which fields they were read from. @throws text_file_missing, text_line_unreadable, text_field_missing */
export async function readTextRows(file: string, { labelled }: { labelled: boolean }) {
  const rows: TextRow[] = [];
  let names: ReturnType<typeof fieldsOf> | undefined;
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      line++;
      const bare = line === 1 ? text.replace(/^\ufeff/, '') : text;
      if (bare.trim() === '') continue;
      const fields = objectOf(bare);
      if (!fields) throw problem('text_line_unreadable', { file, line });
      names ??= fieldsOf(file, fields, labelled);
      rows.push({
        words: names.words
          .map((name) => written(fields[name]))
          .filter((part) => part !== '')
          .join('\n'),
        label: names.label
          .map((name) => written(fields[name]))
          .filter((part) => part !== '')
          .join('/'),
      });
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) throw problem('text_file_missing', { file });
    throw error;
  }
  return { rows, read: names ?? { words: [], label: [] } };
}

function fieldsOf(file: string, fields: Fields, labelled: boolean) {
  const first = (known: string[]) => known.filter((name) => name in fields).slice(0, 1);
  const whole = first(wholes);
  const words = [...first(titles), ...whole];
  const one = first(labels);
  const label = one.length > 0 ? one : levels.filter((name) => name in fields);
  const missing = (zh: string, en: string, looked: string[]) => {
    const what: Said = { zh, en };
    return problem('text_field_missing', { file, what, names: looked.join(' '), found: Object.keys(fields).join(' ') });
  };
  if (words.length === 0) throw missing('内容', 'the words', [...wholes, ...titles]);
  if (labelled && label.length === 0) throw missing('分类', 'the category', [...labels, ...levels]);
  return { words, label };
}

function objectOf(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** A path given as a list of its parts is written as one. */
function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('/');
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** `--threshold` as typed. @throws text_threshold */
export function thresholdOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const threshold = typed.trim() === '' ? Number.NaN : Number(typed);
  if (!(threshold >= 0 && threshold <= 1)) throw problem('text_threshold', { found: typed || '“”' });
  return threshold;
}
