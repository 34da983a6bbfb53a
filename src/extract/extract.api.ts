/** Routes of extracts: asked for, decided, fetched. */
import { z } from 'zod';
import { extractColumn, extractState } from '#extract/extract.ts';
import { done, flag, id, instant, listOf, one, page, personBrief, said, text } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';
import { signalQuery } from '#signal/signal.api.ts';

const extractStep = z.enum(['grant', 'refuse', 'withdraw']);

const extractItem = z.object({
  id,
  state: extractState,
  purpose: z.string(),
  columns: z.array(extractColumn),
  /** The filter as it was set on the list. */
  filter: z.record(z.string(), z.string()),
  count: z.int(),
  askedBy: personBrief,
  askedAt: instant,
  decidedBy: personBrief.nullable(),
  decidedAt: instant.nullable(),
  words: z.string().nullable(),
  rows: z.int().nullable(),
  /** Until when it can be fetched; past, its file is destroyed. */
  until: instant.nullable(),
  over: z.boolean(),
  fetched: z.int(),
  version: z.int(),
  /** What the reader may do, or why not now. */
  steps: z.array(z.object({ step: z.string(), closed: said.nullable() })),
});

export const extractApi = routes({
  list: {
    method: 'GET',
    path: '/extracts',
    summary: { zh: '含个人信息的导出', en: 'Extracts with personal data' },
    query: page.extend({ waiting: flag.optional() }),
    reply: listOf(extractItem),
  },
  ask: {
    method: 'POST',
    path: '/extracts',
    summary: { zh: '申请导出含个人信息的线索表', en: 'Ask for a list of signals with personal data' },
    verb: 'export.personal',
    body: z.object({
      id,
      purpose: text(500).min(6),
      columns: z.array(extractColumn).min(1).max(5),
      filter: z.record(z.string(), z.string()),
    }),
    reply: extractItem,
    problems: ['export_too_large', 'extract_empty', 'malformed'],
  },
  decide: {
    method: 'POST',
    path: '/extracts/:id/decisions',
    summary: { zh: '批准、不批准或撤回', en: 'Grant, refuse or withdraw' },
    params: one,
    body: z.object({ id, version: z.int(), step: extractStep, words: z.string().trim().max(500).default('') }),
    reply: done,
    problems: ['changed_meanwhile', 'not_now', 'malformed'],
  },
  file: {
    method: 'GET',
    path: '/extracts/:id/file',
    summary: { zh: '下载（记录）', en: 'Fetch the file; logged' },
    params: one,
    problems: ['extract_over', 'not_now'],
  },
});

/** What a list's filter may say here. */
export const extractFilter = signalQuery.omit({ cursor: true, limit: true });

export type ExtractItem = z.infer<typeof extractItem>;
