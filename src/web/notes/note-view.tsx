/** The page of a leader's note: its words, what it is about, what came of it, and what is to be done. */
import { useState } from 'react';
import { type NoteShown, noteApi } from '#note/note.api.ts';
import { type NoteStep, states, steps, subjects } from '#note/note.ts';
import { useRead } from '#web/call/use-read.ts';
import { noteWords } from '#web/notes/note.words.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function NotePage() {
  const { params } = usePlace();
  return <NoteView key={params.id} id={params.id!} />;
}

export function NoteView({ id }: { id: string }) {
  const t = useWords(noteWords);
  const read = useRead(noteApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(note) => <Shown note={note} />}
    </ReadThing>
  );
}

function Shown({ note }: { note: NoteShown }) {
  const t = useWords(noteWords);
  const say = useSaid();
  const times = useTimes();
  const { about } = note;
  const at = times.near(note.recordedAt);
  return (
    <ThingPage
      number={note.number}
      title={note.leader}
      state={states[note.state]}
      due={note.due}
      actions={<NoteActions note={note} />}
      around={
        <Facts
          of={[
            [t('unit'), note.unit.name],
            [t('writtenOn'), times.date(note.writtenOn)],
            [
              t('about'),
              about && <Go to={`/${about.kind}s/${about.id}`}>{`${say(subjects[about.kind])} ${about.number}`}</Go>,
            ],
          ]}
        />
      }
    >
      <Part title={t('words')}>
        <p className="verbatim">{note.words}</p>
        <p className="faint">{t('recordedBy', { by: note.recordedBy, at })}</p>
      </Part>
      {note.moves.length > 0 && (
        <Part title={t('moves')}>
          {note.moves.map((move) => (
            <div key={move.id}>
              <p className="quiet">
                {say(steps[move.step as NoteStep])} · {move.by} · {times.near(move.at)}
              </p>
              <p className="verbatim">{move.words}</p>
            </div>
          ))}
        </Part>
      )}
    </ThingPage>
  );
}

const routes = { answer: noteApi.answer, return: noteApi.return, close: noteApi.close } as const;
const done = { answer: 'answered', return: 'returned', close: 'closed' } as const;

function NoteActions({ note }: { note: NoteShown }) {
  const t = useWords(noteWords);
  const [asked, setAsked] = useState<NoteStep | null>(null);
  const labels = { answer: t('answerWords'), close: t('closeWords') };
  const { id, version } = note;
  return (
    <>
      <ThingActions<NoteStep>
        buttons={note.buttons}
        steps={steps}
        order={['answer', 'close', 'return']}
        danger={['return']}
        run={{ answer: () => setAsked('answer'), close: () => setAsked('close'), return: () => setAsked('return') }}
      />
      {asked && (
        <ActionDialog
          title={t(asked)}
          danger={asked === 'return'}
          route={routes[asked]}
          args={({ words }: { words: string }, decision) => ({
            params: { id },
            body: { id: decision, version, words },
          })}
          done={() => t(done[asked])}
          changes={['/notes']}
          onClose={() => setAsked(null)}
        >
          {asked === 'return' ? <ReasonItem name="words" /> : <ReasonItem name="words" label={labels[asked]} />}
        </ActionDialog>
      )}
    </>
  );
}
