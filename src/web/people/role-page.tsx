/** The roles of the city: what each lets its holder do, and how far. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { type Role, roleApi } from '#people/role.api.ts';
import { reachWords, sortWords, treeWords } from '#people/role.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { roleWords } from '#web/people/role.words.ts';
import { RoleDialog } from '#web/people/role-dialog.tsx';
import { VerbList } from '#web/people/verb-list.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/people/people.css';
import '#web/people/roles.css';

type Asked = { like?: Role; role?: Role } | null;

export function RolePage() {
  const t = useWords(roleWords);
  const may = useMay();
  const read = useRead(roleApi.list, {});
  const [asked, setAsked] = useState<Asked>(null);
  useTitle(t('title'));
  return (
    <div className="desk-page">
      <header className="roles-head">
        <h1>{t('title')}</h1>
        {may('post.grant') && (
          <Button type="primary" onClick={() => setAsked({})}>
            {t('make')}
          </Button>
        )}
        <Go to="/people">{t('directory')}</Go>
      </header>
      <p className="quiet">{t('how')}</p>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <ul className="roles">
        {read.data?.items.map((role) => (
          <RoleCard key={role.code} role={role} onAsk={setAsked} />
        ))}
      </ul>
      {asked && <RoleDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function RoleCard({ role, onAsk }: { role: Role; onAsk: (asked: Asked) => void }) {
  const t = useWords(roleWords);
  const say = useSaid();
  const may = useMay();
  const where = [say(reachWords[role.reach]), ...(role.reach === 'city' ? [] : [say(treeWords[role.tree])])];
  return (
    <li className="role">
      <h2>
        {say(role.name)}
        {role.sort !== 'business' && !role.builtIn && (
          <span className="tag tone-check">{say(sortWords[role.sort])}</span>
        )}
        {role.builtIn && <span className="tag tone-off">{t('builtIn')}</span>}
        {role.totpDemanded && <span className="tag tone-wait">{t('secondFactor')}</span>}
      </h2>
      <p className="quiet">
        {where.join(' · ')} ·{' '}
        {role.held > 0 ? (
          <Go to={`/people?role=${role.code}&view=here`}>{t('held', { count: role.held })}</Go>
        ) : (
          t('heldNone')
        )}
      </p>
      {role.verbs.length === 0 && <p className="quiet">{t('noVerbs')}</p>}
      <VerbList verbs={role.verbs} />
      {may('post.grant') && (
        <p className="role-actions not-printed">
          {!role.builtIn && (
            <Button size="small" onClick={() => onAsk({ role })}>
              {t('change')}
            </Button>
          )}
          <Button size="small" type={role.builtIn ? 'default' : 'text'} onClick={() => onAsk({ like: role })}>
            {t('makeLike')}
          </Button>
        </p>
      )}
    </li>
  );
}
