/** The next steps on a signal as buttons and keys, each with its dialog. */
import { useState } from 'react';
import { type SignalStep, steps } from '#signal/signal.ts';
import { deskApi, type SignalPage } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { useKeys } from '#web/place/keys.ts';
import { TakeOutDialog } from '#web/problems/signals-dialogs.tsx';
import { DisposeDialog } from '#web/signals/dispose-dialog.tsx';
import { DivideDialog } from '#web/signals/divide-dialog.tsx';
import { AskDialog, DeclineDialog } from '#web/signals/exchange-dialogs.tsx';
import { GatherDialog } from '#web/signals/gather-dialog.tsx';
import { MakeDialog } from '#web/signals/make-dialog.tsx';
import { AnswerDialog, CallBackDialog, ContactDialog, RestoreDialog } from '#web/signals/reply-dialogs.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { ThingActions } from '#web/thing/thing-actions.tsx';

/** Making a problem is gathering into one that did not exist: open when gathering is. */
type Step = SignalStep | 'make';

const words = { ...steps, make: signalPageWords.make, gather: signalPageWords.gather };
const order: Step[] = ['make', 'gather', 'dispose', 'answer', 'ask', 'callBack', 'contact', 'divide', 'restore'];
const afterTriage: Step[] = ['answer', 'ask', 'callBack', 'contact', 'takeOut', 'restore', ...order];
/** A wish to reopen waits: what grants it stands before what declines it. */
const wished: Step[] = ['restore', 'answer', 'decline', ...afterTriage];

/** Outside “more” stand open steps only. */
const MOST = 4;

export function SignalActions({ signal }: { signal: SignalPage }) {
  const may = useMay();
  const [step, setStep] = useState<Step>();
  const close = () => setStep(undefined);
  const gather = signal.buttons.find((button) => button.step === 'gather');
  const makes = may('problem.make') && gather;
  const buttons = makes ? [{ ...gather, step: 'make' }, ...signal.buttons] : signal.buttons;
  const open = (one: Step) => () => setStep(one);
  const isOpen = (one: Step) => buttons.some((button) => button.step === one && button.closed === null);
  const key = (letter: string, one: Step) => (isOpen(one) ? [{ key: letter, said: words[one], run: open(one) }] : []);
  useKeys(signalPageWords.keys, [
    ...key('p', 'make'),
    ...key('g', 'gather'),
    ...key('d', 'dispose'),
    ...key('a', 'answer'),
    ...key('b', 'callBack'),
  ]);
  const signals = [signal];
  return (
    <>
      <ThingActions<Step>
        buttons={buttons}
        steps={words}
        order={signal.state === 'untriaged' ? order : isOpen('decline') ? wished : afterTriage}
        shown={Math.min(MOST, buttons.filter((button) => button.closed === null).length)}
        run={{
          ...{ make: open('make'), gather: open('gather'), dispose: open('dispose'), divide: open('divide') },
          ...{
            takeOut: open('takeOut'),
            restore: open('restore'),
            contact: open('contact'),
            answer: open('answer'),
            callBack: open('callBack'),
            ask: open('ask'),
            decline: open('decline'),
          },
        }}
      />
      {step === 'make' && <MakeDialog signals={signals} onClose={close} />}
      {step === 'gather' && <GatherDialog signals={signals} onClose={close} />}
      {step === 'dispose' && <DisposeDialog signals={signals} onClose={close} />}
      {step === 'takeOut' && <TakeOut signal={signal} onClose={close} />}
      {step === 'divide' && <DivideDialog signal={signal} onClose={close} />}
      {step === 'restore' && <RestoreDialog signal={signal} onClose={close} />}
      {step === 'contact' && <ContactDialog signal={signal} onClose={close} />}
      {step === 'answer' && <AnswerDialog signal={signal} onClose={close} />}
      {step === 'ask' && <AskDialog signal={signal} onClose={close} />}
      {step === 'decline' && <DeclineDialog signal={signal} onClose={close} />}
      {step === 'callBack' && <CallBackDialog signal={signal} onClose={close} />}
    </>
  );
}

/** Taking it out is a decision on the problem as it stands, so that is read first. */
function TakeOut({ signal: { id, problem }, onClose }: { signal: SignalPage; onClose: () => void }) {
  const { data } = useRead(deskApi.problem, problem ? { params: { id: problem.id } } : undefined);
  return data ? <TakeOutDialog problem={data} signals={[id]} onClose={onClose} onDone={() => undefined} /> : null;
}
