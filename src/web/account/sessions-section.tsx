/** Where this person is signed in, and ending what is not theirs. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { meApi } from '#people/me.api.ts';
import { accountWords } from '#web/account/account.words.ts';
import { deviceOf } from '#web/account/device.ts';
import { Section } from '#web/account/section.tsx';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMe } from '#web/desk/me.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const SHOWN = 5;

export function SessionsSection() {
  const t = useWords(accountWords);
  const me = useMe();
  const sessions = useRead(meApi.sessions, {});
  const endOthers = useVerb(meApi.endOthers, {
    done: ({ ended }) => t('endedOthers', { count: ended }),
    changes: ['/me/sessions'],
  });
  const items = sessions.data?.items ?? [];
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, SHOWN);
  const action = items.length > 1 && (
    <Button onClick={() => void endOthers.run({})} loading={endOthers.running}>
      {t('endOthers')}
    </Button>
  );
  return (
    <Section title={t('sessions')} action={action}>
      {sessions.isPending && <Skeleton active title={false} />}
      <Refused refusal={sessions.error} again={() => void sessions.refetch()} />
      <ul className="lines">
        {shown.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button type="link" onClick={() => setWhole(true)}>
          {t('moreSessions', { count: items.length - shown.length })}
        </Button>
      )}
      <p className="faint">{t('idle', { minutes: me.idleMinutes })}</p>
    </Section>
  );
}

type One = Reply<typeof meApi.sessions>['items'][number];

function Session({ session }: { session: One }) {
  const t = useWords(accountWords);
  const times = useTimes();
  const end = useVerb(meApi.endSession, { done: () => t('ended'), changes: ['/me/sessions'] });
  const words = { source: session.source, begun: times.near(session.begunAt), seen: times.near(session.seenAt) };
  return (
    <li className="line">
      <span className="line-grow">
        <strong>{deviceOf(session.agent)}</strong> <span className="quiet">{t('session', words)}</span>
      </span>
      {session.current ? (
        <span className="tag tone-work">{t('current')}</span>
      ) : (
        <Button size="small" loading={end.running} onClick={() => void end.run({ params: { id: session.id } })}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
