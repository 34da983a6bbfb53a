/** Chooses anybody of the directory but oneself. */
import { personApi } from '#people/person.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMe } from '#web/desk/me.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const AT_MOST = 30;

export function ColleaguePick(props: PickProps) {
  const t = useWords(pickWords);
  const say = useSaid();
  const me = useMe();
  const { typed, type } = useTyped();
  const found = useRead(personApi.list, { query: { limit: AT_MOST, ...(typed && { q: typed }) } }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter((person) => person.id !== me.person.id)
    .map(({ id, name, posts }) => {
      const held = posts.map((post) => `${post.unit.shortName} ${post.title ?? say(post.roleName)}`).join('、');
      const shown = (
        <>
          {name} <span className="faint">{held}</span>
        </>
      );
      return { id, name, shown };
    });
  return (
    <SearchSelect
      {...props}
      options={options}
      reading={found.isFetching}
      onType={type}
      hint={t('person')}
      none={t('noPerson')}
    />
  );
}
