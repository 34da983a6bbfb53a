/** Who acts for me while I am away, and for whom I act; arranging it and ending it early. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { delegationApi } from '#people/delegation.api.ts';
import { accountWords } from '#web/account/account.words.ts';
import { DelegateDialog } from '#web/account/delegate-dialog.tsx';
import { Section } from '#web/account/section.tsx';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Delegation = Reply<typeof delegationApi.list>['items'][number];

export function DelegationSection() {
  const t = useWords(accountWords);
  const times = useTimes();
  const me = useMe();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const read = useRead(delegationApi.list, {});
  const mine = ({ from, to, ends, endedAt }: Delegation) =>
    [from.id, to.id].includes(me.person.id) && endedAt === null && new Date(ends) > times.now();
  const items = read.data?.items.filter(mine) ?? [];
  return (
    <Section
      title={t('delegation')}
      action={may('people.read') && <Button onClick={() => setOpen(true)}>{t('delegate')}</Button>}
    >
      {read.isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <p className="quiet">{t('delegationNone')}</p>}
      <ul className="lines">
        {items.map((delegation) => (
          <Line key={delegation.id} delegation={delegation} />
        ))}
      </ul>
      {open && <DelegateDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Line({ delegation }: { delegation: Delegation }) {
  const t = useWords(accountWords);
  const times = useTimes();
  const me = useMe();
  const [ending, setEnding] = useState(false);
  const { id, from, to, begins, ends, reason } = delegation;
  const words = { from: from.name, to: to.name, begins: times.moment(begins), ends: times.moment(ends) };
  return (
    <li className="line">
      <span className="line-grow">
        {t(from.id === me.person.id ? 'delegated' : 'actingFor', words)} <span className="faint">{reason}</span>
      </span>
      {from.id === me.person.id && (
        <Button size="small" onClick={() => setEnding(true)}>
          {t('endDelegation')}
        </Button>
      )}
      {ending && (
        <ActionDialog
          title={t('endDelegation')}
          how={t('endDelegationHow', words)}
          route={delegationApi.end}
          args={(_: object, decision) => ({ params: { id }, body: { id: decision } })}
          done={() => t('delegationEnded', words)}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  );
}
