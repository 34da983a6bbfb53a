/** Below the last row: more is coming, it failed, or this is all. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { listWords } from '#web/list/list.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type ListEndProps = {
  pages: Pick<UseInfiniteQueryResult<unknown, Refusal>, 'hasNextPage' | 'error' | 'fetchNextPage'>;
  count: number;
};

export function ListEnd({ pages, count }: ListEndProps) {
  const t = useWords(listWords);
  const numbers = useNumbers();
  if (pages.error) return <Refused refusal={pages.error} again={() => void pages.fetchNextPage()} />;
  return (
    <p className="list-end faint" role="status">
      {pages.hasNextPage ? t('moreComing') : t('all', { count: numbers.whole(count) })}
    </p>
  );
}
