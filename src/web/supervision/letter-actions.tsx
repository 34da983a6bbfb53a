/** What can be done with a letter: answered, accepted, returned, taken back; or its head called to a talk. */
import { Button } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type LetterStep, letterSteps } from '#supervision/letter.ts';
import { type LetterShown, paperApi } from '#supervision/paper.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const CHANGES = ['/letters', '/talks', '/fired'];

export function LetterActions({ letter }: { letter: LetterShown }) {
  const t = useWords(supervisionWords);
  const [asked, setAsked] = useState<LetterStep | null>(null);
  const call = useVerb(paperApi.call, { changes: CHANGES, done: ({ number }) => t('called', { number }) });
  const ask = (step: LetterStep) => () => setAsked(step);
  return (
    <>
      <ThingActions<LetterStep>
        buttons={letter.buttons}
        steps={letterSteps}
        order={['answer', 'close', 'return', 'withdraw']}
        danger={['withdraw']}
        run={{ answer: ask('answer'), close: ask('close'), return: ask('return'), withdraw: ask('withdraw') }}
      />
      {letter.mayCall && (
        <Button
          className="paper-call"
          loading={call.running}
          onClick={() => void call.run({ body: { id: newId(), letterId: letter.id } })}
        >
          {t('call')}
        </Button>
      )}
      {asked && <DecisionDialog letter={letter} step={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function DecisionDialog({ letter, step, onClose }: { letter: LetterShown; step: LetterStep; onClose: () => void }) {
  const t = useWords(supervisionWords);
  const say = useSaid();
  const done = {
    ...{ answer: t('answered'), close: t('closed'), withdraw: t('withdrawn') },
    return: t('returned', { days: letter.answerDays }),
  };
  return (
    <ActionDialog
      title={say(letterSteps[step])}
      danger={step === 'withdraw'}
      route={paperApi[step]}
      args={({ words }: { words: string }, id) => ({
        params: { id: letter.id },
        body: { id, version: letter.version, words },
      })}
      done={() => done[step]}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('words')} />
    </ActionDialog>
  );
}
