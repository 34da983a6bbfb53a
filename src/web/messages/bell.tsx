/** The bell in the bar: how many are unread; today's pushed ones and one line for the rest. */
import BellOutlined from '@ant-design/icons/BellOutlined';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { messageApi } from '#message/message.api.ts';
import type { Reply } from '#web/call/call.ts';
import { useRead } from '#web/call/use-read.ts';
import { MessageLine } from '#web/messages/message-line.tsx';
import { messageWords } from '#web/messages/messages.words.ts';
import { Go } from '#web/place/go.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/messages/messages.css';

const EVERY = 60_000;

export function Bell() {
  const t = useWords(messageWords);
  const [open, setOpen] = useState(false);
  const { data } = useRead(messageApi.bell, {}, { every: EVERY });
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t('bell', { n: unread }) : t('bellNone');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={data && <BellCard bell={data} onGo={() => setOpen(false)} />}
    >
      <Button type="text" className="bell" aria-label={label} title={label} aria-expanded={open}>
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined aria-hidden />
        </Badge>
      </Button>
    </Popover>
  );
}

function BellCard({ bell, onGo }: { bell: Reply<typeof messageApi.bell>; onGo: () => void }) {
  const t = useWords(messageWords);
  return (
    <div className="bell-card">
      {bell.unread === 0 && <p className="quiet">{t('noneUnread')}</p>}
      <ul className="messages">
        {bell.pushed.map((item) => (
          <MessageLine key={item.id} item={item} onGo={onGo} />
        ))}
      </ul>
      <p className="bell-foot">
        {bell.rest > 0 && (
          <Go to="/messages?view=unread" onClick={onGo}>
            {t('rest', { n: bell.rest })}
          </Go>
        )}
        <Go to="/messages" onClick={onGo}>
          {t('all')}
        </Go>
      </p>
    </div>
  );
}
