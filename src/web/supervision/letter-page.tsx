/** One letter: whom it presses about what, what was expected, and the answers. */
import { limitNames } from '#rules/limits.ts';
import { type LetterStep, letterStates, letterSteps, talkStates } from '#supervision/letter.ts';
import { type LetterShown, paperApi } from '#supervision/paper.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { LetterActions } from '#web/supervision/letter-actions.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function LetterPage() {
  const t = useWords(supervisionWords);
  const { params } = usePlace();
  const read = useRead(paperApi.letter, { params: { id: params.id! } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(letter) => <Shown letter={letter} />}
    </ReadThing>
  );
}

function Shown({ letter }: { letter: LetterShown }) {
  const t = useWords(supervisionWords);
  const say = useSaid();
  const times = useTimes();
  return (
    <ThingPage
      number={letter.number}
      title={letter.matter}
      state={letterStates[letter.state]}
      due={letter.due}
      marks={<PrintButton />}
      actions={<LetterActions letter={letter} />}
      around={<Around letter={letter} />}
    >
      <Part title={t('expected')}>
        <p className="verbatim">{letter.expected}</p>
        <p className="faint">{t('within', { n: letter.answerDays })}</p>
      </Part>
      <Part title={t('answers')}>
        {letter.decisions.length === 0 && <p className="faint">{t('answersNone')}</p>}
        <ul className="paper-list">
          {letter.decisions.map((one) => (
            <li key={one.id}>
              <p className="faint">
                {say(letterSteps[one.step as LetterStep])} · {one.by} · {times.moment(one.at)}
              </p>
              <p className="verbatim">{one.words}</p>
            </li>
          ))}
        </ul>
      </Part>
      {letter.talks.length > 0 && (
        <Part title={t('talks')}>
          {letter.talks.map((one) => (
            <p key={one.id}>
              <Go to={`/talks/${one.id}`}>{one.number}</Go> {say(talkStates[one.state])}
            </p>
          ))}
        </Part>
      )}
    </ThingPage>
  );
}

function Around({ letter }: { letter: LetterShown }) {
  const t = useWords(supervisionWords);
  const say = useSaid();
  const times = useTimes();
  const limit = limitNames[letter.limit as keyof typeof limitNames];
  return (
    <dl className="paper-facts">
      <dt>{t('unit')}</dt>
      <dd>{letter.unit.name}</dd>
      <dt>{t('about')}</dt>
      <dd>
        <Go to={`/${letter.kind}s/${letter.thing}`}>{letter.thingNumber}</Go>
      </dd>
      {letter.pressed && (
        <>
          <dt>{t('pressed')}</dt>
          <dd>
            {limit && say(limit)} {times.moment(letter.pressed)}
          </dd>
        </>
      )}
      <dt>{t('by')}</dt>
      <dd>
        {letter.by ?? t('ladder')} · {times.moment(letter.madeAt)}
      </dd>
    </dl>
  );
}
