/** The posts of a person: held, held by delegation, and earlier ones. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PersonPage, PostShown } from '#people/person.api.ts';
import { OFFICIAL } from '#people/roles.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import { peopleWords } from '#web/people/people.words.ts';
import { postWords } from '#web/people/post.words.ts';
import { WithdrawDialog } from '#web/people/withdraw-dialog.tsx';
import { Person, Unit } from '#web/show/person.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function HeldPosts({ person }: { person: PersonPage }) {
  const t = useWords(peopleWords);
  return (
    <Part title={t('posts')}>
      {person.posts.length === 0 && <p className="quiet">{t('noPosts')}</p>}
      <ul className="people-lines">
        {person.posts.map((post) => (
          <li key={post.id}>
            <PostLine post={post} />
            <Withdraw person={person} post={post} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** An official's post goes with the entry; all others are the security administrator's. */
function Withdraw({ person, post }: { person: PersonPage; post: PostShown }) {
  const t = useWords(postWords);
  const may = useMay();
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const mine = post.role === OFFICIAL ? may('people.manage') : may('post.grant') && me.person.id !== person.id;
  if (!mine || person.leftOn) return null;
  return (
    <>
      <Button size="small" className="not-printed" onClick={() => setAsked(true)}>
        {t('withdraw')}
      </Button>
      {asked && <WithdrawDialog person={person} post={post} onClose={() => setAsked(false)} />}
    </>
  );
}

function PostLine({ post }: { post: PostShown }) {
  const t = useWords(peopleWords);
  const say = useSaid();
  const times = useTimes();
  const days = post.to
    ? t('between', { from: times.day(post.from), to: times.day(post.to) })
    : t('since', { from: times.day(post.from) });
  return (
    <span className="line-grow">
      <strong>{post.title ?? say(post.roleName)}</strong>{' '}
      <Unit id={post.unit.id} name={post.unit.name} short={post.unit.shortName} />{' '}
      <span className="faint">
        {post.title && `${say(post.roleName)} · `}
        {days}
      </span>
    </span>
  );
}

export function EarlierPosts({ person }: { person: PersonPage }) {
  const t = useWords(peopleWords);
  if (person.earlierPosts.length === 0) return null;
  return (
    <Part title={t('earlier')}>
      <ul className="people-lines">
        {person.earlierPosts.map((post) => (
          <li key={post.id}>
            <PostLine post={post} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

type Delegation = PersonPage['delegations'][number];

/** Their posts in another's hands, and another's in theirs; the latest first. */
export function Delegations({ person }: { person: PersonPage }) {
  const t = useWords(peopleWords);
  if (person.delegations.length === 0) return null;
  return (
    <Part title={t('delegations')}>
      <ul className="people-lines">
        {person.delegations.map((one) => (
          <DelegationLine key={one.id} one={one} of={person.id} />
        ))}
      </ul>
    </Part>
  );
}

function DelegationLine({ one, of }: { one: Delegation; of: string }) {
  const t = useWords(peopleWords);
  const times = useTimes();
  const now = times.now();
  const over = one.endedAt !== null || new Date(one.ends) <= now;
  const state = over ? 'over' : new Date(one.begins) > now ? 'laterOn' : 'running';
  const other = one.from.id === of ? one.to : one.from;
  const days = { from: times.day(new Date(one.begins)), to: times.day(new Date(one.endedAt ?? one.ends)) };
  return (
    <li className={over ? 'quiet' : ''}>
      <span className="line-grow">
        <Person id={other.id} name={t(one.from.id === of ? 'actedBy' : 'actsFor', { name: other.name })} />{' '}
        <span className="faint">
          {t('between', days)} · {one.reason}
        </span>
      </span>
      <span className={state === 'running' ? 'tag tone-work' : 'tag tone-off'}>{t(state)}</span>
    </li>
  );
}
