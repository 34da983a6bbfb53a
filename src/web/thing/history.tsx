/**
 * The ledger of a thing as sentences, the latest first: who, when, what, why. The page says its verbs in words, with the
 * row's data for `{…}`:  `{ 'problem.assigned': { zh: '派给{unitName}', en: 'assigned it to {unitName}' } }`
 */
import { Button } from 'antd';
import { useState } from 'react';
import type { Params, Said } from '#platform/problem.ts';
import type { Move } from '#rules/shapes.ts';
import { Empty } from '#web/show/empty.tsx';
import { thingWords } from '#web/thing/thing.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** A verb in words, or a function of the row where the words depend on more than names and numbers. */
export type Sentences = Readonly<Record<string, Said | ((move: Move) => Said)>>;

export type HistoryProps = { moves: readonly Move[]; sentences: Sentences; first?: number };

/** `first`: how many are shown before “earlier”. */
export function History({ moves, sentences, first = 12 }: HistoryProps) {
  const t = useWords(thingWords);
  const [whole, setWhole] = useState(false);
  if (moves.length === 0) return <Empty title={t('noHistory')} how={t('noHistoryHow')} />;
  const shown = whole ? moves : moves.slice(0, first);
  const hidden = moves.length - shown.length;
  return (
    <>
      <ol className="history">
        {shown.map((move) => (
          <HistoryRow key={move.seq} move={move} sentences={sentences} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button type="link" onClick={() => setWhole(true)}>
          {t('earlier', { count: hidden })}
        </Button>
      )}
    </>
  );
}

function HistoryRow({ move, sentences }: { move: Move; sentences: Sentences }) {
  const t = useWords(thingWords);
  const say = useSaid();
  const times = useTimes();
  const found = sentences[move.verb];
  const said = typeof found === 'function' ? found(move) : found;
  const namesUnit = said?.zh.includes('{unit}');
  return (
    <li className="history-row">
      <time dateTime={move.at} title={times.exact(move.at)}>
        {times.near(move.at)}
      </time>
      <p>
        <strong>{move.actor}</strong>
        {move.forWhom && <span className="quiet"> {t('forWhom', { name: move.forWhom })}</span>}
        {move.unit && !namesUnit && <span className="quiet"> {move.unit}</span>}{' '}
        {said ? say(said, wordsIn(move)) : t('did', { verb: move.verb })}
        {move.reason && <span className="history-reason verbatim">{move.reason}</span>}
      </p>
    </li>
  );
}

/** Only names and numbers of the data can stand in a sentence. */
function wordsIn({ data, actor, unit }: Move): Params {
  const plain = Object.entries(data).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return { actor, unit: unit ?? '', ...Object.fromEntries(plain) };
}
