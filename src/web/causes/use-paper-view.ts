/** On paper the whole canvas fits one A4 page, landscape; afterwards it is seen as before. */
import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Laid } from '#web/causes/layout.ts';

/** A4 landscape within its margins, less the head of the page, in CSS pixels; cause.css gives the canvas this size. */
const PAPER = { width: 1010, height: 600 };

export function usePaperView(laid: Laid): void {
  const flow = useReactFlow();
  const size = useRef(laid);
  size.current = laid;
  useEffect(() => {
    let before = flow.getViewport();
    const onto = () => {
      before = flow.getViewport();
      const { width, height } = size.current;
      const zoom = Math.min(1, PAPER.width / width, PAPER.height / height);
      // The browser takes its picture as soon as the listener returns.
      flushSync(
        () =>
          void flow.setViewport({ x: (PAPER.width - width * zoom) / 2, y: (PAPER.height - height * zoom) / 2, zoom }),
      );
    };
    const back = () => void flow.setViewport(before);
    addEventListener('beforeprint', onto);
    addEventListener('afterprint', back);
    return () => {
      removeEventListener('beforeprint', onto);
      removeEventListener('afterprint', back);
    };
  }, [flow]);
}
