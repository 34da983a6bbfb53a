/** Name, login and date across pages with personal data, on screen and on paper: whoever photographs them is known. */
import { Watermark as AntWatermark } from 'antd';
import type { PropsWithChildren } from 'react';
import { useMe } from '#web/desk/me.ts';
import { palette } from '#web/look/palette.ts';
import { useIsPrinting } from '#web/look/printing.ts';
import { useMode } from '#web/look/theme.tsx';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';

/** `fills`: around what fills the desk and scrolls by itself. */
export function Watermark({ fills, children }: PropsWithChildren<{ fills?: boolean }>) {
  const me = useMe();
  const times = useTimes();
  const mode = useMode();
  const printing = useIsPrinting();
  const colour = palette[printing ? 'light' : mode].ink;
  return (
    <AntWatermark
      content={[`${me.person.name} ${me.login}`, times.day(useNow())]}
      font={{ color: `${colour}12`, fontSize: 13, fontWeight: 400 }}
      gap={[120, 110]}
      rotate={-18}
      className={fills ? 'watermark watermark-fills' : 'watermark'}
    >
      {children}
    </AntWatermark>
  );
}
