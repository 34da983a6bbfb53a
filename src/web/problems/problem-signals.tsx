/** What was said, in three quotes; all of the signals on demand, to take some out or split them off. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemPage } from '#views/desk.api.ts';
import { SignalChoice } from '#web/pick/signal-choice.tsx';
import { Go } from '#web/place/go.tsx';
import { problemWords } from '#web/problems/problem.words.ts';
import { SplitDialog, TakeOutDialog } from '#web/problems/signals-dialogs.tsx';
import { sourceAddress } from '#web/source/source-link.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type ProblemSignalsProps = { problem: ProblemPage; open: boolean; onOpen: (open: boolean) => void };

export function ProblemSignals({ problem, open, onOpen }: ProblemSignalsProps) {
  const t = useWords(problemWords);
  const numbers = useNumbers();
  const { quotes, voices } = problem;
  const toggle = (
    <Button type="link" size="small" aria-expanded={open} onClick={() => onOpen(!open)}>
      {open ? t('fewSignals') : t('allSignals', { count: numbers.whole(voices.signals) })}
    </Button>
  );
  const onTheLine = <Go to={sourceAddress({ kind: 'problem', id: problem.id, focus: 'signals' })}>{t('onTheLine')}</Go>;
  return (
    <Part
      title={t('quotes')}
      action={
        <>
          {onTheLine}
          {toggle}
        </>
      }
    >
      {open ? <All problem={problem} /> : <Quotes quotes={quotes} />}
    </Part>
  );
}

function Quotes({ quotes }: Pick<ProblemPage, 'quotes'>) {
  const t = useWords(problemWords);
  const times = useTimes();
  if (quotes.length === 0) return <p className="faint">{t('noQuotes')}</p>;
  return (
    <div className="quotes">
      {quotes.map((quote) => (
        <figure key={quote.id}>
          <blockquote className="verbatim">{quote.words}</blockquote>
          <figcaption className="faint">
            {quote.channel.name}{' '}
            <Go to={`/signals/${quote.id}`} className="figures">
              {quote.sourceNumber ?? quote.number}
            </Go>{' '}
            <time dateTime={quote.receivedAt} title={times.exact(quote.receivedAt)}>
              {times.near(quote.receivedAt)}
            </time>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

const moves = ['takeOut', 'split'] as const;

function All({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState<'takeOut' | 'split' | null>(null);
  const may = moves.every((step) => problem.buttons.some((button) => button.step === step && button.closed === null));
  const close = () => setAsking(null);
  const dialog = { problem, signals: chosen, onClose: close, onDone: () => setChosen([]) };
  return (
    <>
      {may && (
        <p className="signals-bar" role="toolbar" aria-label={t('chooseFirst')}>
          <span className="quiet" role="status">
            {chosen.length === 0 ? t('chooseFirst') : t('chosen', { count: chosen.length })}
          </span>
          <Button size="small" disabled={chosen.length === 0} onClick={() => setAsking('takeOut')}>
            {t('takeOutChosen')}
          </Button>
          <Button size="small" disabled={chosen.length === 0} onClick={() => setAsking('split')}>
            {t('splitChosen')}
          </Button>
        </p>
      )}
      <SignalChoice query={{ problemId: problem.id }} value={chosen} {...(may && { onChange: setChosen })} />
      {asking === 'takeOut' && <TakeOutDialog {...dialog} />}
      {asking === 'split' && <SplitDialog {...dialog} />}
    </>
  );
}
