/** What can be done with the chosen signals: one problem of them, into an existing one, or settled together. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SignalItem } from '#signal/signal.api.ts';
import { useMay } from '#web/desk/me.ts';
import { DisposeDialog } from '#web/signals/dispose-dialog.tsx';
import { GatherDialog } from '#web/signals/gather-dialog.tsx';
import { MakeDialog } from '#web/signals/make-dialog.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { useWords } from '#web/words/words.ts';

export type Dialog = 'make' | 'gather' | 'dispose';

export function SignalBulk({ signals, done }: { signals: readonly SignalItem[]; done: () => void }) {
  const t = useWords(signalsWords);
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  return (
    <>
      {may('problem.make') && (
        <Button type="primary" onClick={() => setDialog('make')}>
          {t('make')}
        </Button>
      )}
      <Button onClick={() => setDialog('gather')}>{t('gather')}</Button>
      <Button onClick={() => setDialog('dispose')}>{t('dispose')}</Button>
      {dialog === 'make' && <MakeDialog signals={signals} onDone={done} onClose={close} />}
      {dialog === 'gather' && <GatherDialog signals={signals} onDone={done} onClose={close} />}
      {dialog === 'dispose' && <DisposeDialog signals={signals} onDone={done} onClose={close} />}
    </>
  );
}
