/** Who held a post in the unit on that day. */
import type { UnitPage } from '#people/unit.api.ts';
import { unitWords } from '#web/people/unit.words.ts';
import { Go } from '#web/place/go.tsx';
import { Person } from '#web/show/person.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function UnitPeople({ unit }: { unit: UnitPage }) {
  const t = useWords(unitWords);
  const directory = (
    <Go to={`/people?${unit.tree === 'party' ? 'tree=party&' : ''}unit=${unit.id}`}>{t('inDirectory')}</Go>
  );
  return (
    <Part title={t('people')} action={directory}>
      {unit.posts.length === 0 && <p className="quiet">{t('noPeople')}</p>}
      <ul className="people-lines">
        {unit.posts.map((post) => (
          <Member key={post.id} post={post} />
        ))}
      </ul>
      {unit.postsMore && <p className="quiet">{t('morePeople', { count: unit.posts.length })}</p>}
    </Part>
  );
}

function Member({ post }: { post: UnitPage['posts'][number] }) {
  const t = useWords(unitWords);
  const say = useSaid();
  const times = useTimes();
  const days = post.to
    ? t('between', { from: times.day(post.from), to: times.day(post.to) })
    : t('since', { from: times.day(post.from) });
  return (
    <li>
      <span className="line-grow">
        <Person id={post.person.id} name={post.person.name} />{' '}
        <span className="quiet">{post.title ?? say(post.roleName)}</span>
      </span>
      <span className="faint">
        {post.title && `${say(post.roleName)} · `}
        {days}
      </span>
    </li>
  );
}
