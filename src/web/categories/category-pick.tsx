/** Choosing a category out of the tree, by its name, code or a part of its path. */
import { TreeSelect } from 'antd';
import { foldName } from '#triage/category/category.ts';
import type { Tree, TreeNode } from '#web/categories/use-tree.ts';

type CategoryPickProps = {
  tree: Tree;
  /** This one and what is below it are left out. */
  not?: string;
  id?: string;
  value?: string | null;
  onChange?: (id: string) => void;
  label?: string;
  hint?: string;
  size?: 'small' | 'middle';
};

type Option = { value: string; title: string; told: string; children: Option[] };

export function CategoryPick({ tree, not, id, value, onChange, label, hint, size = 'middle' }: CategoryPickProps) {
  const options = (nodes: readonly TreeNode[]): Option[] =>
    nodes
      .filter(({ key, item }) => key !== not && item.state === 'open')
      .map(({ key, item, children }) => ({
        ...{ value: key, title: item.name, children: options(children) },
        told: foldName(`${tree.pathOf(key)} ${item.code}`),
      }));
  return (
    <TreeSelect<string, Option>
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      size={size}
      style={{ width: '100%', minWidth: 160 }}
      value={value ?? null!}
      placeholder={hint}
      showSearch
      filterTreeNode={(words, option) => (option as unknown as Option).told.includes(foldName(words))}
      treeData={options(tree.roots)}
      treeDefaultExpandAll={tree.items.length <= 120}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}
