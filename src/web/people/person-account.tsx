/** Somebody's account, as the administrators see it. */
import { accountApi } from '#people/account.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { AccountTag } from '#web/people/account-tag.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function PersonAccount({ personId }: { personId: string }) {
  const t = useWords(peopleWords);
  const times = useTimes();
  const read = useRead(accountApi.one, { params: { id: personId } });
  const account = read.data;
  const locks = account?.locks.map(({ source, until }) => t('lock', { source, until: times.moment(until) })) ?? [];
  return (
    <Part title={t('account')}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {account && (
        <Facts
          of={[
            [t('account'), <AccountTag key="state" state={account.state} />],
            [t('login'), account.login],
            [t('codeUntil'), account.codeExpiresAt && times.moment(account.codeExpiresAt)],
            [t('passwordSet'), account.passwordSetAt && times.moment(account.passwordSetAt)],
            [t('totp'), account.state === 'none' ? null : t(account.totpEnrolled ? 'totpOn' : 'totpOff')],
            [t('sessions'), account.sessions > 0 ? t('sessionsAt', { count: account.sessions }) : null],
            [t('locked'), locks.length > 0 ? <Locks key="locks" locks={locks} /> : null],
          ]}
        />
      )}
    </Part>
  );
}

function Locks({ locks }: { locks: readonly string[] }) {
  return (
    <ul className="people-lines">
      {locks.map((lock) => (
        <li key={lock} className="tone-danger light">
          {lock}
        </li>
      ))}
    </ul>
  );
}
