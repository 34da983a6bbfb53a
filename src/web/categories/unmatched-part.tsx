/** What past tickets call their category and the tree does not know: each is pointed to one, and counts from then on. */
import { newId } from '#platform/ids.ts';
import { categoryApi } from '#triage/category/category.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { categoryWords } from '#web/categories/category.words.ts';
import { CategoryPick } from '#web/categories/category-pick.tsx';
import type { Tree } from '#web/categories/use-tree.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type Counts = NonNullable<Tree['counts']>;

export function UnmatchedPart({ tree, counts }: { tree: Tree; counts: Counts }) {
  const t = useWords(categoryWords);
  const numbers = useNumbers();
  const verb = useVerb(categoryApi.alias, {
    changes: ['/categories'],
    done: (_, { params, body }) =>
      t('aliased', { words: body?.words ?? '', name: tree.byId.get(params?.id ?? '')?.name ?? '' }),
  });
  const point = (words: string, id: string) =>
    void verb.run({ params: { id }, body: { id: newId(), version: tree.byId.get(id)!.version, words } });
  const { unmatched, unmatchedTickets, untold } = counts;
  return (
    <>
      {unmatched.length > 0 && (
        <Part title={t('unmatched')}>
          <p className="quiet">{t('unmatchedHow', { tickets: numbers.whole(unmatchedTickets) })}</p>
          <ul className="unmatched-lines">
            {unmatched.map(({ words, tickets, several }) => (
              <li key={words}>
                <span>
                  <strong>{words}</strong> {several && <span className="faint">{t('several')}</span>}
                </span>
                <span className="figures quiet">{t('pieces', { n: numbers.whole(tickets) })}</span>
                <CategoryPick
                  tree={tree}
                  size="small"
                  label={`${t('pointTo')} ${words}`}
                  hint={t('pointTo')}
                  onChange={(id) => point(words, id)}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {untold > 0 && <p className="faint">{t('untold', { tickets: numbers.whole(untold) })}</p>}
    </>
  );
}
