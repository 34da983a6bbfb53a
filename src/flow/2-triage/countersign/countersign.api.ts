/** Routes of countersigning, and of copies that were read. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, instant, reason, unit } from '#rules/shapes.ts';
import { countersignRule, standing, verdict } from '#triage/countersign/countersign.ts';

const params = z.object({ id });
const reply = z.object({ id, version: z.int() });
const settle = decision.extend({ wordId: id, words: reason });

/** What the page of a problem shows: who was asked, where each stands, and all that was said. */
export const countersigning = z.object({
  rule: countersignRule,
  signers: z.array(
    z.object({
      assignment: id,
      unit,
      /** Null: it was taken off, or the problem is over; its words stay. */
      standing: standing.nullable(),
      said: z.array(
        z.object({
          id,
          verdict,
          words: z.string(),
          by: z.string(),
          at: instant,
          settled: z
            .object({ how: z.enum(['answered', 'set_aside']), words: z.string(), by: z.string(), at: instant })
            .nullable(),
        }),
      ),
    }),
  ),
});

export const countersignApi = routes({
  add: {
    method: 'POST',
    path: '/problems/:id/countersigners',
    summary: { zh: '加签', en: 'Ask a unit to countersign' },
    params,
    /** `rule`: null leaves it as it is. */
    body: decision.extend({ unitId: id, reason, rule: countersignRule.nullable().default(null) }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'unit_closed', 'unit_has_it', 'countersign_rule_stands'],
  },
  drop: {
    method: 'POST',
    path: '/problems/:id/countersigner-removals',
    summary: { zh: '减签', en: 'No longer ask a unit' },
    params,
    body: decision.extend({ assignmentId: id, reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'countersign_none', 'objection_stands'],
  },
  rule: {
    method: 'POST',
    path: '/problems/:id/countersign-rules',
    summary: { zh: '改会签、或签', en: 'Whether all or one has to agree' },
    verb: 'problem.assign',
    params,
    body: decision.extend({ rule: countersignRule, reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'countersign_none'],
  },
  say: {
    method: 'POST',
    path: '/problems/:id/countersignatures',
    summary: { zh: '会签：同意或不同意', en: 'Agree or object' },
    verb: 'problem.handle',
    params,
    body: decision.extend({ verdict, words: reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'countersigned_already'],
  },
  answer: {
    method: 'POST',
    path: '/problems/:id/objection-answers',
    summary: { zh: '答复会签意见', en: 'Answer an objection' },
    verb: 'problem.handle',
    params,
    body: settle,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'objection_none'],
  },
  overrule: {
    method: 'POST',
    path: '/problems/:id/objection-decisions',
    summary: { zh: '裁定会签异议', en: 'Decide over an objection' },
    verb: 'problem.assign',
    params,
    body: settle,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'objection_none'],
  },
  read: {
    method: 'POST',
    path: '/problems/:id/copy-readings',
    summary: { zh: '抄送已阅', en: 'The copy was read' },
    verb: 'problem.handle',
    params,
    body: decision,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'copy_read'],
  },
});

export type Countersigning = z.infer<typeof countersigning>;
