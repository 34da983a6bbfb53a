/** The columns of the directory. */
import type { PersonItem, PostShown } from '#people/person.api.ts';
import type { Column } from '#web/list/list.ts';
import { AccountTag } from '#web/people/account-tag.tsx';
import { peopleWords as words } from '#web/people/people.words.ts';
import { useSaid } from '#web/words/words.ts';

function Posts({ posts }: { posts: readonly PostShown[] }) {
  const say = useSaid();
  const held = posts.map((post) => `${post.unit.shortName || post.unit.name} ${post.title ?? say(post.roleName)}`);
  return <span title={held.join('、')}>{held.join('、') || '—'}</span>;
}

function Roles({ posts }: { posts: readonly PostShown[] }) {
  const say = useSaid();
  const names = [...new Set(posts.map((post) => say(post.roleName)))];
  return <span title={names.join('、')}>{names.join('、') || '—'}</span>;
}

export const personColumns: readonly Column<PersonItem>[] = [
  { key: 'name', said: words.name, locked: true, phone: 'title', render: (person) => person.name },
  { key: 'post', said: words.post, width: 240, phone: 'line', render: ({ posts }) => <Posts posts={posts} /> },
  { key: 'role', said: words.role, width: 150, render: ({ posts }) => <Roles posts={posts} /> },
  { key: 'phone', said: words.phone, width: 120, phone: 'side', render: ({ phone }) => phone ?? '—' },
  { key: 'staff', said: words.staffNumber, width: 100, hidden: true, render: (person) => person.staffNumber ?? '—' },
  {
    key: 'account',
    said: words.account,
    width: 100,
    render: ({ account }) => account && <AccountTag state={account} />,
  },
];
