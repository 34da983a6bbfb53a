/** Routes of the duty list: its versions and lines, whose a matter is, and what comes back. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, decision, id, instant, listOf, page, person, reason, said, unit } from '#rules/shapes.ts';
import { dutyLevel, dutyPhase } from '#triage/duty/duty.ts';

const day = z.iso.date();
const one = z.object({ id });
const done = z.object({ id, version: z.int() });

export const dutyList = z.object({
  id,
  number: z.int(),
  phase: dutyPhase,
  validFrom: day.nullable(),
  /** The day on which the next version took over. */
  validTo: day.nullable(),
  basedOn: z.int().nullable(),
  madeBy: person.nullable(),
  madeAt: instant,
  issuedBy: person.nullable(),
  issuedAt: instant.nullable(),
  reason: z.string(),
  lines: z.int(),
  withdrawn: z.int(),
  /** Lines that name a closed unit. */
  flagged: z.int(),
  version: z.int(),
});

const place = z.object({ id, code: z.string(), name: z.string() });
/** A unit that a line names. `now`: who has its duties today, where it is closed; more than one: it was split. */
export const dutyUnit = unit.extend({ closedOn: day.nullable(), now: z.array(unit) });

export const dutyLine = z.object({
  id,
  line: z.int(),
  /** From the root of the tree down. */
  category: z.array(z.object({ id, name: z.string() })),
  /** Words of the matter, parted by 、; empty: the whole category. */
  matter: z.string(),
  level: dutyLevel,
  area: place.nullable(),
  /** Null: the unit of that level where it happened. */
  lead: dutyUnit.nullable(),
  assists: z.array(dutyUnit),
  basis: z.string(),
  withdrawn: z.boolean(),
  version: z.int(),
});

export const dutyLineQuery = page.extend({
  /** Absent: the version in force, else the one being drafted. */
  listId: id.optional(),
  q: z.string().trim().max(100).optional(),
  /** It and what lies below. */
  categoryId: id.optional(),
  level: dutyLevel.optional(),
  areaId: id.optional(),
  /** Lead or assisting. */
  unitId: id.optional(),
  withdrawn: z.stringbool().optional(),
  /** Only lines that name a closed unit. */
  flagged: z.stringbool().optional(),
});

export const lineInput = z.object({
  categoryId: id.nullable().default(null),
  matter: z.string().trim().max(100).default(''),
  level: dutyLevel,
  areaId: id.nullable().default(null),
  leadUnit: id.nullable().default(null),
  assists: z.array(id).max(20).default([]),
  basis: z.string().trim().max(1_000).default(''),
  withdrawn: z.boolean().default(false),
});

/** Who leads by a line: itself, or whoever has its duties now; nobody with the reason. */
export const dutyAnswer = z.object({
  entryId: id,
  line: z.int(),
  level: dutyLevel,
  withdrawn: z.boolean(),
  lead: unit.nullable(),
  /** The closed unit that the line still names. */
  was: unit.nullable(),
  /** Successors of a unit that was split: one of them is to be chosen. */
  choices: z.array(unit),
  assists: z.array(unit),
  basis: z.string(),
  /** Which line of which version says it, and of what it speaks. */
  why: said,
  trouble: said.nullable(),
});

export const duty = z.object({
  list: z.object({ id, number: z.int(), validFrom: day }).nullable(),
  /** Equally precise lines; more than one: the list leaves it open. */
  answers: z.array(dutyAnswer),
  /** By which line no township or village may have it. */
  withdrawn: z.object({ entryId: id, line: z.int(), matter: z.string(), why: said }).nullable(),
});

/** The category is only proposed: nobody has decided it. */
const guessed = z.boolean();

/** Units that handled such matters before and did not return them, the likeliest first. */
export const learnt = z.object({
  unit,
  confidence: z.number(),
  why: said,
  /** Words of the signal that decided it. */
  because: z.array(z.string()),
});

/** What differs between two versions, by matter, level and area. */
const difference = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  before: dutyLine.nullable(),
  after: dutyLine.nullable(),
});

export const returned = z.object({
  category: z.array(z.object({ id, name: z.string() })),
  unit,
  /** The line that named the unit when it was given; null: it was given against the list, or the list says nothing. */
  line: z.object({ entryId: id, listNumber: z.int(), line: z.int(), standing: z.boolean() }).nullable(),
  given: z.int(),
  returned: z.int(),
  rerouted: z.int(),
  /** Who has had it in the end, the most frequent first. */
  ended: z.array(z.object({ unit, times: z.int() })),
});

const edit = ['not_now', 'changed_meanwhile', 'duty_line_there', 'unit_closed', 'malformed'] as const;

