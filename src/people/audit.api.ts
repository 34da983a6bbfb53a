/** Routes of the audit page: the ledger as the auditor reads it. */
import { z } from 'zod';
import { actorKinds } from '#ledger/ledger.ts';
import { day, id, instant, listOf, page, said } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const auditQuery = page.extend({
  /** Made by the page when it is opened: reading is written down once an opening, not once a page. */
  opening: id,
  actorId: id.optional(),
  /** A whole verb, `post.granted`, or all of a kind's, `post.`. */
  verb: z.string().max(60).optional(),
  kind: z.string().max(40).optional(),
  thing: id.optional(),
  /** One row alone, for a link to it. */
  seq: z.coerce.number().int().positive().optional(),
  from: day.optional(),
  to: day.optional(),
});

export const auditRow = z.object({
  seq: z.int(),
  at: instant,
  actorKind: z.enum(actorKinds),
  actor: z.object({ id, name: z.string() }).nullable(),
  forWhom: z.object({ id, name: z.string() }).nullable(),
  verb: z.string(),
  verbName: said,
  kind: z.string(),
  thing: id,
  /** Null where no room names it. */
  thingName: z.string().nullable(),
  unit: z.object({ id, name: z.string() }).nullable(),
  reason: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  /** What the ids in `data` are called; one that no room names is absent. */
  names: z.record(z.string(), z.string()),
});

export const auditApi = routes({
  list: {
    method: 'GET',
    path: '/audit',
    summary: { zh: '审计台账', en: 'The audit ledger' },
    verb: 'ledger.read',
    query: auditQuery,
    reply: listOf(auditRow),
  },
  export: {
    method: 'GET',
    path: '/audit/export',
    summary: { zh: '导出审计台账（.xlsx，带水印，记录）', en: 'Export the audit ledger; watermarked and logged' },
    verb: 'ledger.read',
    query: auditQuery.omit({ cursor: true, limit: true }),
    problems: ['export_too_large'],
  },
  verbs: {
    method: 'GET',
    path: '/audit/verbs',
    summary: { zh: '台账中的动作名称', en: 'What the verbs of the ledger are called' },
    verb: 'ledger.read',
    reply: z.object({ items: z.array(z.object({ verb: z.string(), name: said })) }),
  },
});

export type AuditRow = z.infer<typeof auditRow>;
export type AuditQuery = z.output<typeof auditQuery>;
export type AuditFilter = Omit<AuditQuery, 'cursor' | 'limit'>;
