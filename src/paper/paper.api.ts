/** Routes of reports for the leaders. */
import { z } from 'zod';
import { kinds } from '#paper/paper.ts';
import { routes } from '#platform/api.ts';
import { id, instant, listOf, page } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';

const day = z.iso.date();
export const paperKind = oneOf(kinds);

/** `by`: null, the program in the morning. */
export const paperItem = z.object({
  id,
  kind: paperKind,
  day,
  from: day,
  size: z.int(),
  madeAt: instant,
  by: z.string().nullable(),
});

export const paperApi = routes({
  list: {
    method: 'GET',
    path: '/papers',
    summary: { zh: '日报、周报', en: 'Daily and weekly reports' },
    verb: 'paper.read',
    query: page,
    reply: listOf(paperItem),
  },
  make: {
    method: 'POST',
    path: '/papers',
    summary: { zh: '生成报告草稿', en: 'Make the draft of a report' },
    verb: 'paper.make',
    body: z.object({ id, kind: paperKind, day }),
    reply: paperItem,
    problems: ['paper_day'],
  },
  file: {
    method: 'GET',
    path: '/papers/:id/file',
    summary: { zh: '下载报告草稿', en: 'The draft as a .docx' },
    verb: 'paper.read',
    params: z.object({ id }),
    problems: ['not_found'],
  },
});

export type PaperItem = z.infer<typeof paperItem>;
