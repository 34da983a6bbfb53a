/** The tree of categories: what each is, how many past tickets it has, and what can be done with it. */
import { Button, Checkbox, Input, Tree } from 'antd';
import { useMemo, useState } from 'react';
import { Refused } from '#web/call/refused.tsx';
import { categoryWords } from '#web/categories/category.words.ts';
import { AddDialog } from '#web/categories/category-dialogs.tsx';
import { CategoryPart } from '#web/categories/category-part.tsx';
import { UnmatchedPart } from '#web/categories/unmatched-part.tsx';
import { narrowed, type TreeNode, useTree, type Tree as WholeTree } from '#web/categories/use-tree.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/categories/category.css';

/** Trees of up to so many nodes stand open. */
const OPEN_UP_TO = 120;

export function CategoriesPage() {
  const t = useWords(categoryWords);
  const numbers = useNumbers();
  const may = useMay();
  const { search, setSearch } = usePlace();
  const [closed, setClosed] = useState(false);
  const tree = useTree({ closed });
  const [adding, setAdding] = useState(false);
  useTitle(t('title'));
  const chosen = search.category ? tree.byId.get(search.category) : undefined;
  const matched = [...tree.tickets.values()].reduce((sum, n) => sum + n, 0);
  const manages = may('category.manage');
  return (
    <div className="desk-page categories">
      <header className="categories-head">
        <div>
          <h1>{t('title')}</h1>
          {tree.list.data && (
            <p className="quiet">{t('how', { leaves: numbers.whole(tree.leaves), tickets: numbers.whole(matched) })}</p>
          )}
        </div>
        <div className="categories-do">
          <Go to="/categories/models" className="categories-link">
            {t('models')}
          </Go>
          {manages && (
            <>
              <Go to="/import/new?kind=categories" className="categories-link">
                {t('import')}
              </Go>
              <Button type="primary" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            </>
          )}
        </div>
      </header>
      <Refused refusal={tree.list.error} again={() => void tree.list.refetch()} />
      {tree.list.data && tree.items.length === 0 ? (
        <Empty title={t('none')} how={t('noneHow')} />
      ) : (
        <div className="categories-both">
          <Branches tree={tree} chosen={search.category} choose={(category) => setSearch({ category }, true)}>
            {manages && (
              <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
                {t('showClosed')}
              </Checkbox>
            )}
          </Branches>
          <div className="categories-right">
            {chosen ? (
              <CategoryPart tree={tree} item={chosen} />
            ) : (
              <p className="quiet categories-hint">{t('choose')}</p>
            )}
            {manages && tree.counts && <UnmatchedPart tree={tree} counts={tree.counts} />}
          </div>
        </div>
      )}
      {adding && <AddDialog tree={tree} above={null} onClose={() => setAdding(false)} />}
    </div>
  );
}

type BranchesProps = {
  tree: WholeTree;
  chosen: string | undefined;
  choose: (id: string) => void;
  children: React.ReactNode;
};

function Branches({ tree, chosen, choose, children }: BranchesProps) {
  const t = useWords(categoryWords);
  const [words, setWords] = useState('');
  const roots = useMemo(() => narrowed(tree.roots, words), [tree.roots, words]);
  const most = Math.max(1, ...tree.tickets.values());
  const open = words !== '' || tree.items.length <= OPEN_UP_TO;
  return (
    <nav className="categories-tree" aria-label={t('title')}>
      <Input
        allowClear
        value={words}
        aria-label={t('filter')}
        placeholder={t('filter')}
        onChange={(event) => setWords(event.target.value)}
      />
      {children}
      {tree.list.data && roots.length === 0 && <p className="quiet">{t('noneFits')}</p>}
      {roots.length > 0 && (
        <Tree<TreeNode>
          key={`${open} ${words} ${tree.items.length}`}
          blockNode
          treeData={roots}
          defaultExpandAll={open}
          {...(!open && { defaultExpandedKeys: [] })}
          selectedKeys={chosen ? [chosen] : []}
          onSelect={(_, { node }) => choose(node.key)}
          titleRender={(node) => <Line node={node} most={most} />}
        />
      )}
    </nav>
  );
}

/** The bar is as long as the tickets of the node itself, against the one that has most. */
function Line({ node, most }: { node: TreeNode; most: number }) {
  const t = useWords(categoryWords);
  const numbers = useNumbers();
  const { item, own, all, children } = node;
  const shown = children.length > 0 ? all : own;
  return (
    <span className={item.state === 'closed' ? 'category-line is-closed' : 'category-line'}>
      <span className="one-line">{item.name}</span>
      {children.length === 0 && (
        <span className="category-bar" aria-hidden>
          <span style={{ width: `${Math.round((own / most) * 100)}%` }} />
        </span>
      )}
      <span className="faint figures">
        {shown > 0 ? <span title={t('pieces', { n: shown })}>{numbers.whole(shown)}</span> : ''}
      </span>
    </span>
  );
}
