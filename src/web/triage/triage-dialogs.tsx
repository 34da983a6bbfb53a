/** The dialogs of the triage desk: the bulk run, and those that the pages of signals have too. */

import { DisposeDialog } from '#web/signals/dispose-dialog.tsx';
import { DivideDialog } from '#web/signals/divide-dialog.tsx';
import { GatherDialog } from '#web/signals/gather-dialog.tsx';
import { MakeDialog } from '#web/signals/make-dialog.tsx';
import { BulkDialog } from '#web/triage/bulk-dialog.tsx';
import { BulkProgress } from '#web/triage/bulk-progress.tsx';
import type { Triage } from '#web/triage/use-triage.ts';
import { waysOf } from '#web/triage/ways.ts';

const NONE: ReadonlyMap<string, string> = new Map();

export function TriageDialogs({ desk }: { desk: Triage }) {
  const { dialog, setDialog, bulk, items, at, whole, settle } = desk;
  const close = () => setDialog(undefined);
  const signals = items.length > 0 ? items : at.item ? [at.item] : [];
  const onDone = () => {
    void settle(signals.map((one) => one.id));
    desk.chosen.letGo();
  };
  const isBulk = dialog === 'bulk' || dialog === 'merge';
  // Where nothing is proposed for any of them, there is only one thing to do with all.
  const none = !bulk.run && items.length > 0 && items.every((one) => waysOf(one).length === 0);
  // A run that an earlier page began and did not end is offered first.
  if (bulk.run && !isBulk) return <BulkProgress bulk={bulk} numbers={NONE} onClose={desk.endBulk} />;
  return (
    <>
      {isBulk && none && <MakeDialog signals={items} onDone={onDone} onClose={close} />}
      {isBulk && !none && (
        <BulkDialog
          items={signals}
          together={dialog === 'merge'}
          bulk={bulk}
          onClose={bulk.run ? desk.endBulk : close}
        />
      )}
      {dialog === 'dispose' && signals.length > 0 && (
        <DisposeDialog signals={signals} onDone={onDone} onClose={close} />
      )}
      {dialog === 'gather' && signals.length > 0 && <GatherDialog signals={signals} onDone={onDone} onClose={close} />}
      {dialog === 'divide' && whole?.id === at.at && whole && <DivideDialog signal={whole} onClose={close} />}
    </>
  );
}
