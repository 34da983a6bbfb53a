/** A page that broke, without breaking the others: what to do, and what to tell the administrator. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { CatchBoundary } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PropsWithChildren } from 'react';
import { refusalIn } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { deskWords } from '#web/desk/desk.words.ts';
import { Empty } from '#web/show/empty.tsx';
import { useWords } from '#web/words/words.ts';

export function Failed({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const t = useWords(deskWords);
  const refusal = refusalIn(error);
  if (refusal) return <Refused refusal={refusal} again={reset} />;
  return (
    <Empty title={t('failed')} how={t('failedHow')}>
      <code className="verbatim">{String(error)}</code>
      <Button onClick={reset}>{t('again')}</Button>
    </Empty>
  );
}

/** Around a part that may fail by itself: a chart, a pane. `of` is what it shows; when that changes, it is tried again. */
export function ErrorBoundary({ of, children }: PropsWithChildren<{ of: string }>) {
  return (
    <CatchBoundary getResetKey={() => of} errorComponent={Failed}>
      {children}
    </CatchBoundary>
  );
}
