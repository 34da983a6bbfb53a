/** What of the map is seen: at first as much of its width as can be read, then whatever the keyboard goes to. */
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import type { Laid } from '#web/source/line-layout.ts';
import { useLine } from '#web/source/use-line.ts';

/** Words of 13 pixels are read down to 8; larger than drawn helps nobody. */
const LEAST = 0.62;
const MOST = 1.15;
const MARGIN = 22;
/** The names of the columns stand above the map. */
export const HEADS = 40;

export function useMapView(laid: Laid, frame: RefObject<HTMLDivElement | null>) {
  const flow = useReactFlow();
  const { lit } = useLine();

  /** The whole width; if it is higher than the window, the middle of what is lit, or of the problem. */
  const begin = useCallback(() => {
    const width = frame.current?.clientWidth ?? 1200;
    const height = (frame.current?.clientHeight ?? 700) - HEADS;
    const byWidth = (width - 2 * MARGIN) / laid.width;
    const byHeight = (height - 2 * MARGIN) / laid.height;
    const zoom = Math.max(LEAST, Math.min(MOST, byWidth, Math.max(byHeight, 0.8)));
    const wide = laid.width * zoom;
    const tall = laid.height * zoom;
    const lead = laid.boxes.filter(({ id }) => lit?.nodes.has(id))[0] ?? laid.boxes[0]!;
    const towards = height / 2 - (lead.y + lead.height / 2) * zoom;
    const y =
      tall <= height - 2 * MARGIN ? (height - tall) / 2 : Math.min(MARGIN, Math.max(height - MARGIN - tall, towards));
    const x = wide <= width - 2 * MARGIN + 1 ? (width - wide) / 2 : MARGIN;
    void flow.setViewport({ x, y: y + HEADS, zoom });
  }, [flow, frame, laid, lit]);

  /** Gives the focus to a node or edge, and moves it into sight where it is not. */
  const focus = useCallback(
    (id: string) => {
      const found = [...(frame.current?.querySelectorAll<HTMLElement | SVGElement>('[data-line]') ?? [])].find(
        (one) => one.dataset.line === id,
      );
      found?.focus({ preventScroll: true });
      const edge = laid.curves.find((curve) => curve.edge.id === id);
      const box = laid.boxes.find((one) => one.id === (edge ? edge.edge.to : id));
      const rect = frame.current?.getBoundingClientRect();
      if (!box || !rect) return;
      const { x, y, zoom } = flow.getViewport();
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const fits =
        left >= 0 && top >= HEADS && left + box.width * zoom <= rect.width && top + box.height * zoom <= rect.height;
      if (fits) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: still ? 0 : 180 });
    },
    [flow, frame, laid],
  );
  return { begin, focus };
}
