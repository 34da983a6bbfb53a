/** Moving along the line: the whole way through a node, back and forth, and where each arrow key leads. Pure. */

import type { SourceLine } from '#views/source-line.api.ts';
import { groupedBy } from '#web/source/grouped.ts';
import { type Column, columns, type LineEdge, type LineGraph, signalsOf } from '#web/source/line-graph.ts';

export type Lit = { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };

/** Where an edge leads: a merged problem's words go on in the one it went into; the two of a pair lead to each other. */
const onward = ({ kind }: LineEdge) => kind !== 'together';

/** Everything that led to these nodes and everything that came of them, with the edges between. */
export function pathThrough({ edges }: LineGraph, starts: readonly string[]): Lit {
  const lit = { nodes: new Set(starts), edges: new Set<string>() };
  const walk = (near: 'from' | 'to', far: 'from' | 'to') => {
    const by = groupedBy(edges.filter(onward), (edge) => edge[near]);
    const waiting = [...starts];
    const seen = new Set(starts);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
      for (const edge of by.get(id) ?? []) {
        lit.edges.add(edge.id);
        lit.nodes.add(edge[far]);
        if (seen.has(edge[far])) continue;
        seen.add(edge[far]);
        waiting.push(edge[far]);
      }
  };
  walk('from', 'to');
  walk('to', 'from');
  for (const edge of edges)
    if (!onward(edge) && lit.nodes.has(edge.from) && lit.nodes.has(edge.to)) lit.edges.add(edge.id);
  return lit;
}

/** The way through an edge: what led to its beginning, itself, and what came of its end. */
export function pathAlong(graph: LineGraph, edge: LineEdge): Lit {
  const back = pathThrough({ ...graph, edges: graph.edges.filter((one) => one.from !== edge.from) }, [edge.from]);
  const forth = pathThrough({ ...graph, edges: graph.edges.filter((one) => one.to !== edge.to) }, [edge.to]);
  return {
    nodes: new Set([...back.nodes, ...forth.nodes]),
    edges: new Set([...back.edges, ...forth.edges, edge.id]),
  };
}

/**
 * The nodes that `?focus=` means: a thing of the line, a signal or indicator that one of its nodes stands for, or a whole
 * column by its name. Nothing where it is not in the line.
 */
export function focused({ nodes }: LineGraph, line: SourceLine, focus: string): string[] {
  if ((columns as readonly string[]).includes(focus))
    return nodes.filter((node) => node.column === (focus as Column) && node.holds.length > 0).map(({ id }) => id);
  const meant = new Set([focus]);
  for (const goal of line.goals) if (goal.indicator.id === focus) meant.add(goal.id);
  for (const fold of line.signals) if (fold.quotes.some(({ id }) => id === focus)) meant.add(signalsOf(fold.problemId));
  return nodes.filter((node) => meant.has(node.id) || node.holds.some((id) => meant.has(id))).map(({ id }) => id);
}

export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads: from a node onto one of its edges, from an edge to the node at its end; up and down among the
 * nodes of a column, or among the edges that leave the same node. `order`: ids of nodes as they stand.
 */
export function stepTo(graph: LineGraph, order: readonly string[], at: string, way: Way): string | null {
  const place = new Map(order.map((id, index) => [id, index]));
  const rank = (id: string) => place.get(id) ?? 0;
  const edge = graph.edges.find((one) => one.id === at);
  if (edge) {
    if (way === 'left') return edge.from;
    if (way === 'right') return edge.to;
    const beside = graph.edges
      .filter((one) => one.from === edge.from)
      .sort((a, b) => rank(a.to) - rank(b.to) || (a.id < b.id ? -1 : 1));
    return beside[beside.indexOf(edge) + (way === 'down' ? 1 : -1)]?.id ?? null;
  }
  if (way === 'left' || way === 'right') {
    const near = way === 'right' ? 'from' : 'to';
    const far = way === 'right' ? 'to' : 'from';
    const out = graph.edges.filter((one) => one[near] === at).sort((a, b) => rank(a[far]) - rank(b[far]));
    return out[0]?.id ?? null;
  }
  const column = graph.nodes.find(({ id }) => id === at)?.column;
  const own = order.filter((id) => graph.nodes.some((node) => node.id === id && node.column === column));
  return own[own.indexOf(at) + (way === 'down' ? 1 : -1)] ?? null;
}
