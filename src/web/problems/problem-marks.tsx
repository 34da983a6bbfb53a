/** Handled, verified, closed, confirmed: four different things side by side, each with its own who, when and words. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import type { ReactNode } from 'react';
import type { ProblemPage } from '#views/desk.api.ts';
import { problemWords } from '#web/problems/problem.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Mark = ProblemPage['handled'];

export function ProblemMarks({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  const { handled, verified, closed, voices } = problem;
  return (
    <ol className="marks" aria-label={t('marks')}>
      <Decided name={t('handled')} who={t('handledWho')} mark={handled} />
      <Decided name={t('verified')} who={t('verifiedWho')} mark={verified} />
      <Decided name={t('closed')} who={t('closedWho')} mark={closed} />
      <Voices voices={voices} />
    </ol>
  );
}

function Decided({ name, who, mark }: { name: string; who: string; mark: Mark }) {
  const t = useWords(problemWords);
  const times = useTimes();
  return (
    <OneMark name={name} who={who} reached={mark !== null}>
      {mark ? (
        <>
          <p>
            {mark.by}{' '}
            <time className="faint" dateTime={mark.at} title={times.exact(mark.at)}>
              {times.near(mark.at)}
            </time>
          </p>
          <p className="mark-words" title={mark.words}>
            {mark.words}
          </p>
        </>
      ) : (
        <p className="faint">{t('notYet')}</p>
      )}
    </OneMark>
  );
}

function Voices({ voices }: { voices: ProblemPage['voices'] }) {
  const t = useWords(problemWords);
  const numbers = useNumbers();
  const { signals, answered, calledBack, confirmed, denied } = voices;
  const heard = confirmed + denied > 0;
  return (
    <OneMark name={t('confirmed')} who={t('confirmedWho')} reached={confirmed > 0 && confirmed === signals}>
      <p className={heard ? '' : 'faint'}>
        {heard ? t('confirmedOf', { part: numbers.whole(confirmed), all: numbers.whole(signals) }) : t('notYet')}
      </p>
      {denied > 0 && (
        <p className="light tone-danger">
          <CloseCircleFilled aria-hidden /> {t('denied', { count: numbers.whole(denied) })}
        </p>
      )}
      <p className="faint">
        {t('told', { answered: numbers.parts(answered, signals), called: numbers.parts(calledBack, signals) })}
      </p>
    </OneMark>
  );
}

function OneMark({
  name,
  who,
  reached,
  children,
}: {
  name: string;
  who: string;
  reached: boolean;
  children: ReactNode;
}) {
  return (
    <li className={reached ? 'mark is-reached' : 'mark'}>
      <h3 title={who}>
        {reached ? <CheckCircleFilled aria-hidden /> : <span className="mark-open" aria-hidden />}
        {name}
      </h3>
      {children}
    </li>
  );
}
