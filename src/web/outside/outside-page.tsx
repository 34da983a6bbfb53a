/** The ways out of the desk: which are open, how sending goes, setting and trying each. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { channels, failures } from '#message/outside/channel.ts';
import { type OutsideChannel, outsideApi } from '#message/outside/outside.api.ts';
import { newId } from '#platform/ids.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMay } from '#web/desk/me.ts';
import { ChannelDialog } from '#web/outside/channel-dialog.tsx';
import { outsideWords } from '#web/outside/outside.words.ts';
import { ProviderPart } from '#web/outside/provider-part.tsx';
import { useTitle } from '#web/place/title.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/outside/outside.css';

const states = {
  open: { ...outsideWords.open, tone: 'done' },
  closed: { ...outsideWords.closed, tone: 'off' },
  broken: { ...outsideWords.broken, tone: 'wait' },
} as const;

/** How it stands is looked at again while one waits for a test. */
const EVERY_MS = 5_000;

export function OutsidePage() {
  const t = useWords(outsideWords);
  useTitle(t('page'));
  const may = useMay();
  const read = useRead(outsideApi.channels, {}, { every: EVERY_MS });
  const [setting, setSetting] = useState<OutsideChannel>();
  return (
    <div className="desk-page outside">
      <header>
        <h1>{t('page')}</h1>
      </header>
      <Part title={t('title')}>
        <p className="quiet">{t('how')}</p>
        {read.isPending && <Skeleton active />}
        <Refused refusal={read.error} again={() => void read.refetch()} />
        <ul className="outside-lines">
          {read.data?.items.map((channel) => (
            <Line key={channel.name} channel={channel} onSet={() => setSetting(channel)} />
          ))}
        </ul>
      </Part>
      {may('account.manage') && <ProviderPart />}
      {setting && <ChannelDialog channel={setting} onClose={() => setSetting(undefined)} />}
    </div>
  );
}

function Line({ channel, onSet }: { channel: OutsideChannel; onSet: () => void }) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const times = useTimes();
  const { name, open, sentAt, failedAt, failure, waiting, givenUp, todos } = channel;
  const changes = ['/outside-channels'];
  const test = useVerb(outsideApi.test, { done: () => t('testSent'), changes });
  const retry = useVerb(outsideApi.retry, { done: ({ again }) => t('retried', { again }), changes });
  const args = () => ({ params: { channel: name }, body: { id: newId() } });
  const told = [
    ...(open ? [sentAt ? t('sent', { at: times.near(sentAt) }) : t('neverSent')] : []),
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
    ...(todos.waiting > 0 ? [t('todosWaiting', { count: todos.waiting })] : []),
    ...(givenUp > 0 ? [t('givenUp', { count: givenUp })] : []),
    ...(todos.givenUp > 0 ? [t('todosGivenUp', { count: todos.givenUp })] : []),
  ];
  return (
    <li>
      <strong>{say(channels[name])}</strong>
      <StateTag state={open ? (failure ? states.broken : states.open) : states.closed} />
      <span className="quiet outside-state">
        {failure && failedAt && (
          <span className="tone-danger light">
            {t('failing', { at: times.near(failedAt), why: say(failures[failure]) })}
          </span>
        )}{' '}
        {told.join(' · ')}
      </span>
      <span className="outside-do">
        {open && givenUp + todos.givenUp > 0 && (
          <Button size="small" loading={retry.running} onClick={() => void retry.run(args())}>
            {t('retry')}
          </Button>
        )}
        {open && (
          <Button size="small" loading={test.running} onClick={() => void test.run(args())}>
            {t('test')}
          </Button>
        )}
        <Button size="small" type={open ? 'default' : 'primary'} onClick={onSet}>
          {t('set')}
        </Button>
      </span>
    </li>
  );
}