export const dutyApi = routes({
  lists: {
    method: 'GET',
    path: '/duty-lists',
    summary: { zh: '职责清单的各版', en: 'Versions of the duty list' },
    verb: 'problem.read',
    reply: z.object({ items: z.array(dutyList) }),
  },
  draft: {
    method: 'POST',
    path: '/duty-lists',
    summary: { zh: '起草新版（以现行版为底）', en: 'Draft a new version, from the one in force' },
    verb: 'duty.manage',
    body: z.object({ id, basedOn: id.nullable().default(null) }),
    reply: done.extend({ number: z.int() }),
    problems: ['duty_draft_open', 'not_found'],
  },
  issue: {
    method: 'POST',
    path: '/duty-lists/:id/issues',
    summary: { zh: '发布一版，自某日起生效', en: 'Issue a version, in force from a day' },
    verb: 'duty.manage',
    params: one,
    body: decision.extend({ from: day, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'duty_from_past', 'duty_from_taken', 'duty_empty'],
  },
  drop: {
    method: 'POST',
    path: '/duty-lists/:id/drops',
    summary: { zh: '作废草案或尚未生效的一版', en: 'Drop a draft, or a version not yet in force' },
    verb: 'duty.manage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'duty_in_force'],
  },
  lines: {
    method: 'GET',
    path: '/duty-lines',
    summary: { zh: '一版清单的各条', en: 'Lines of a version' },
    verb: 'problem.read',
    query: dutyLineQuery,
    reply: listOf(dutyLine),
  },
  countLines: {
    method: 'GET',
    path: '/duty-lines/count',
    summary: { zh: '清单条数', en: 'Count the lines' },
    verb: 'problem.read',
    query: dutyLineQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  file: {
    method: 'GET',
    path: '/duty-lines.xlsx',
    summary: { zh: '导出清单（可再导入）', en: 'Export the list, as it can be imported' },
    verb: 'problem.read',
    query: z.record(z.string(), z.string()),
  },
  line: {
    method: 'GET',
    path: '/duty-lines/:id',
    summary: { zh: '清单的一条', en: 'A line of the list' },
    verb: 'problem.read',
    params: one,
    reply: dutyLine.extend({
      list: z.object({ id, number: z.int(), phase: dutyPhase }),
      changedBy: person.nullable(),
      changedAt: instant,
    }),
    problems: ['not_found'],
  },
  difference: {
    method: 'GET',
    path: '/duty-lists/:id/difference',
    summary: { zh: '与另一版的差别', en: 'What differs from another version' },
    verb: 'problem.read',
    params: one,
    /** Absent: the version it is based on. */
    query: z.object({ from: id.optional() }),
    reply: z.object({ from: z.int().nullable(), items: z.array(difference) }),
  },
  addLine: {
    method: 'POST',
    path: '/duty-lists/:id/lines',
    summary: { zh: '增加一条', en: 'Add a line' },
    verb: 'duty.manage',
    params: one,
    body: lineInput.extend({ id }),
    reply: done.extend({ line: z.int() }),
    problems: [...edit],
  },
  changeLine: {
    method: 'PUT',
    path: '/duty-lines/:id',
    summary: { zh: '修改一条', en: 'Change a line' },
    verb: 'duty.manage',
    params: one,
    body: lineInput.extend(decision.shape),
    reply: done,
    problems: [...edit],
  },
  removeLine: {
    method: 'POST',
    path: '/duty-lines/:id/removals',
    summary: { zh: '删去一条', en: 'Take a line out' },
    verb: 'duty.manage',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  whose: {
    method: 'GET',
    path: '/duty',
    summary: { zh: '这件事归谁：按清单试一试', en: 'Whose duty a matter is, by the list' },
    verb: 'problem.read',
    query: z.object({
      categoryId: id.optional(),
      areaId: id.optional(),
      /** Words of the matter, as a caller would say it. */
      words: z.string().trim().max(2_000).default(''),
      /** Absent: today. */
      at: day.optional(),
      /** Absent: the version in force on that day. */
      listId: id.optional(),
    }),
    reply: duty.extend({ category: z.array(z.object({ id, name: z.string() })), guessed }),
  },
  ofProblem: {
    method: 'GET',
    path: '/problems/:id/duty',
    summary: { zh: '这个问题该由谁办', en: 'Whose duty a problem is' },
    verb: 'problem.read',
    params: one,
    reply: duty.extend({
      /** What the problem is about and where, as its signals say. */
      category: z.array(z.object({ id, name: z.string() })),
      guessed,
      area: place.nullable(),
      learnt: z.array(learnt),
    }),
  },
  returns: {
    method: 'GET',
    path: '/duty-returns',
    summary: { zh: '退单与改派，按清单的条', en: 'Returned and re-routed problems, by line of the list' },
    verb: 'problem.read',
    query: z.object({ from: day.optional(), to: day.optional() }),
    reply: z.object({ from: day, to: day, given: z.int(), items: z.array(returned) }),
  },
});

export type DutyListItem = z.infer<typeof dutyList>;
export type DutyLine = z.infer<typeof dutyLine>;
export type DutyUnit = z.infer<typeof dutyUnit>;
export type DutyLineQuery = z.output<typeof dutyLineQuery>;
export type LineInput = z.output<typeof lineInput>;
export type DutyAnswer = z.infer<typeof dutyAnswer>;
export type Duty = z.infer<typeof duty>;
export type Learnt = z.infer<typeof learnt>;
export type Returned = z.infer<typeof returned>;
export type Difference = z.infer<typeof difference>;
