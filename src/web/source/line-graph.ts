/** The source line as a graph to be drawn: eight columns, what is too much folded into stacks, what is missing as a place. Pure. */

import type { Edge, SourceLine } from '#views/source-line.api.ts';
import { groupedBy } from '#web/source/grouped.ts';

/** From left to right. */
export const columns = ['signals', 'problem', 'cause', 'measure', 'project', 'task', 'acceptance', 'goal'] as const;
export type Column = (typeof columns)[number];

/** `stack`: several things of a column as one; `place`: nothing yet; `hidden`: what the viewer may not see. */
export type LineNode = {
  id: string;
  kind: Column | 'stack' | 'place' | 'hidden';
  column: Column;
  /** The node of the same column below which it stands. */
  under: string | null;
  depth: number;
  /** Ids of the things it shows. */
  holds: readonly string[];
};
/** What joins two nodes: one decision or, of what is folded, several. */
export type LineEdge = { id: string; from: string; to: string; kind: Edge['kind']; decisions: readonly Edge[] };
export type LineGraph = { nodes: readonly LineNode[]; edges: readonly LineEdge[] };

/** `most`: nodes of one column; `tasks`: those of one giver beside each other; `open`: stacks that somebody has unfolded. */
export type Folding = { most: number; tasks: number; open: ReadonlySet<string> };
export const unfolded: Folding = { most: 400, tasks: 6, open: new Set() };

export const signalsOf = (problemId: string): string => `signals:${problemId}`;
const things: Record<Column, (line: SourceLine) => string[]> = {
  signals: (line) => line.signals.map((one) => signalsOf(one.problemId)),
  problem: (line) => line.problems.map(({ id }) => id),
  cause: (line) => line.causes.map(({ id }) => id),
  measure: (line) => line.measures.map(({ id }) => id),
  project: (line) => line.projects.map(({ id }) => id),
  task: (line) => line.tasks.map(({ id }) => id),
  acceptance: (line) => line.acceptances.map(({ id }) => id),
  goal: (line) => line.goals.map(({ id }) => id),
};
export const countOf = (line: SourceLine, column: Column): number => things[column](line).length;
export const hiddenOf = ({ hidden }: SourceLine, column: Column): number =>
  ({ problem: hidden.problems, project: hidden.projects, task: hidden.tasks })[column as string] ?? 0;

/** Edges between two things of the same column. */
export const besides: ReadonlySet<Edge['kind']> = new Set(['under', 'absorbed', 'together']);

/** Every thing of the line is held by one node, and every edge between two of them is drawn, alone or in a bundle. */
export function graphOf(line: SourceLine, folding: Folding = unfolded): LineGraph {
  const upper = upperOf(line);
  const nodes = columns.flatMap((column) => {
    const own = nodesOf(line, column, folding, upper);
    const hidden = hiddenOf(line, column);
    if (hidden > 0) own.push(bare(`hidden:${column}`, 'hidden', column));
    else if (own.length === 0) own.push(bare(`none:${column}`, 'place', column));
    return own;
  });
  const holder = new Map(nodes.flatMap((node) => node.holds.map((id) => [id, node.id] as const)));
  const stacks = new Set(nodes.filter(({ kind }) => kind === 'stack').map(({ id }) => id));
  /** Below a stack nothing hangs. */
  const upon = (id: string | null) => {
    const above = id === null ? undefined : holder.get(id);
    return above === undefined || stacks.has(above) ? null : above;
  };
  const standing = nodes.map((node) => ({ ...node, under: upon(node.under) }));
  return { nodes: standing, edges: edgesOf(line.edges, holder, stacks) };
}

const bare = (id: string, kind: LineNode['kind'], column: Column): LineNode => ({
  ...{ id, kind, column, under: null, depth: 0, holds: [] },
});

/** What each thing stands below in its own column: a cause below the one it explains, a merged problem below the one it went into. */
function upperOf(line: SourceLine): Map<string, string> {
  const upper = new Map<string, string>();
  for (const { kind, from, to } of line.edges) {
    if (kind === 'under') upper.set(to, from);
    if (kind === 'absorbed') upper.set(from, to);
  }
  // Measures that are carried out together stand together: each below the first of them, without indent.
  const first = new Map<string, string>(line.measures.map(({ id }) => [id, id]));
  const root = (id: string): string => (first.get(id) === id ? id : root(first.get(id) ?? id));
  for (const { kind, from, to } of line.edges)
    if (kind === 'together' && first.has(from) && first.has(to)) first.set(root(to), root(from));
  for (const { id } of line.measures) if (root(id) !== id) upper.set(id, root(id));
  return upper;
}

function nodesOf(line: SourceLine, column: Column, folding: Folding, upper: Map<string, string>): LineNode[] {
  const depthOf = (id: string): number => {
    const above = upper.get(id);
    return above === undefined || column === 'measure' ? 0 : 1 + depthOf(above);
  };
  const one = (id: string): LineNode => ({
    ...{ id, kind: column, column, under: upper.get(id) ?? null, depth: depthOf(id), holds: [id] },
  });
  const ids = things[column](line);
  const nodes = column === 'task' ? tasksOf(line, folding, one) : ids.map(one);
  if (nodes.length <= folding.most) return nodes;
  // What stands highest in its tree says most; the rest is one stack at the foot.
  const kept = new Set(
    [...nodes]
      .sort((a, b) => a.depth - b.depth)
      .slice(0, folding.most - 1)
      .map(({ id }) => id),
  );
  const rest = nodes.filter(({ id }) => !kept.has(id));
  return [
    ...nodes.filter(({ id }) => kept.has(id)),
    { ...bare(`stack:${column}`, 'stack', column), holds: rest.flatMap(({ holds }) => holds) },
  ];
}

/** More tasks than so many from one project, measure or problem are one stack, until somebody unfolds it. */
function tasksOf(line: SourceLine, { tasks: most, open }: Folding, one: (id: string) => LineNode): LineNode[] {
  const giver = new Map(line.edges.filter(({ kind }) => kind === 'given').map(({ from, to }) => [to, from]));
  const groups = groupedBy(line.tasks, ({ id }) => giver.get(id) ?? '');
  return [...groups].flatMap(([from, group]) => {
    const id = `stack:task:${from}`;
    if (group.length <= most || open.has(id)) return group.map((task) => one(task.id));
    return [{ ...bare(id, 'stack', 'task'), holds: group.map((task) => task.id) }];
  });
}

/** Ties and branches into a stack of their own column are inside it. */
function edgesOf(edges: readonly Edge[], holder: ReadonlyMap<string, string>, stacks: ReadonlySet<string>): LineEdge[] {
  const drawn = new Map<string, LineEdge & { decisions: Edge[] }>();
  for (const edge of edges) {
    const from = holder.get(edge.from);
    const to = holder.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    if (besides.has(edge.kind) && (stacks.has(from) || stacks.has(to))) continue;
    const id = `${edge.kind} ${from} ${to}`;
    const known = drawn.get(id);
    if (known) known.decisions.push(edge);
    else drawn.set(id, { id, from, to, kind: edge.kind, decisions: [edge] });
  }
  return [...drawn.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
