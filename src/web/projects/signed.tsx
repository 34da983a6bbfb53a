/** Who and when, above words; and somebody's judgement of them, below. */
import type { ReactNode } from 'react';
import type { Tone } from '#rules/steps.ts';
import { useTimes } from '#web/words/times.ts';
import '#web/projects/record.css';

export function Signed({ by, at, children }: { by: ReactNode; at: string; children?: ReactNode }) {
  const times = useTimes();
  return (
    <p className="signed">
      {by}{' '}
      <time className="faint" dateTime={at} title={times.exact(at)}>
        {times.near(at)}
      </time>
      {children}
    </p>
  );
}

type JudgedProps = { tone: Tone; at: string; words: string; children: ReactNode };

export function Judged({ tone, at, words, children }: JudgedProps) {
  return (
    <div className={`judged tone-${tone}`}>
      <Signed by={<span className="light">{children}</span>} at={at} />
      <p className="verbatim">{words}</p>
    </div>
  );
}
