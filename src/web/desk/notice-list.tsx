/** Shows and reads out what has just happened; see notices.ts. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { deskWords } from '#web/desk/desk.words.ts';
import { closeNotice, type Notice, noticesCell } from '#web/desk/notices.ts';
import { useCell } from '#web/place/cell.ts';
import { useWords } from '#web/words/words.ts';

const STAYS = 7_000;

/** The live regions stand from the first paint on: a region that comes with its words is not read out. */
export function NoticeList() {
  const notices = useCell(noticesCell);
  const of = (tone: Notice['tone']) => notices.filter((notice) => notice.tone === tone);
  return (
    <div className="desk-notices">
      <div role="status" aria-live="polite">
        {of('done').map((notice) => (
          <OneNotice key={notice.key} notice={notice} />
        ))}
      </div>
      <div role="alert" aria-live="assertive">
        {of('refused').map((notice) => (
          <OneNotice key={notice.key} notice={notice} />
        ))}
      </div>
    </div>
  );
}

/** It stays while somebody points at it or is about to use its button. */
function OneNotice({ notice }: { notice: Notice }) {
  const t = useWords(deskWords);
  const box = useRef<HTMLDivElement>(null);
  const { key, tone, words, action } = notice;
  useEffect(() => {
    if (tone === 'refused') return;
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) closeNotice(key);
    }, STAYS);
    return () => clearInterval(timer);
  }, [tone, key]);
  return (
    <div ref={box} className={`notice notice-${tone}`}>
      {tone === 'refused' ? <ExclamationCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
      <span>{words}</span>
      {action && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            closeNotice(key);
            action.run();
          }}
        >
          {action.words}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('close')}
        onClick={() => closeNotice(key)}
      />
    </div>
  );
}
