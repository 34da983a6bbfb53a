/** Asked for by its number: the kinds of what would go, then the erasure itself, confirmed by typing the number again. */
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { erasureApi } from '#signal/erasure.api.ts';
import { heldKinds } from '#signal/erasure.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { EraseDialog } from '#web/erasure/erase-dialog.tsx';
import { erasureWords } from '#web/erasure/erasure.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function ErasePart() {
  const t = useWords(erasureWords);
  const [number, setNumber] = useState<string>();
  const read = useRead(erasureApi.holding, number ? { query: { number } } : undefined);
  return (
    <Part title={t('onRequest')}>
      <Form
        layout="vertical"
        className="erasure-ask"
        onFinish={({ number: typed }: { number: string }) => {
          setNumber(typed.trim());
          if (typed.trim() === number) void read.refetch();
        }}
      >
        <Form.Item
          name="number"
          label={t('number')}
          extra={t('numberHow')}
          rules={[{ required: true, whitespace: true, message: t('needed') }]}
        >
          <Input className="figures" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={read.isFetching}>
          {t('look')}
        </Button>
      </Form>
      <Refused refusal={read.error} />
      {read.data && !read.error && <Holding key={read.data.number} held={read.data} />}
    </Part>
  );
}

type Held = Reply<typeof erasureApi.holding>;

function Holding({ held }: { held: Held }) {
  const t = useWords(erasureWords);
  const say = useSaid();
  const times = useTimes();
  const [asked, setAsked] = useState(false);
  const { number, channel, receivedAt, kinds, closed } = held;
  return (
    <section className="erasure-held" aria-label={number} aria-live="polite">
      <h4 className="figures">{number}</h4>
      <p className="quiet">{t('received', { when: times.exact(receivedAt), channel })}</p>
      {closed && <Alert type="info" showIcon title={say(closed)} />}
      {kinds.length > 0 && (
        <>
          <p>{t('goes')}</p>
          <ul>
            {kinds.map(({ kind, count }) => (
              <li key={kind}>
                {say(heldKinds[kind])} <span className="figures faint">{t('piece', { count })}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">{t('stays')}</p>
        </>
      )}
      {held.with.length > 0 && <p>{t('together', { numbers: held.with.join('、') })}</p>}
      {!closed && (
        <Button danger onClick={() => setAsked(true)}>
          {t('erase')}
        </Button>
      )}
      {asked && <EraseDialog number={number} onClose={() => setAsked(false)} />}
    </section>
  );
}
