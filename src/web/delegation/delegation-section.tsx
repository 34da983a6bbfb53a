/** Who acts for me while I am away, for whom I act, and what I arranged for others; ending it early. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { delegationApi } from '#people/delegation.api.ts';
import { Section } from '#web/account/section.tsx';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { awayCell, useMayDelegate } from '#web/delegation/away-cell.ts';
import { delegationWords } from '#web/delegation/delegation.words.ts';
import { useMe } from '#web/desk/me.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Delegation = Reply<typeof delegationApi.list>['items'][number];

const isOver = ({ ends, endedAt }: Delegation, now: Date) => endedAt !== null || new Date(ends) <= now;

export function DelegationSection() {
  const t = useWords(delegationWords);
  const times = useTimes();
  const mayDelegate = useMayDelegate();
  const [whole, setWhole] = useState(false);
  const read = useRead(delegationApi.list, {});
  const items = read.data?.items ?? [];
  const open = items.filter((one) => !isOver(one, times.now()));
  const over = items.filter((one) => isOver(one, times.now()));
  return (
    <Section title={t('title')} action={mayDelegate && <Button onClick={() => awayCell.set(true)}>{t('away')}</Button>}>
      {read.isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && open.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="lines">
        {[...open, ...(whole ? over : [])].map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {over.length > 0 && !whole && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('showOver', { count: over.length })}
        </Button>
      )}
    </Section>
  );
}

function Line({ one }: { one: Delegation }) {
  const t = useWords(delegationWords);
  const times = useTimes();
  const me = useMe();
  const [ending, setEnding] = useState(false);
  const { id, from, to, begins, ends, endedAt, reason } = one;
  const now = times.now();
  const over = isOver(one, now);
  const state = over ? 'over' : new Date(begins) > now ? 'laterOn' : 'running';
  const names = { from: from.name, to: to.name };
  const who = from.id === me.person.id ? 'given' : to.id === me.person.id ? 'received' : 'arranged';
  const days = { begins: times.moment(begins), ends: times.moment(endedAt ?? ends) };
  return (
    <li className={over ? 'line quiet' : 'line'}>
      <span className="line-grow">
        <strong>{t(who, names)}</strong>{' '}
        <span className={`tag tone-${state === 'running' ? 'work' : 'off'}`}>{t(state)}</span>
        <br />
        <span className="faint">
          {t(endedAt ? 'endedEarly' : 'between', days)} · {reason}
        </span>
      </span>
      {!over && (
        <Button size="small" onClick={() => setEnding(true)}>
          {t('end')}
        </Button>
      )}
      {ending && (
        <ActionDialog
          title={t('end')}
          how={t('endHow', names)}
          route={delegationApi.end}
          args={(_: object, decision) => ({ params: { id }, body: { id: decision } })}
          done={() => t('ended', names)}
          changes={['/delegations', '/people', '/me']}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  );
}
