/** Questions to a reporter who follows by code, with their answers; and wishes that the matter be taken up again. */
import type { SignalPage } from '#views/desk.api.ts';
import { Go } from '#web/place/go.tsx';
import { exchangeWords } from '#web/signals/exchange.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function ExchangePart({ signal }: { signal: SignalPage }) {
  return (
    <>
      {signal.wishes.length > 0 && <Wishes signal={signal} />}
      {signal.questions.length > 0 && <Questions signal={signal} />}
    </>
  );
}

function Questions({ signal: { questions } }: { signal: SignalPage }) {
  const t = useWords(exchangeWords);
  return (
    <Part title={t('questions')}>
      <ol className="signal-replies">
        {questions.map((one) => (
          <li key={one.id}>
            <Said what={t('asked')} by={one.by} at={one.at} words={one.words} />
            {one.answer === null ? (
              <p className="quiet">{t('waits')}</p>
            ) : (
              <Said what={t('replied')} at={one.answeredAt!} words={one.answer} />
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Wishes({ signal: { wishes, problem } }: { signal: SignalPage }) {
  const t = useWords(exchangeWords);
  return (
    <Part title={t('wishes')}>
      <ol className="signal-replies">
        {wishes.map((one) => (
          <li key={one.id}>
            <Said what={t('follows')} at={one.at} words={one.words} />
            {one.outcome ? (
              <Said what={t(one.outcome)} by={one.by ?? ''} at={one.decidedAt!} words={one.decision ?? ''} />
            ) : problem ? (
              <p>
                <Go to={`/problems/${problem.id}`}>{t('wishOpen')}</Go>
              </p>
            ) : (
              <p>{t('wishOpenDisposed')}</p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Said({ what, by = '', at, words }: { what: string; by?: string; at: string; words: string }) {
  const times = useTimes();
  return (
    <>
      <p>
        <strong>{what}</strong>{' '}
        <span className="faint">
          {by} <time dateTime={at}>{times.near(at)}</time>
        </span>
      </p>
      <p className="verbatim">{words}</p>
    </>
  );
}
