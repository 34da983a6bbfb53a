/** The line as a map: columns from left to right, moved and zoomed by mouse, wheel and touch, walked by arrow keys. */
import { type Node, type NodeProps, ReactFlow, useReactFlow, useViewport, ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { EdgeCard } from '#web/source/edge-card.tsx';
import { CurveEdge } from '#web/source/line-edge.tsx';
import type { LineNode } from '#web/source/line-graph.ts';
import { LineHeads } from '#web/source/line-heads.tsx';
import { type Curve, type Laid, layOut } from '#web/source/line-layout.ts';
import { stepTo, type Way } from '#web/source/line-path.ts';
import { sizesOf } from '#web/source/line-size.ts';
import { mainOf } from '#web/source/line-things.ts';
import { NodeFace } from '#web/source/node-face.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { useLine } from '#web/source/use-line.ts';
import { useMapView } from '#web/source/use-map-view.ts';
import { useWords } from '#web/words/words.ts';
import '@xyflow/react/dist/base.css';

type Drawn = Node<{ node: LineNode }, 'card'>;

const Card = memo(function Card({ data: { node } }: NodeProps<Drawn>) {
  const { lit, light } = useLine();
  const state = lit === null ? '' : lit.nodes.has(node.id) ? ' is-lit' : ' is-dim';
  const own = node.holds.length > 0 ? { id: node.id } : null;
  return (
    // The pointer only lights what the focus lights too.
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside is what is used; this follows pointer and focus
    <div
      className={`line-card${state}`}
      onMouseEnter={() => light(own)}
      onMouseLeave={() => light(null)}
      onFocus={() => light(own)}
      onBlur={() => light(null)}
    >
      <NodeFace node={node} />
    </div>
  );
});

const nodeTypes = { card: Card };
const ways: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

export function LineMap() {
  const t = useWords(sourceWords);
  const { things, graph, light, unpin } = useLine();
  const frame = useRef<HTMLDivElement>(null);
  const laid = useMemo(() => layOut(graph, sizesOf(things)), [graph, things]);
  const { nodes, order } = useMemo(() => drawn(graph.nodes, laid), [graph, laid]);
  const view = useMapView(laid, frame);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line;
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      const edge = graph.edges.find(({ id }) => id === at);
      if (edge) view.focus(edge.from);
      else light(null);
      unpin();
    }
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const next = stepTo(graph, order, at, way);
    if (next) view.focus(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links, not of the fields of a form
    <div
      className="line-map"
      ref={frame}
      role="group"
      aria-label={t('mapOf', { title: mainOf(things.line).title })}
      onKeyDown={onKeyDown}
    >
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        minZoom={0.15}
        maxZoom={1.8}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode="Control"
        zoomOnDoubleClick={false}
        panOnScroll
        onInit={view.begin}
        proOptions={{ hideAttribution: true }}
      >
        <ViewportPortal>
          <svg className="line-curves" width={laid.width} height={laid.height}>
            <title>{t('lines')}</title>
            {laid.curves.map((curve) => (
              <CurveEdge key={curve.edge.id} curve={curve} />
            ))}
          </svg>
        </ViewportPortal>
      </ReactFlow>
      <Heads laid={laid} />
      <HotCard laid={laid} frame={frame} />
    </div>
  );
}

function Heads({ laid }: { laid: Laid }) {
  const { things } = useLine();
  const { x, zoom } = useViewport();
  return <LineHeads laid={laid} things={things} x={x} zoom={zoom} />;
}

function drawn(all: readonly LineNode[], laid: Laid) {
  // As they are read: column by column, each from above.
  const sorted = [...laid.boxes].sort((a, b) => columnX(laid, a.x) - columnX(laid, b.x) || a.y - b.y);
  const kinds = new Map(all.map((node) => [node.id, node]));
  const nodes = sorted.map(({ id, x, y, width, height }): Drawn => {
    const size = { width, height, measured: { width, height }, style: { pointerEvents: 'all' as const } };
    return { id, type: 'card', position: { x, y }, data: { node: kinds.get(id)! }, ...size };
  });
  return { nodes, order: sorted.map(({ id }) => id) };
}

const columnX = ({ heads }: Laid, x: number) => heads.findIndex((head) => x < head.x + head.width);

/** The card of the edge that is pointed at: beside the pointer, or where its curve is half way. */
function HotCard({ laid, frame }: { laid: Laid; frame: React.RefObject<HTMLDivElement | null> }) {
  const { hot } = useLine();
  const flow = useReactFlow();
  const card = useRef<HTMLDivElement>(null);
  const curve = hot && laid.curves.find(({ edge }) => edge.id === hot.id);
  const [middleX, middleY] = curve ? halfWay(curve) : [0, 0];
  const { x, y, zoom } = flow.getViewport();
  const left = hot?.x ?? middleX * zoom + x;
  const top = hot?.y ?? middleY * zoom + y;
  useEffect(() => {
    const [own, around] = [card.current, frame.current];
    if (!own || !around || !curve) return;
    const most = around.clientWidth - own.offsetWidth - 8;
    const under = top + 16 + own.offsetHeight > around.clientHeight;
    own.style.left = `${Math.max(8, Math.min(left + 12, most))}px`;
    own.style.top = `${Math.max(8, under ? top - own.offsetHeight - 12 : top + 16)}px`;
  });
  return (
    <div ref={card} className={curve ? 'edge-card' : 'edge-card is-gone'} role="status">
      {curve && <EdgeCard edge={curve.edge} />}
    </div>
  );
}

function halfWay({ points }: Curve): readonly [number, number] {
  const [from, to] = [points[points.length - 2]!, points[points.length - 1]!];
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}
