/** An edge as it is drawn: the curve, wide where it carries many signals, and around it a broader one to be pointed at. */
import { memo } from 'react';
import { useEdgeSaid } from '#web/source/edge-card.tsx';
import type { LineEdge } from '#web/source/line-graph.ts';
import { type Curve, pathOf } from '#web/source/line-layout.ts';
import { useLine } from '#web/source/use-line.ts';

/** From 1.5 pixels for one signal by powers of ten: 4 for 10, 6.5 for 100, 9 for 1,000, 11.5 for 10,000. */
export function thicknessOf({ kind, decisions }: LineEdge): number {
  if (kind !== 'gathered') return 1.5;
  const count = decisions.reduce((sum, one) => sum + (one.count ?? 1), 0);
  return 1.5 + 2.5 * Math.log10(Math.max(count, 1));
}

export function Stroke({ curve }: { curve: Curve }) {
  return <path className={`edge edge-${curve.edge.kind}`} d={pathOf(curve)} strokeWidth={thicknessOf(curve.edge)} />;
}

export const CurveEdge = memo(function CurveEdge({ curve }: { curve: Curve }) {
  const { hot, light, lit } = useLine();
  const { ends, said } = useEdgeSaid()(curve.edge);
  const { id } = curve.edge;
  const state = lit === null ? '' : lit.edges.has(id) ? 'is-lit' : 'is-dim';
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside an SVG there is no button element
    <g
      className={`edge-hold ${state}${hot?.id === id ? ' is-hot' : ''}`}
      tabIndex={-1}
      role="button"
      aria-label={`${ends}。${said.join('；')}`}
      data-line={id}
      onFocus={() => hot?.id !== id && light({ id })}
      onBlur={() => light(null)}
      onClick={(event) => light(pointed(id, event))}
      onKeyDown={(event) => event.key === 'Enter' && light({ id })}
      onMouseEnter={(event) => light(pointed(id, event))}
      onMouseLeave={() => light(null)}
    >
      <path className="edge-wide" d={pathOf(curve)} />
      <Stroke curve={curve} />
    </g>
  );
});

/** Where the pointer is, in pixels of the map's frame. */
function pointed(id: string, { clientX, clientY, currentTarget }: React.MouseEvent<SVGElement>) {
  const frame = currentTarget.closest('.line-map')?.getBoundingClientRect();
  return { id, x: clientX - (frame?.left ?? 0), y: clientY - (frame?.top ?? 0) };
}
