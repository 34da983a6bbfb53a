/** One message: what is told, of which thing, since when; opening it reads it. */
import { Button } from 'antd';
import { type MessageItem, messageApi } from '#message/message.api.ts';
import type { MessageThing } from '#message/message.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { messageWords } from '#web/messages/messages.words.ts';
import { Go } from '#web/place/go.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const places: Record<MessageThing['kind'], string> = {
  signal: '/signals/',
  problem: '/problems/',
  task: '/tasks/',
  project: '/projects/',
  letter: '/letters/',
  talk: '/talks/',
  procedure: '/procedures/',
  organisation: '/organisations/',
};

export function MessageLine({ item, onGo }: { item: MessageItem; onGo?: () => void }) {
  const t = useWords(messageWords);
  const say = useSaid();
  const times = useTimes();
  const read = useVerb(messageApi.read, { changes: ['/messages'] });
  const mark = () => {
    if (!item.read) void read.run({ params: { id: item.id }, body: {} });
  };
  const open = () => {
    mark();
    onGo?.();
  };
  return (
    <li className={item.read ? 'message' : 'message message-unread'}>
      <Go to={places[item.thing.kind] + item.thing.id} onClick={open}>
        {!item.read && <span className="only-heard">{t('isUnread')}</span>}
        {say(item.words)}
      </Go>
      <p className="faint message-about">
        {item.urgent && <strong className="message-urgent">{t('urgent')}</strong>}
        <span>{say(item.said)}</span>
        {item.byName && <span>{t('byName')}</span>}
        {item.forWhom && <span>{t('forWhom', { name: item.forWhom })}</span>}
        {item.muted && <span>{t('muted')}</span>}
        <time dateTime={item.at} title={times.exact(item.at)}>
          {times.near(item.at)}
        </time>
        {!item.read && !onGo && (
          <Button type="link" size="small" onClick={mark}>
            {t('markRead')}
          </Button>
        )}
      </p>
    </li>
  );
}
