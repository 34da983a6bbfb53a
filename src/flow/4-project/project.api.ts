/** Routes of projects: drafts and their charter, reports, changes, meetings, and asking for acceptance. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { wanted } from '#project/change.ts';
import { charter, memberDraft } from '#project/charter.ts';
import { projectLight } from '#project/milestone.ts';
import { level, projectState } from '#project/project.ts';
import { count, decision, due, id, instant, listOf, page, person, reason, remark, unit } from '#rules/shapes.ts';

const day = z.iso.date();
const one = z.object({ id });
const done = z.object({ id, version: z.int() });
export const file = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(200) });
const files = z.array(file).max(20).default([]);

export const projectItem = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: projectState,
  level,
  unit,
  lead: person.nullable(),
  reviewer: person.nullable(),
  /** 首办: the head of the unit leads it in person. */
  firstHand: z.boolean(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Of a running project: which milestone, how many days, whose turn. */
  light: projectLight.nullable(),
  milestones: z.object({ reached: z.int(), all: z.int() }),
  due: due.nullable(),
  changedAt: instant,
  version: z.int(),
});

export const projectQuery = page.extend({
  q: z.string().trim().max(100).optional(),
  state: projectState.optional(),
  level: level.optional(),
  unitId: id.optional(),
  leadId: id.optional(),
  problemId: id.optional(),
  /** Only those with a milestone or a limit that is over. */
  late: z.stringbool().optional(),
  /** Only those whose lead or reviewer has left or holds no post any more. */
  nobody: z.stringbool().optional(),
});

const words = z.string().trim().min(1).max(5_000);
const heads = ['person_left', 'person_gone', 'reviewer_is_lead', 'reviewer_under_lead'] as const;

export const projectApi = routes({
  list: {
    method: 'GET',
    path: '/projects',
    summary: { zh: '项目列表', en: 'List projects' },
    query: projectQuery,
    reply: listOf(projectItem),
  },
  count: {
    method: 'GET',
    path: '/projects/count',
    summary: { zh: '项目计数', en: 'Count projects' },
    query: projectQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  draft: {
    method: 'POST',
    path: '/projects',
    summary: { zh: '拟立项书', en: 'Draft a project' },
    verb: 'project.draft',
    body: z.object({
      id,
      projectId: id,
      title: z.string().trim().min(1).max(200),
      level,
      unitId: id,
      problems: z.array(id).max(50).default([]),
    }),
    reply: done.extend({ number: z.string() }),
    problems: ['unit_closed', 'problem_merged'],
  },
  describe: {
    method: 'PUT',
    path: '/projects/:id/charter',
    summary: { zh: '修改立项书', en: 'Edit the charter' },
    params: one,
    body: decision.extend({ charter }),
    reply: done,
    problems: [
      'not_now',
      'changed_meanwhile',
      'charter_incomplete',
      'member_is_one',
      'indicator_retired',
      'goal_twice',
      'measure_dropped',
      ...heads,
    ],
  },
  propose: {
    method: 'POST',
    path: '/projects/:id/proposals',
    summary: { zh: '提请立项', en: 'Propose the project' },
    params: one,
    body: decision.extend({ words: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'charter_incomplete', ...heads],
  },
  recall: {
    method: 'POST',
    path: '/projects/:id/recalls',
    summary: { zh: '撤回修改', en: 'Take the proposal back' },
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  judge: {
    method: 'POST',
    path: '/projects/:id/charters',
    summary: { zh: '批准立项或退回', en: 'Charter it, or send it back' },
    params: one,
    body: decision.extend({ chartered: z.boolean(), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'charter_incomplete', ...heads],
  },
  end: {
    method: 'POST',
    path: '/projects/:id/ends',
    summary: { zh: '作废草稿或终止项目', en: 'Discard the draft, or drop the project' },
    params: one,
    body: decision.extend({ how: z.enum(['discard', 'drop']), reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open'],
  },
  report: {
    method: 'POST',
    path: '/projects/:id/reports',
    summary: { zh: '报进展', en: 'Report progress' },
    params: one,
    body: decision.extend({ milestoneId: id.nullable().default(null), words, files }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'milestone_not_open', 'milestone_without_evidence', 'file_missing'],
  },
  acknowledge: {
    method: 'POST',
    path: '/projects/:id/acknowledgements',
    summary: { zh: '审核进展', en: 'Acknowledge a report, or return it' },
    params: one,
    body: decision.extend({ reportId: id, passed: z.boolean(), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'report_acknowledged', 'own_report'],
  },
  requestChange: {
    method: 'POST',
    path: '/projects/:id/changes',
    summary: { zh: '申请变更', en: 'Request a change' },
    params: one,
    body: decision.extend({ wanted, reason }),
    reply: done,
    problems: [
      'not_now',
      'changed_meanwhile',
      'milestone_not_open',
      'milestone_outside',
      'last_milestone',
      'target_is_baseline',
      'target_wrong_way',
      'target_before_baseline',
      'ends_before_start',
      ...heads,
    ],
  },
  decideChange: {
    method: 'POST',
    path: '/projects/:id/change-decisions',
    summary: { zh: '审批变更', en: 'Grant or decline a change' },
    params: one,
    body: decision.extend({ changeId: id, granted: z.boolean(), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'change_decided', 'own_change', ...heads],
  },
  meet: {
    method: 'POST',
    path: '/projects/:id/meetings',
    summary: { zh: '记会议', en: 'Record a meeting' },
    params: one,
    body: decision.extend({
      heldAt: instant,
      place: z.string().trim().max(200).default(''),
      topic: z.string().trim().min(1).max(200),
      minutes: words,
      present: z.array(id).max(200),
      files,
    }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'held_in_future', 'file_missing'],
  },
  staff: {
    method: 'PUT',
    path: '/projects/:id/team',
    summary: { zh: '调整专班', en: 'Change the team' },
    params: one,
    body: decision.extend({ team: z.array(memberDraft).max(200), reason: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'member_is_one', 'unit_closed', 'person_left', 'person_gone'],
  },
  present: {
    method: 'POST',
    path: '/projects/:id/presentations',
    summary: { zh: '提请验收', en: 'Ask for acceptance' },
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'milestones_open', 'reports_open', 'changes_open', 'tasks_open'],
  },
  upload: {
    method: 'POST',
    path: '/projects/:id/files',
    summary: { zh: '上传材料', en: 'Upload a paper' },
    params: one,
    body: z.object({ id }),
    upload: { accept: 'document', limit: 50 << 20 },
    reply: file.extend({ size: z.number(), type: z.string() }),
    problems: ['file_type', 'too_large'],
  },
  file: { method: 'GET', path: '/project-papers/:id', summary: { zh: '看材料', en: 'See a paper' }, params: one },
});

export type ProjectItem = z.infer<typeof projectItem>;
export type ProjectQuery = z.output<typeof projectQuery>;
