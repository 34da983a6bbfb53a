/** Beside the entry: what the knowledge base answers, each with the key that takes it into the reply. */
import { Button } from 'antd';
import { type FoundEntry, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { newId } from '#platform/ids.ts';
import { call } from '#web/call/call.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { Go } from '#web/place/go.tsx';
import { answerWords } from '#web/signals/entry/answers.words.ts';
import { FIRST_ANSWER } from '#web/signals/entry/entry-keys.ts';
import type { Answers } from '#web/signals/entry/use-answers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/signals/entry/answers.css';

const quietly = (work: Promise<unknown>) => void work.catch(() => {});

/** Counted, not by whom; a count that does not arrive is nobody's trouble. */
export const countUse = (id: string, how: 'copied' | 'opened') =>
  quietly(call(knowledgeApi.use, { params: { id }, body: { how } }));

export function AnswersSide({ answers, take }: { answers: Answers; take: (index: number) => void }) {
  const t = useWords(answerWords);
  const wish = useVerb(knowledgeApi.wish, { changes: ['/knowledge'], done: () => t('wished') });
  const { found, words } = answers;
  return (
    <section className="answers" aria-label={t('title')} hidden={found === undefined}>
      <h2>{t('title')}</h2>
      <p className="faint" role="status">
        {found && (found.length > 0 ? t('count', { count: found.length }) : t('none'))}
      </p>
      <ol>
        {found?.map((one, index) => (
          <Answer key={one.id} entry={one} digit={FIRST_ANSWER + index} take={() => take(index)} />
        ))}
      </ol>
      {words.length > 3 && (
        <Button
          size="small"
          type="text"
          loading={wish.running}
          onClick={() => void wish.run({ body: { id: newId(), words: words.slice(0, 2_000) } })}
        >
          {t('noHelp')}
        </Button>
      )}
    </section>
  );
}

function Answer({ entry, digit, take }: { entry: FoundEntry; digit: number; take: () => void }) {
  const t = useWords(answerWords);
  const { question, answer, basis, area, unit, due } = entry;
  return (
    <li className="answer">
      <p className="answer-question">{question}</p>
      <p className="answer-text">{answer}</p>
      <p className="answer-facts">{[basis, area, unit].filter(Boolean).join(' · ')}</p>
      {due && <p className="light tone-check">{t('due')}</p>}
      <p className="answer-do">
        <Button size="small" aria-label={t('takeLong', { question })} onClick={take}>
          <kbd aria-hidden>Alt {digit}</kbd> {t('take')}
        </Button>
        <Go
          to={`/knowledge/${entry.id}`}
          target="_blank"
          aria-label={t('seeLong', { question })}
          onClick={() => countUse(entry.id, 'opened')}
        >
          {t('see')}
        </Go>
      </p>
    </li>
  );
}
