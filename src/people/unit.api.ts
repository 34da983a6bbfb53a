/** Routes of units: the trees of a day, a unit's page, and what is done to units. */
import { z } from 'zod';
import { trees } from '#people/role.ts';
import { day, done, flag, id, listOf, one, page, personBrief, reason, said, text, unitBrief } from '#people/shapes.ts';
import { relations, successions, unitKinds } from '#people/unit.ts';
import { routes } from '#platform/api.ts';

const keys = <T extends Record<string, unknown>>(table: T) => z.enum(Object.keys(table) as (keyof T & string)[]);
export const unitKind = keys(unitKinds);
export const relation = keys(relations);
export const succession = keys(successions);

const code = z.string().trim().min(1).max(40);
const names = { name: text(100), shortName: text(30) };
const parent = z.object({ unitId: id, relation });

export const unitInput = z.object({
  id,
  code: code.nullable().default(null),
  ...names,
  kind: unitKind,
  parents: z.array(parent).max(3).default([]),
  areaId: id.nullable().default(null),
  hostUnitId: id.nullable().default(null),
  from: day.optional(),
});

export const unitChange = z.object({
  id,
  version: z.int().positive(),
  code: code.nullable(),
  ...names,
  kind: unitKind,
  areaId: id.nullable(),
  hostUnitId: id.nullable(),
});

export const moveInput = z.object({ id, relation, parentId: id.nullable(), from: day, reason });
export const closingInput = z.object({ id, version: z.int().positive(), on: day, reason });

/** `places` names, where there are several successors, where each lower unit, post and open piece of work goes. */
export const successionInput = z.object({
  id,
  kind: succession,
  predecessors: z.array(id).min(1).max(20),
  /** An id with a name is a new unit in the place of the first predecessor; without one it is there already. */
  successors: z
    .array(z.object({ id, name: text(100).optional(), shortName: text(30).optional(), code: code.optional() }))
    .min(1)
    .max(20),
  places: z
    .array(z.object({ what: id, to: id }))
    .max(5_000)
    .default([]),
  on: day,
  reason,
});

export const unitItem = unitBrief.extend({
  code: z.string().nullable(),
  tree: z.enum(trees),
  kind: unitKind,
  parent: unitBrief.nullable(),
  validTo: day.nullable(),
});

const node = unitBrief.extend({
  code: z.string().nullable(),
  kind: unitKind,
  parentId: id.nullable(),
  guidedBy: id.nullable(),
  hostUnitId: id.nullable(),
  /** Persons with a post in it on that day. */
  people: z.int(),
});

const linked = z.object({ unit: unitBrief, relation });
const line = z.object({ unit: unitBrief, kind: succession, at: day });

export const unitPage = unitItem.omit({ parent: true }).extend({
  area: z.object({ id, name: z.string() }).nullable(),
  host: unitBrief.nullable(),
  hosted: z.array(unitBrief),
  validFrom: day,
  version: z.int(),
  /** From the root of the tree down to the unit above. */
  path: z.array(unitBrief),
  parents: z.array(linked),
  children: z.array(linked),
  predecessors: z.array(line),
  successors: z.array(line),
  posts: z.array(
    z.object({
      id,
      person: personBrief,
      role: z.string(),
      roleName: said,
      title: z.string().nullable(),
      from: day,
      to: day.nullable(),
    }),
  ),
  postsMore: z.boolean(),
});

const on = z.object({ on: day.optional() });

export const unitApi = routes({
  tree: {
    method: 'GET',
    path: '/units/tree',
    summary: { zh: '某一天的组织树', en: 'A tree of units as of a day' },
    verb: 'people.read',
    query: on.extend({ tree: z.enum(trees).default('admin') }),
    reply: z.object({ on: day, items: z.array(node) }),
  },
  list: {
    method: 'GET',
    path: '/units',
    summary: { zh: '单位列表', en: 'List units' },
    verb: 'people.read',
    query: page.extend({
      q: z.string().trim().max(100).optional(),
      tree: z.enum(trees).optional(),
      kind: unitKind.optional(),
      closed: flag.optional(),
    }),
    reply: listOf(unitItem),
  },
  one: {
    method: 'GET',
    path: '/units/:id',
    summary: { zh: '单位页', en: "A unit's page" },
    verb: 'people.read',
    params: one,
    query: on,
    reply: unitPage,
  },
  make: {
    method: 'POST',
    path: '/units',
    summary: { zh: '设立单位', en: 'Make a unit' },
    verb: 'people.manage',
    body: unitInput,
    reply: done,
    problems: ['id_taken', 'unit_code_taken', 'unit_trees_differ', 'unit_not_open'],
  },
  change: {
    method: 'PUT',
    path: '/units/:id',
    summary: { zh: '更正单位信息（正式更名请用“更名”）', en: 'Correct a unit; an official new name is a succession' },
    verb: 'people.manage',
    params: one,
    body: unitChange,
    reply: done,
    problems: ['changed_meanwhile', 'unit_code_taken', 'unit_trees_differ'],
  },
  move: {
    method: 'POST',
    path: '/units/:id/moves',
    summary: { zh: '调整隶属', en: 'Move a unit below another' },
    verb: 'people.manage',
    params: one,
    body: moveInput,
    reply: done,
    problems: ['unit_circle', 'unit_trees_differ', 'unit_not_open'],
  },
  close: {
    method: 'POST',
    path: '/units/:id/closing',
    summary: { zh: '撤销单位', en: 'Close a unit' },
    verb: 'people.manage',
    params: one,
    body: closingInput,
    reply: done,
    problems: ['unit_in_use', 'date_ahead', 'dates_crossed', 'changed_meanwhile'],
  },
  succeed: {
    method: 'POST',
    path: '/units/successions',
    summary: { zh: '更名、合并、分设', en: 'Rename, merge or split units' },
    verb: 'people.manage',
    body: successionInput,
    reply: z.object({ units: z.array(id) }),
    problems: [
      'succession_shape',
      'succession_unplaced',
      'unit_not_open',
      'unit_circle',
      'unit_code_taken',
      'date_ahead',
      'dates_crossed',
    ],
  },
});

export type UnitBrief = z.infer<typeof unitBrief>;
export type UnitInput = z.output<typeof unitInput>;
export type UnitChange = z.output<typeof unitChange>;
export type MoveInput = z.output<typeof moveInput>;
export type ClosingInput = z.output<typeof closingInput>;
export type SuccessionInput = z.output<typeof successionInput>;
export type UnitItem = z.infer<typeof unitItem>;
export type UnitNode = z.infer<typeof node>;
export type UnitPage = z.infer<typeof unitPage>;
export type UnitQuery = z.output<typeof unitApi.list.query>;
