/** What callers asked and no entry answers: each becomes an entry, or somebody says why none is needed. */
import { Button } from 'antd';
import { useState } from 'react';
import { knowledgeApi } from '#knowledge/knowledge.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { knowledgeWords } from '#web/knowledge/knowledge.words.ts';
import { AddDialog } from '#web/knowledge/write-dialogs.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { Empty } from '#web/show/empty.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/knowledge/knowledge.css';

type Wish = { id: string; words: string; at: string };

export function WishesPage() {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  const [asked, setAsked] = useState<{ wish: Wish; how: 'write' | 'drop' } | null>(null);
  const read = useRead(knowledgeApi.wishes, {});
  useTitle(t('wishes'));
  const close = () => setAsked(null);
  return (
    <ReadThing read={read} gone={t('noWishes')}>
      {({ items, more }) => (
        <article className="desk-page knowledge-wishes">
          <header>
            <p className="quiet">
              <Go to="/knowledge">{t('title')}</Go>
            </p>
            <h1>{t('wishes')}</h1>
            <p className="quiet">{t('wishesHow')}</p>
          </header>
          {items.length === 0 && <Empty title={t('noWishes')} how={t('noWishesHow')} />}
          <ul>
            {items.map((wish) => (
              <li key={wish.id}>
                <p className="verbatim">{wish.words}</p>
                <p className="knowledge-do">
                  <span className="faint">{times.near(wish.at)}</span>
                  <Button size="small" onClick={() => setAsked({ wish, how: 'write' })}>
                    {t('add')}
                  </Button>
                  <Button size="small" type="text" onClick={() => setAsked({ wish, how: 'drop' })}>
                    {t('dropWish')}
                  </Button>
                </p>
              </li>
            ))}
          </ul>
          {more && <p className="faint">{t('moreWishes', { n: items.length })}</p>}
          {asked?.how === 'write' && <AddDialog wish={asked.wish} onClose={close} />}
          {asked?.how === 'drop' && (
            <ActionDialog
              title={t('dropWish')}
              how={t('dropWishHow')}
              route={knowledgeApi.dropWish}
              args={({ reason }: { reason: string }, id) => ({ params: { id: asked.wish.id }, body: { id, reason } })}
              done={() => t('dropped')}
              changes={['/knowledge']}
              onClose={close}
            >
              <ReasonItem />
            </ActionDialog>
          )}
        </article>
      )}
    </ReadThing>
  );
}
