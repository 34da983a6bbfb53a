/** One formal talk: who is called about what; held on which day, with whom, and what was agreed. */
import { useState } from 'react';
import { type TalkStep, talkStates, talkSteps } from '#supervision/letter.ts';
import { paperApi, type TalkShown } from '#supervision/paper.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { DropDialog, HoldDialog } from '#web/supervision/talk-dialogs.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function TalkPage() {
  const t = useWords(supervisionWords);
  const { params } = usePlace();
  const read = useRead(paperApi.talk, { params: { id: params.id! } });
  return (
    <ReadThing read={read} gone={t('talkGone')}>
      {(talk) => <Shown talk={talk} />}
    </ReadThing>
  );
}

function Shown({ talk }: { talk: TalkShown }) {
  const t = useWords(supervisionWords);
  const times = useTimes();
  const [asked, setAsked] = useState<TalkStep | null>(null);
  const about = { talk, onClose: () => setAsked(null) };
  const actions = (
    <ThingActions<TalkStep>
      buttons={talk.buttons}
      steps={talkSteps}
      order={['hold', 'drop']}
      danger={['drop']}
      run={{ hold: () => setAsked('hold'), drop: () => setAsked('drop') }}
    />
  );
  return (
    <ThingPage
      number={talk.number}
      title={talk.matter}
      state={talkStates[talk.state]}
      marks={<PrintButton />}
      actions={actions}
      around={<Around talk={talk} />}
    >
      <Part title={t('persons')}>
        <ul className="paper-list">
          {talk.persons.map((one) => (
            <li key={one.id}>
              {one.name} <span className="faint">{t(one.part)}</span>
            </li>
          ))}
        </ul>
      </Part>
      {talk.heldOn && (
        <Part title={t('heldOn')}>
          <p>
            {times.day(talk.heldOn)} <span className="faint">{talk.recordedBy}</span>
          </p>
        </Part>
      )}
      {talk.agreed && (
        <Part title={t(talk.state === 'held' ? 'agreed' : 'dropped')}>
          <p className="verbatim">{talk.agreed}</p>
        </Part>
      )}
      {asked === 'hold' && <HoldDialog {...about} />}
      {asked === 'drop' && <DropDialog {...about} />}
    </ThingPage>
  );
}

function Around({ talk }: { talk: TalkShown }) {
  const t = useWords(supervisionWords);
  return (
    <dl className="paper-facts">
      <dt>{t('unit')}</dt>
      <dd>{talk.unit.name}</dd>
      <dt>{t('about')}</dt>
      <dd>
        <Go to={`/${talk.kind}s/${talk.thing}`}>{talk.thingNumber}</Go>
      </dd>
      {talk.letter && (
        <>
          <dt>{t('letters')}</dt>
          <dd>
            <Go to={`/letters/${talk.letter.id}`}>{talk.letter.number}</Go>
          </dd>
        </>
      )}
    </dl>
  );
}
