/** Routes of imports: upload a file, look at it, run it, watch it, take the rejected rows. */
import { z } from 'zod';
import { FILE_LIMIT, importStates } from '#intake/import.ts';
import { id, instant, listOf, one, page, personBrief, said } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

const column = z.object({ index: z.int(), name: z.string(), field: z.string().nullable() });
const field = z.object({ field: z.string(), name: z.string(), required: z.boolean() });

export const importItem = z.object({
  id,
  kind: z.string(),
  kindName: said,
  fileName: z.string(),
  size: z.number(),
  state: z.enum(Object.keys(importStates) as [keyof typeof importStates]),
  counts: z.object({
    ...{ read: z.int(), accepted: z.int(), repeated: z.int(), revised: z.int(), rejected: z.int() },
    ...{ noted: z.int(), leftOut: z.int() },
  }),
  /** Of the file that is dealt with, 0 to 1. */
  share: z.number(),
  rowsPerSecond: z.number().nullable(),
  /** Working time, without what it stood still. */
  seconds: z.number(),
  error: z.object({ code: z.string(), message: said }).nullable(),
  hasRejects: z.boolean(),
  filesRemovedAt: instant.nullable(),
  madeBy: personBrief.nullable(),
  madeAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type ImportItem = z.infer<typeof importItem>;

export const importView = importItem.extend({
  options: z.record(z.string(), z.unknown()),
  sheet: z.string().nullable(),
  headerRow: z.int().nullable(),
  columns: z.array(column).nullable(),
  /** What columns can be mapped to, with the usual name of each. */
  fields: z.array(field),
});

const look = z.object({
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string(),
  headerRow: z.int(),
  /** The first rows as they stand in the sheet. */
  top: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.array(column.extend({ reason: said, confidence: z.number(), samples: z.array(z.string()) })),
  /** A file with these columns was imported before, and is proposed as then. */
  remembered: z.boolean(),
  /** Needed fields that no column holds yet. */
  missing: z.array(z.string()),
  rows: z.array(
    z.object({
      ...{ row: z.int(), taken: z.boolean(), values: z.record(z.string(), z.string()), problems: z.array(said) },
      /** Columns in which something was found. */
      marked: z.array(z.int()),
    }),
  ),
  problems: z.array(
    z.object({
      ...{ code: z.string(), message: said, column: z.int().nullable(), count: z.int(), firstRow: z.int() },
      /** The rows are rejected; else they are taken without the cell. */
      rejects: z.boolean(),
    }),
  ),
  ...{ looked: z.int(), leftOut: z.int(), more: z.boolean() },
  /** Why the file cannot be read to its end; its rows up to there can. */
  broken: z.object({ code: z.string(), message: said }).nullable(),
});

const json = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' });
      return z.NEVER;
    }
  });

export const intakeApi = routes({
  upload: {
    method: 'POST',
    path: '/imports',
    summary: { zh: '上传导入文件', en: 'Upload a file to import' },
    upload: { accept: 'sheet', limit: FILE_LIMIT },
    /** `options` is JSON: what the kind needs, e.g. `{"channelId": "…"}`. The fields stand before the file. */
    body: z.object({ id, kind: z.string().max(40), options: json.prefault('{}') }),
    reply: importView,
    problems: ['import_kind_unknown', 'forbidden', 'id_taken', 'sheet_empty', 'too_large', 'disk_full'],
  },
  list: {
    method: 'GET',
    path: '/imports',
    summary: { zh: '导入记录', en: 'List imports' },
    query: page.extend({ kind: z.string().max(40).optional() }),
    reply: listOf(importItem),
  },
  show: {
    method: 'GET',
    path: '/imports/:id',
    summary: { zh: '一次导入', en: 'Show an import' },
    params: one,
    reply: importView,
    problems: ['not_found'],
  },
  look: {
    method: 'GET',
    path: '/imports/:id/look',
    summary: { zh: '预览导入文件', en: 'Look at the file before it is imported' },
    params: one,
    query: z.object({
      sheet: z.string().max(100).optional(),
      header: z.coerce.number().int().min(1).optional(),
      /** Fields of the columns in their order, by commas; an empty one is no field. Without it they are proposed. */
      fields: z.string().max(8_000).optional(),
    }),
    reply: look,
    problems: [
      'not_found',
      'sheet_no_header',
      'sheet_unknown',
      'sheet_not_a_table',
      'sheet_damaged',
      'sheet_encrypted',
    ],
  },
  run: {
    method: 'POST',
    path: '/imports/:id/run',
    summary: { zh: '开始导入', en: 'Run an import' },
    params: one,
    body: z.object({
      sheet: z.string().max(100),
      headerRow: z.int().min(0),
      columns: z.array(column).min(1).max(16_384),
      options: z.record(z.string(), z.unknown()).optional(),
    }),
    reply: importView,
    problems: ['not_now', 'malformed'],
  },
  stop: {
    method: 'POST',
    path: '/imports/:id/stop',
    summary: { zh: '停止导入', en: 'Stop an import' },
    params: one,
    reply: importView,
    problems: ['not_now'],
  },
  resume: {
    method: 'POST',
    path: '/imports/:id/resume',
    summary: { zh: '继续导入', en: 'Resume an import' },
    params: one,
    reply: importView,
    problems: ['not_now', 'import_file_removed'],
  },
  rejects: {
    method: 'GET',
    path: '/imports/:id/rejects',
    summary: { zh: '下载退回行', en: 'Download the rejected rows' },
    params: one,
    problems: ['not_found', 'import_file_removed'],
  },
  rows: {
    method: 'GET',
    path: '/imports/:id/rows',
    summary: { zh: '退回和有提示的行', en: 'Rows that were rejected or noted' },
    params: one,
    query: page.extend({ kind: z.enum(['rejected', 'noted']).optional() }),
    reply: listOf(z.object({ row: z.int(), kind: z.enum(['rejected', 'noted']), problems: z.array(said) })),
    problems: ['not_found'],
  },
});
