/** While a call waits for a busy server: when it is sent again, so that nobody presses twice. */
import LoadingOutlined from '@ant-design/icons/LoadingOutlined';
import { useEffect, useState } from 'react';
import { type Waiting, waitingCell } from '#web/call/call.ts';
import { callWords } from '#web/call/call.words.ts';
import { useCell } from '#web/place/cell.ts';
import { useWords } from '#web/words/words.ts';

const secondsLeft = (waiting: Waiting) =>
  waiting ? Math.max(0, Math.ceil((waiting.until - performance.now()) / 1000)) : 0;

export function WaitingStrip() {
  const t = useWords(callWords);
  const waiting = useCell(waitingCell);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(secondsLeft(waiting));
    if (!waiting) return;
    const timer = setInterval(() => setSeconds(secondsLeft(waiting)), 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  return (
    <div className="desk-strip desk-strip-waiting" role="status">
      {waiting && (
        <>
          <LoadingOutlined aria-hidden /> {t('waiting', { seconds, attempt: waiting.attempt })}
        </>
      )}
    </div>
  );
}
