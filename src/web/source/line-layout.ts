/** Where everything of the line stands, and how its curves run: the same for the same line, no two boxes over each other. Pure. */
import { groupedBy } from '#web/source/grouped.ts';
import { columns, type LineEdge, type LineGraph, type LineNode } from '#web/source/line-graph.ts';
import { type Item, type Link, orderColumns } from '#web/source/line-order.ts';

export const INDENT = 14;
const BETWEEN = 38;
const GAP = 14;
/** Between the two of a pair: the tie and its word stand there. */
const TIED = 22;
const LANE = 8;
/** Lines that pass a column run straight rather than their ends. */
const STRAIGHT = 6;
const ROUNDS = 6;

export type Size = { width: number; height: number };
export type Box = Size & { id: string; x: number; y: number };
export type Point = readonly [number, number];
/** `points`: where the curve begins, the lanes through which it passes, each by its two ends, and where it arrives. */
export type Curve = { edge: LineEdge; points: readonly Point[]; shape: 'flow' | 'branch' | 'tie' };
export type Laid = Size & {
  boxes: readonly Box[];
  curves: readonly Curve[];
  heads: readonly { x: number; width: number }[];
};

type Placed = Item & { height: number; gap: number; y: number };
const at = (node: LineNode) => columns.indexOf(node.column);

/** @param sizeOf the height of a node, and the width of its column as it wants it. */
export function layOut(graph: LineGraph, sizeOf: (node: LineNode) => Size): Laid {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const { lanes, links, ways } = lanesOf(graph, nodes);
  const items = [...graph.nodes.map(itemOf), ...lanes];
  const order = orderColumns(items, links, columns.length);
  const heights = new Map(graph.nodes.map((node) => [node.id, sizeOf(node).height]));
  const placed = order.map((column) => stacked(column, heights, nodes));
  settle(placed, [...links, ...leadsTo(graph)], new Set(lanes.map(({ id }) => id)));

  const heads = headsOf(graph, sizeOf);
  const top = Math.min(...placed.flat().map(({ y }) => y));
  const boxes = placed.flatMap((column, index) =>
    column.flatMap((item): Box[] => {
      const node = nodes.get(item.id);
      if (!node) return [];
      const { x, width } = heads[index]!;
      const indent = indentOf(node);
      return [{ id: item.id, x: x + indent, y: item.y - top, width: width - indent, height: item.height }];
    }),
  );
  const lane = new Map(placed.flat().map((item) => [item.id, item.y - top + item.height / 2]));
  const box = new Map(boxes.map((one) => [one.id, one]));
  const curves = graph.edges.map((edge): Curve => {
    const [from, to] = [box.get(edge.from)!, box.get(edge.to)!];
    if (at(nodes.get(edge.from)!) === at(nodes.get(edge.to)!)) return withinColumn(edge, from, to, boxes);
    const passed = (ways.get(edge.id) ?? []).flatMap(({ id, column }): Point[] => {
      const { x, width } = heads[column]!;
      return [[x + 8, lane.get(id)!] as const, [x + width - 8, lane.get(id)!] as const];
    });
    const points = [[from.x + from.width, middle(from)] as const, ...passed, [to.x, middle(to)] as const];
    return { edge, points, shape: 'flow' };
  });
  const last = heads[heads.length - 1]!;
  const height = Math.max(...boxes.map((one) => one.y + one.height), ...lane.values());
  return { boxes, curves, heads, width: last.x + last.width, height };
}

/** What is left over of a folded column stands at its foot. */
const itemOf = (node: LineNode): Item => ({
  ...{ id: node.id, column: at(node), under: node.under, last: node.id === `stack:${node.column}` },
});

const MOST_INDENT = 4;
const indentOf = (node: LineNode) => INDENT * Math.min(node.depth, MOST_INDENT);
const middle = (box: Box) => box.y + box.height / 2;

/** Lines over several columns pass those between in lanes of their own; what comes from one node shares them. */
function lanesOf(graph: LineGraph, nodes: ReadonlyMap<string, LineNode>) {
  const lanes = new Map<string, Item>();
  const links = new Map<string, Link>();
  const ways = new Map<string, Item[]>();
  const link = (from: string, to: string) => links.set(`${from} ${to}`, { from, to });
  for (const edge of graph.edges) {
    const [first, last] = [at(nodes.get(edge.from)!), at(nodes.get(edge.to)!)];
    if (first >= last) continue;
    let before = edge.from;
    const way: Item[] = [];
    for (let column = first + 1; column < last; column++) {
      const id = `lane ${edge.from} ${column}`;
      const item = lanes.get(id) ?? { id, column, under: null };
      lanes.set(id, item);
      way.push(item);
      link(before, id);
      before = id;
    }
    link(before, edge.to);
    ways.set(edge.id, way);
  }
  return { lanes: [...lanes.values()], links: [...links.values()], ways };
}

/** To a place in which nothing is yet nobody leads: it stands beside the middle of the column before it. */
function leadsTo({ nodes }: LineGraph): Link[] {
  return nodes.flatMap((place) => {
    if (place.holds.length > 0) return [];
    const before = nodes.filter((node) => at(node) === at(place) - 1);
    const middle = before[Math.floor(before.length / 2)];
    return middle ? [{ from: middle.id, to: place.id }] : [];
  });
}

