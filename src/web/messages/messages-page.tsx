/** The inbox: everything this person was told, the newest first. */
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { messageApi } from '#message/message.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useReadPages } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { MessageLine } from '#web/messages/message-line.tsx';
import { messageWords } from '#web/messages/messages.words.ts';
import { MutingDialog } from '#web/messages/muting-dialog.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/messages/messages.css';

export function MessagesPage() {
  const t = useWords(messageWords);
  const { search, setSearch } = usePlace();
  const [muting, setMuting] = useState(false);
  const unread = search.view === 'unread';
  const readAll = useVerb(messageApi.readAll, { done: () => t('allRead'), changes: ['/messages'] });
  const read = useReadPages(
    messageApi.list,
    unread,
    (cursor) => ({ query: { ...(unread && { unread: 'true' as const }), ...(cursor && { cursor }) } }),
    (reply) => reply.next,
  );
  useTitle(t('title'));
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <article className="desk-page messages-page">
      <header>
        <h1>{t('title')}</h1>
        <div className="messages-tools">
          <Segmented
            value={unread ? 'unread' : 'all'}
            onChange={(view) => setSearch({ view: view === 'unread' ? view : undefined }, true)}
            options={[
              { value: 'all', label: t('every') },
              { value: 'unread', label: t('unread') },
            ]}
          />
          <Button
            disabled={!items.some((item) => !item.read)}
            onClick={() => void readAll.run({ body: { until: items[0]!.at } })}
          >
            {t('readAll')}
          </Button>
          <Button type="text" onClick={() => setMuting(true)}>
            {t('muting')}
          </Button>
        </div>
      </header>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <Empty title={unread ? t('noneUnread') : t('none')} how={t('noneHow')} />}
      <ul className="messages">
        {items.map((item) => (
          <MessageLine key={item.id} item={item} />
        ))}
      </ul>
      {read.hasNextPage && (
        <Button onClick={() => void read.fetchNextPage()} loading={read.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
      {muting && <MutingDialog onClose={() => setMuting(false)} />}
    </article>
  );
}
