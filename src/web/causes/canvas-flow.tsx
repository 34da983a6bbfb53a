/** The canvas: laid out by itself, moved and zoomed by mouse, wheel and touch; a cause dragged onto another hangs there. */
import {
  ConnectionMode,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { causeWords } from '#web/causes/cause.words.ts';
import { type Box, type Laid, type Line, layOut } from '#web/causes/layout.ts';
import { NodeFace } from '#web/causes/node-face.tsx';
import { heightsOf } from '#web/causes/node-height.ts';
import { branchOf, ROOT } from '#web/causes/outline.ts';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { usePaperView } from '#web/causes/use-paper-view.ts';
import { useWords } from '#web/words/words.ts';
import '@xyflow/react/dist/base.css';

type Drag = { id: string; x: number; y: number; over: string | null };
type Drawn = Node<{ over: boolean }>;

const sides = { l: Position.Left, r: Position.Right, t: Position.Top, b: Position.Bottom };

/** One shape for all kinds: what is drawn inside is the node's own matter. */
function Placed({ id, data }: NodeProps<Drawn>) {
  const { rows } = useTheDesk();
  const row = rows.find((one) => one.id === id);
  return (
    <div className={data.over ? 'placed is-over' : 'placed'}>
      {Object.entries(sides).map(([side, position]) => (
        <Handle key={side} id={side} type="source" position={position} isConnectable={false} />
      ))}
      {row && <NodeFace row={row} />}
    </div>
  );
}

const nodeTypes = { placed: Placed };

function handlesOf({ kind }: Line, from: Box, to: Box): { sourceHandle: string; targetHandle: string } {
  if (kind === 'hangs') return { sourceHandle: 'r', targetHandle: 'l' };
  if (kind === 'answers') return { sourceHandle: 'b', targetHandle: 'l' };
  if (to.x > from.x + from.width) return { sourceHandle: 'r', targetHandle: 'l' };
  if (to.x + to.width < from.x) return { sourceHandle: 'l', targetHandle: 'r' };
  return { sourceHandle: 'r', targetHandle: 'r' };
}

function edgesOf({ boxes, lines }: Laid, together: string): Edge[] {
  const at = new Map(boxes.map((box) => [box.id, box]));
  return lines.flatMap((line) => {
    const from = at.get(line.from);
    const to = at.get(line.to);
    if (!from || !to) return [];
    const tied = line.kind === 'together';
    return [
      {
        id: line.id,
        source: line.from,
        target: line.to,
        ...handlesOf(line, from, to),
        type: tied || line.kind === 'also' ? 'default' : 'smoothstep',
        className: `line-${line.kind}`,
        focusable: false,
        selectable: false,
        ...(tied && { label: together, labelShowBg: true, labelBgPadding: [4, 1] as [number, number] }),
      },
    ];
  });
}

export function CanvasFlow() {
  const t = useWords(causeWords);
  const desk = useTheDesk();
  const [drag, setDrag] = useState<Drag | null>(null);
  const { rows, outline, draft, canvas } = desk;
  const laid = useMemo(() => layOut(outline, heightsOf(rows, draft, canvas)), [outline, rows, draft, canvas]);
  const { frame } = useView(laid);
  const own = drag && branchOf(outline, drag.id);
  const movable = (box: Box) => {
    const row = rows.find((one) => one.id === box.id);
    return (
      row?.kind === 'cause' &&
      desk.mayTrace &&
      draft?.id !== box.id &&
      ['unverified', 'confirmed'].includes(row.cause.state)
    );
  };
  const nodes: Drawn[] = laid.boxes.map((box) => ({
    id: box.id,
    type: 'placed',
    position: drag?.id === box.id ? { x: drag.x, y: drag.y } : { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    draggable: Boolean(movable(box)),
    // What cannot be dragged is still clicked on.
    style: { pointerEvents: 'all' },
    zIndex: drag?.id === box.id ? 10 : draft?.id === box.id ? 5 : 0,
    data: { over: drag?.over === box.id },
  }));
  /** The problem or cause under the middle of what is dragged. */
  const under = (node: Drawn): string | null => {
    const x = node.position.x + (node.width ?? 0) / 2;
    const y = node.position.y + (node.height ?? 0) / 2;
    const found = laid.boxes.find(
      (box) =>
        box.kind !== 'measure' &&
        !own?.has(box.id) &&
        x > box.x - 30 &&
        x < box.x + box.width + 30 &&
        y > box.y - 12 &&
        y < box.y + box.height + 12,
    );
    return found && found.id !== node.id ? found.id : null;
  };
  return (
    <div className="canvas" ref={frame}>
      <ReactFlow
        nodes={nodes}
        edges={edgesOf(laid, t('withSome'))}
        nodeTypes={nodeTypes}
        connectionMode={ConnectionMode.Loose}
        minZoom={0.2}
        maxZoom={1.6}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode="Control"
        zoomOnDoubleClick={false}
        panOnScroll
        nodeDragThreshold={5}
        proOptions={{ hideAttribution: true }}
        onNodeDrag={(_, node) => setDrag({ id: node.id, ...node.position, over: under(node) })}
        onNodeDragStop={(_, node) => {
          const onto = drag && under(node);
          setDrag(null);
          if (onto) desk.rehang(node.id, onto === ROOT ? null : onto);
        }}
      />
    </div>
  );
}

/** What is chosen by keyboard stays in sight; the toolbar's buttons and paper look at the whole. */
function useView(laid: Laid) {
  const desk = useTheDesk();
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  usePaperView(laid);
  const { pull, chosen, draft } = desk;
  const wanted = draft?.id ?? chosen.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the keyboard has just gone to is brought into sight
  useEffect(() => {
    const box = laid.boxes.find((one) => one.id === wanted);
    const rect = frame.current?.getBoundingClientRect();
    if (!box || !rect) return;
    const { x, y, zoom } = flow.getViewport();
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const fits =
      left >= 0 && top >= 0 && left + box.width * zoom <= rect.width && top + box.height * zoom <= rect.height;
    if (fits && zoom >= (draft ? 0.7 : 0)) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
      zoom: Math.max(zoom, 0.8),
      duration: still ? 0 : 180,
    });
  }, [pull, wanted]);
  return { frame };
}
