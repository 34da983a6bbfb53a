/** While rows are chosen: how many, what can be done with all of them, and letting go. */
import { Button } from 'antd';
import type { PropsWithChildren } from 'react';
import { listWords } from '#web/list/list.words.ts';
import type { Chosen } from '#web/list/use-chosen.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

export function ChosenBar({ chosen, children }: PropsWithChildren<{ chosen: Chosen }>) {
  const t = useWords(listWords);
  const numbers = useNumbers();
  return (
    <div className="list-chosen" role="toolbar" aria-label={t('chosen', { count: chosen.ids.size })}>
      <strong role="status">{t('chosen', { count: numbers.whole(chosen.ids.size) })}</strong>
      {children}
      <Button type="text" onClick={chosen.letGo}>
        {t('letGo')}
      </Button>
    </div>
  );
}
