/** Chooses anybody of the directory, but for those of `not`. */
import { personApi } from '#people/person.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/pick/pick.css';

const AT_MOST = 30;

type AnybodyPickProps = PickProps & { not?: readonly string[] };

export function AnybodyPick({ not = [], ...rest }: AnybodyPickProps) {
  const t = useWords(pickWords);
  const say = useSaid();
  const typing = useTyped();
  const { typed } = typing;
  const found = useRead(personApi.list, { query: { limit: AT_MOST, ...(typed && { q: typed }) } }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter((person) => !not.includes(person.id))
    .map(({ id, name, posts }) => ({
      id,
      name,
      shown: (
        <span className="pick-option">
          {name}{' '}
          <span className="faint">
            {posts.map((post) => `${post.unit.shortName} ${post.title ?? say(post.roleName)}`).join('、')}
          </span>
        </span>
      ),
    }));
  return (
    <SearchSelect
      {...rest}
      options={options}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('person')}
      none={t('noPerson')}
    />
  );
}
