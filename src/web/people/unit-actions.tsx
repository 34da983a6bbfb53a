/** What the system administrator can do with a unit. */
import { type ReactNode, useState } from 'react';
import type { UnitPage } from '#people/unit.api.ts';
import { useMay } from '#web/desk/me.ts';
import { SplitDialog } from '#web/people/split-dialog.tsx';
import { DissolveDialog, MergeDialog, RenameDialog } from '#web/people/succession-dialogs.tsx';
import { unitWords } from '#web/people/unit.words.ts';
import { CloseUnitDialog, MoveUnitDialog } from '#web/people/unit-dialogs.tsx';
import { ChangeUnitDialog, NewUnitDialog } from '#web/people/unit-form.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';

const { makeBelow, change, rename, move, merge, dissolve, split, close } = unitWords;
const steps = { makeBelow, rename, move, merge, split, dissolve, change, close };
type Step = keyof typeof steps;
const order = Object.keys(steps) as Step[];

export type UnitDialogProps = { unit: UnitPage; onClose: () => void };

const dialogs: Record<Step, (about: UnitDialogProps) => ReactNode> = {
  makeBelow: ({ unit, onClose }) => <NewUnitDialog tree={unit.tree} above={unit} onClose={onClose} />,
  rename: RenameDialog,
  move: MoveUnitDialog,
  merge: MergeDialog,
  split: SplitDialog,
  dissolve: DissolveDialog,
  change: ChangeUnitDialog,
  close: CloseUnitDialog,
};

export function UnitActions({ unit }: { unit: UnitPage }) {
  const may = useMay();
  const [asked, setAsked] = useState<Step | null>(null);
  if (!may('people.manage')) return null;
  const closed = unit.validTo ? unitWords.alreadyClosed : null;
  const run = Object.fromEntries(order.map((step) => [step, () => setAsked(step)]));
  const Asked = asked && dialogs[asked];
  return (
    <>
      <ThingActions
        buttons={order.map((step) => ({ step, closed: step === 'change' ? null : closed }))}
        steps={steps}
        order={order}
        danger={['close', 'dissolve']}
        run={run}
      />
      {Asked && <Asked unit={unit} onClose={() => setAsked(null)} />}
    </>
  );
}
