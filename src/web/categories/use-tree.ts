/** The tree as a page holds it: nodes by id, children in order, tickets of each with those below. */
import { useMemo } from 'react';
import { type CategoryItem, categoryApi } from '#triage/category/category.api.ts';
import { foldName, leavesOf, pathWords } from '#triage/category/category.ts';
import { useRead } from '#web/call/use-read.ts';

export type TreeNode = { key: string; item: CategoryItem; own: number; all: number; children: TreeNode[] };

/** Roots first, each with what hangs below it; a node whose parent is not shown is a root. */
export function nodesOf(items: readonly CategoryItem[], tickets: ReadonlyMap<string, number>): TreeNode[] {
  const nodes = new Map<string, TreeNode>(
    items.map((item) => [item.id, { key: item.id, item, own: tickets.get(item.id) ?? 0, all: 0, children: [] }]),
  );
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const above = node.item.parentId === null ? undefined : nodes.get(node.item.parentId);
    (above?.children ?? roots).push(node);
  }
  const sum = (node: TreeNode): number => {
    node.all = node.own + node.children.reduce((total, child) => total + sum(child), 0);
    return node.all;
  };
  for (const root of roots) sum(root);
  return roots;
}

/** Branches that hold the words, with what is above them; one that fits keeps all below it. */
export function narrowed(nodes: readonly TreeNode[], words: string): TreeNode[] {
  const wanted = foldName(words);
  if (wanted === '') return [...nodes];
  return nodes.flatMap((node) => {
    if (foldName(node.item.name).includes(wanted) || node.item.code.startsWith(wanted)) return [node];
    const children = narrowed(node.children, words);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

export function useTree({ closed = false } = {}) {
  const list = useRead(categoryApi.list, { query: closed ? { closed: 'true' } : {} }, { keep: true });
  const counts = useRead(categoryApi.counts, {});
  const items = useMemo(() => list.data?.items ?? [], [list.data]);
  return useMemo(() => {
    const tickets = new Map(counts.data?.items.map((one) => [one.id, one.tickets]));
    const byId = new Map(items.map((item) => [item.id, item]));
    return {
      list,
      counts: counts.data,
      items,
      byId,
      roots: nodesOf(items, tickets),
      tickets,
      leaves: leavesOf(items.filter(({ state }) => state === 'open')).length,
      pathOf: (id: string) => pathWords(byId, id),
    };
  }, [list, counts.data, items]);
}
export type Tree = ReturnType<typeof useTree>;