function headsOf(graph: LineGraph, sizeOf: (node: LineNode) => Size) {
  let x = 0;
  return columns.map((column) => {
    const own = graph.nodes.filter((node) => node.column === column);
    const width = Math.max(...own.map((node) => sizeOf(node).width));
    const head = { x, width };
    x += width + BETWEEN;
    return head;
  });
}

/** One below the other, about the middle. `gap` is what stays free above. */
function stacked(items: readonly Item[], heights: Map<string, number>, nodes: ReadonlyMap<string, LineNode>): Placed[] {
  let y = 0;
  const placed = items.map((item, index) => {
    const node = nodes.get(item.id);
    const tied = node?.column === 'measure' && node.under !== null;
    const gap = index === 0 ? 0 : tied ? TIED : GAP;
    const height = heights.get(item.id) ?? LANE;
    y += gap;
    const one = { ...item, height, gap, y };
    y += height;
    return one;
  });
  for (const one of placed) one.y -= y / 2;
  return placed;
}

/** Everything moves to the mean height of what it is joined to, as far as order and gaps let it; to and fro. */
function settle(placed: readonly Placed[][], links: readonly Link[], lanes: ReadonlySet<string>): void {
  const centre = new Map(placed.flat().map((one) => [one.id, one.y + one.height / 2]));
  const before = groupedBy(links, ({ to }) => to);
  const after = groupedBy(links, ({ from }) => from);
  for (let round = 0; round < ROUNDS; round++) {
    const both = round >= ROUNDS - 2;
    const columnsNow = round % 2 === 0 ? placed : [...placed].reverse();
    for (const column of columnsNow) {
      const wanted = column.map(({ id }) => {
        const left = (before.get(id) ?? []).map(({ from }) => from);
        const right = (after.get(id) ?? []).map(({ to }) => to);
        const near = both ? [...left, ...right] : round % 2 === 0 ? left : right;
        let sum = 0;
        let weight = 0;
        for (const one of near) {
          const force = lanes.has(one) ? STRAIGHT : 1;
          sum += force * centre.get(one)!;
          weight += force;
        }
        return {
          at: weight > 0 ? sum / weight : centre.get(id)!,
          weight: weight > 0 ? (lanes.has(id) ? 0.5 : 1) : 0.1,
        };
      });
      apart(column, wanted);
      for (const one of column) centre.set(one.id, one.y + one.height / 2);
    }
  }
}

/** As near to where each wants to be as the order and the gaps let it (least squares: pools of neighbours that would overlap). */
function apart(column: readonly Placed[], wanted: readonly { at: number; weight: number }[]): void {
  let offset = 0;
  const offsets = column.map((one, index) => {
    const above = column[index - 1];
    if (above) offset += above.height / 2 + one.gap + one.height / 2;
    return offset;
  });
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [index, { at: wish, weight }] of wanted.entries()) {
    pools.push({ sum: weight * (wish - offsets[index]!), weight, count: 1 });
    for (;;) {
      const [last, before] = [pools[pools.length - 1]!, pools[pools.length - 2]];
      if (!before || before.sum / before.weight <= last.sum / last.weight) break;
      pools.splice(-2, 2, {
        sum: before.sum + last.sum,
        weight: before.weight + last.weight,
        count: before.count + last.count,
      });
    }
  }
  let index = 0;
  for (const { sum, weight, count } of pools)
    for (let i = 0; i < count; i++, index++) {
      const one = column[index]!;
      one.y = sum / weight + offsets[index]! - one.height / 2;
    }
}

/** A branch runs down beside its tree; a tie stands between two measures, or beside them where others stand between. */
function withinColumn(edge: LineEdge, from: Box, to: Box, boxes: readonly Box[]): Curve {
  if (edge.kind === 'together') {
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const bottom = upper.y + upper.height;
    const close = !boxes.some((box) => box.x === upper.x && box.y > bottom - 1 && box.y < lower.y - 1);
    const x = upper.x + 22;
    const points: Point[] = close
      ? [
          [x, bottom],
          [x, lower.y],
        ]
      : [
          [upper.x, middle(upper)],
          [upper.x - 9, middle(upper)],
          [upper.x - 9, middle(lower)],
          [lower.x, middle(lower)],
        ];
    return { edge, points, shape: 'tie' };
  }
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const x = Math.min(upper.x + INDENT / 2, lower.x - 6);
  return {
    edge,
    points: [
      [x, upper.y + upper.height],
      [x, middle(lower)],
      [lower.x, middle(lower)],
    ],
    shape: 'branch',
  };
}

/** The curve as an SVG path: level at both ends of each stretch. */
export function pathOf({ points, shape }: Pick<Curve, 'points' | 'shape'>): string {
  const [[x, y] = [0, 0], ...rest] = points;
  if (shape !== 'flow') {
    return `M${x},${y}${rest.map(([toX, toY]) => `L${toX},${toY}`).join('')}`;
  }
  let path = `M${x},${y}`;
  let [lastX, lastY] = [x, y];
  for (const [toX, toY] of rest) {
    const half = (lastX + toX) / 2;
    path += toY === lastY ? `L${toX},${toY}` : `C${half},${lastY} ${half},${toY} ${toX},${toY}`;
    [lastX, lastY] = [toX, toY];
  }
  return path;
}
